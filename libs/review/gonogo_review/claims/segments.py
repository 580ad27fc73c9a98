"""A line's parts: label and value, what stands behind the last dash, brackets at the end."""

from gonogo_review.claims.line import Line, Segments

_OPEN = frozenset("(（[【")
_CLOSE = frozenset(")）]】")
_KEPT = _CLOSE | {"%", "+", "％"}
_COLONS = frozenset(":：")
_DASHES = frozenset(("-", "–", "—", "--", "―"))
LONGEST_LABEL = 10
"""Tokens: what stands before a colon and is longer is a sentence."""


def segments(line: Line, first: int = 0, last: int | None = None) -> Segments:
    """The parts of a line or of a part of it."""
    whole = first == 0 and last is None
    if whole and line.parts is not None:
        return line.parts
    end = len(line.tokens) if last is None else last
    brackets = []
    while (found := _bracket(line, first, end)) is not None:
        brackets.append((found + 1, _strip(line, found + 1, end) - 1))
        end = found
    end = _strip(line, first, end)
    colon = _colon(line, first, end)
    start = first if colon < 0 else colon + 1
    dash = _dash(line, start, end)
    label = (first, colon) if colon >= 0 else (first, first)
    tail = (dash + 1, end) if dash >= 0 else (end, end)
    parts = Segments(label, (start, end), tail, tuple(reversed(brackets)))
    if whole:
        line.parts = parts
    return parts


def _strip(line: Line, first: int, end: int) -> int:
    """The end without signs that close nothing: full stops, emoji, stars."""
    tokens = line.tokens
    while end > first and tokens[end - 1].kind == "s" and tokens[end - 1].low not in _KEPT:
        end -= 1
    return end


def _bracket(line: Line, first: int, end: int) -> int | None:
    """The index of the bracket that opens the group at the end."""
    end = _strip(line, first, end)
    if end - first < 2 or line.tokens[end - 1].low not in _CLOSE:
        return None
    depth = 0
    for index in range(end - 1, first - 1, -1):
        low = line.tokens[index].low
        depth += (low in _CLOSE) - (low in _OPEN)
        if depth == 0:
            return index
    return None


def _colon(line: Line, first: int, end: int) -> int:
    """The colon that ends a label: the first outside brackets that no letter or digit follows directly."""
    if line.lows.isdisjoint(_COLONS):
        return -1
    depth = 0
    for index in range(first, min(first + LONGEST_LABEL, end)):
        token = line.tokens[index]
        if token.kind != "s":
            continue
        depth += (token.low in _OPEN) - (token.low in _CLOSE)
        if depth == 0 and token.low in _COLONS and index > first:
            behind = line.view[token.end : token.end + 1]
            if token.low == "：" or not behind or behind.isspace() or not behind.isalnum():
                return index
    return -1


def _dash(line: Line, first: int, end: int) -> int:
    """The last dash with blanks around it."""
    if line.lows.isdisjoint(_DASHES):
        return -1
    for index in range(end - 1, first, -1):
        token = line.tokens[index]
        if token.low in _DASHES and line.view[token.start - 1 : token.start].isspace():
            return index
    return -1
