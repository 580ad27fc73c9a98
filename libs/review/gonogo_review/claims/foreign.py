"""Numbers that screens, products, programs and nature have: no release is measured by them."""

import re

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line

_PHYSICAL = re.compile(
    r"[ \u00a0\u202f-]?(?:px|dpi|ppi|[kmMG]?[AVW]|mAh|[kM]?Wh|[kM]?Ω|[kM]?ohm|°[CF]?|[mck]m[²³]?|m[²³]|[µn]m|km/h|kg"
    r"|[mk]?bar|[kM]?Pa|dB[mA]?)(?![\w%])"
)
"""Units of things that no release is measured in."""
_METRES = re.compile(
    r"[ -]?m(?:/(?:s|frame|px)\b| ?[x×] ?\d| (?:radius|diameter|distance|altitude|tall|wide|deep|apart)\b)",
    re.IGNORECASE,
)
"""Where `m` is no minute."""
_ORDERS = frozenset("oθω")
_SHORTEST_MODEL = 100
_LEAST_CAPITALS, _MOST_CAPITALS = 2, 5


def is_physical(line: Line, found: Found) -> bool:
    """`12 px`, `24 V`, `0 °C`: no unit of work, time, data or money."""
    if found.of is not None:
        return False
    if found.unit in ("min", "/s", "count") and _METRES.match(line.view, line.tokens[found.number].end) is not None:
        return True
    return found.unit == "count" and _PHYSICAL.match(line.view, found.end) is not None


def is_dimension(line: Line, found: Found) -> bool:
    """`1440 × 900`: what something measures on a screen."""
    tokens, last = line.tokens, found.last
    by = ("x", "×", "х", "*")
    before = found.first > 1 and tokens[found.first - 1].low in by and _is_measure(line, found.first - 2)
    if found.unit == "x" and last < len(tokens) and tokens[last].kind == "n" and tokens[last - 1].low in by:
        return True
    return before or (last + 1 < len(tokens) and tokens[last].low in by and tokens[last + 1].kind == "n")


def _is_measure(line: Line, index: int) -> bool:
    """Whether a number ends here, or a number with the unit that hangs on it: `45mm x 3m`."""
    tokens = line.tokens
    if tokens[index].kind == "n":
        return True
    return (
        index > 0
        and tokens[index - 1].kind == "n"
        and (_PHYSICAL.match(line.view, tokens[index - 1].end) or _METRES.match(line.view, tokens[index - 1].end))
        is not None
    )


def is_complexity(line: Line, found: Found) -> bool:
    """`O(1)`: how a cost grows."""
    first, end, tokens = found.first - 2, found.last, line.tokens
    if first < 0 or tokens[first].low not in _ORDERS or end >= len(tokens):
        return False
    return tokens[first + 1].low == "(" and tokens[end].low == ")" and tokens[first].end == tokens[first + 1].start


def is_model(line: Line, found: Found) -> bool:
    """`GTX 1660 Ti`: three digits or more behind a name in capitals, with nothing that is counted."""
    if not found.first or found.comparator or found.low < _SHORTEST_MODEL or found.decimals:
        return False
    before = line.tokens[found.first - 1]
    printed = line.view[before.start : before.end]
    named = (
        before.kind == "w"
        and printed.isupper()
        and printed.isascii()
        and _LEAST_CAPITALS <= len(printed) <= _MOST_CAPITALS
    )
    behind = line.view[found.end : found.end + 2]
    return named and not line.view.isupper() and (not found.noun[1] or behind[1:].isupper())


def is_array(line: Line, found: Found) -> bool:
    """`[150, 200, 250]`, `(3, 40, 130)`: a value of a program, written out."""
    if line.lows.isdisjoint("[("):
        return False
    tokens = line.tokens
    opening = next((at for at in range(found.first - 1, -1, -1) if tokens[at].low in "[]()"), -1)
    closing = next((at for at in range(found.last, len(tokens)) if tokens[at].low in "[])("), -1)
    if opening < 0 or closing < 0 or tokens[opening].low + tokens[closing].low not in ("[]", "()"):
        return False
    inner = tokens[opening + 1 : closing]
    return len(inner) > 1 and all(token.kind == "n" or token.low == "," for token in inner)


def is_file(line: Line, index: int) -> bool:
    """`config.js`, of which a number behind a colon is a line."""
    dot, stem = line.tokens[index - 1], line.tokens[index - 2]
    return dot.low == "." and stem.kind in "wi" and stem.end == dot.start and dot.end == line.tokens[index].start
