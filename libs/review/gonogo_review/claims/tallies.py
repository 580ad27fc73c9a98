"""Words of state that count or name things instead of judging them: '272 passing', 'server error'."""

import re

from gonogo_review.claims.line import Hit, Line

_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_FEW = 6
"""Tokens between a number and the word that it counts."""


def is_compound(line: Line, hit: Hit) -> bool:
    """'Server error' names a thing; 'error' alone says how it is."""
    if hit.words not in line.words.sets["alone"] or not hit.first:
        return False
    before = line.tokens[hit.first - 1]
    return before.kind == "w" or (before.low in ("-", "/") and before.end == line.tokens[hit.first].start)


def counted(line: Line, hit: Hit, first: int, marked: bool) -> bool:
    """Whether a plain number governs the word. A ratio, a full share and 'all' judge; a number counts."""
    if hit.first == first:
        return False
    numbers = [
        index
        for index in range(max(first, hit.first - _FEW), hit.first)
        if line.tokens[index].kind == "n"
        and not line.named(index)
        and not _is_key(line, index)
        and not _is_outline(line, index)
    ]
    if not numbers:
        return any(token.low in line.words.sets["zeros"] for token in line.tokens[first : hit.first])
    if line.tokens[numbers[-1]].low == "0" and line.tokens[numbers[-1] + 1].low not in ("%", "％"):
        return True
    before = line.tokens[numbers[-1] - 1].low if numbers[-1] else ""
    behind = line.tokens[numbers[-1] + 1].low if numbers[-1] + 1 < len(line.tokens) else ""
    whole = line.words.sets["of"] | line.words.sets["of_behind"] | line.words.sentence["universal"]
    if _is_whole(line, numbers[-1]) or behind == "/" or before in whole:
        return False
    if behind in ("%", "％"):
        return (
            hit.words in line.words.sets["tallied"]
            and line.tokens[numbers[-1]].low not in ("100", "100.0")
            and not marked
        )
    return not marked


def _is_whole(line: Line, index: int) -> bool:
    """The second number of `5/6`; '12 passed / 3 skipped' are two."""
    return index > 1 and line.tokens[index - 1].low == "/" and line.tokens[index - 2].kind == "n"


def _is_outline(line: Line, index: int) -> bool:
    """The number of a heading or an item: `2. Login completed`."""
    head = all(token.kind == "s" for token in line.tokens[:index])
    return head and (
        line.tokens[index + 1].low in (".", ")", "、") or _DOTTED.fullmatch(line.tokens[index].low) is not None
    )


def _is_key(line: Line, index: int) -> bool:
    """The number of a ticket: `ATL-1044`."""
    if index < 2:
        return False
    hyphen, word = line.tokens[index - 1], line.tokens[index - 2]
    return (
        hyphen.low == "-" and word.kind == "w" and word.end == hyphen.start and hyphen.end == line.tokens[index].start
    )
