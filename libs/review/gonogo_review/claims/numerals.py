"""The number at a token, with its scale: `15K`, `2 million`, `1 204` where blanks set groups apart."""

import re

from gonogo_review.claims.line import Line
from gonogo_review.claims.numbers import numeral
from gonogo_review.claims.units import DURATIONS, scale, unit

_POINTED = re.compile(r"\d{1,3}\.\d{3}")
_COARSE = frozenset({"s", "min", "h", "%"})
"""Units of which nobody counts thousands."""
_MYRIAD = 10000
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}")


def number_at(line: Line, index: int) -> tuple[float, int, int] | None:
    """Value, decimals and the index behind a number with its scale; groups set apart by blanks are one number."""
    tokens = line.tokens
    if index >= len(tokens) or tokens[index].kind != "n":
        return None
    printed, after = tokens[index].low, index + 1
    while line.words.space_thousands and after < len(tokens) and _is_group(line, printed, after):
        printed, after = printed + tokens[after].low, after + 1
    comma = line.words.decimal_comma and not _counts_thousands(line, printed, after)
    value = numeral(printed, decimal_comma=comma and not _measures_finely(line, printed, after))
    if value is None:
        return None
    factor, after = scale(tokens, after, line.view, line.words)
    total = value.value * factor
    if factor >= _MYRIAD and line.words.split is not None:
        total, after = _smaller(line, total, factor, after)
    return total, value.decimals if factor == 1 else 0, after


def _smaller(line: Line, total: float, factor: float, after: int) -> tuple[float, int]:
    """`1만 2천`, `3億5000万`: what follows the thousands in smaller ones belongs to the number."""
    following = number_at(line, after)
    if following is None:
        return total, after
    scaled = following[2] > after + 1 or line.tokens[after].start == line.tokens[after - 1].end
    if not scaled or following[0] >= factor or following[1]:
        return total, after
    return total + following[0], following[2]


def _counts_thousands(line: Line, printed: str, after: int) -> bool:
    """`15,000 usuarios`: three digits behind a comma are thousands, unless they measure a time or a share."""
    if _GROUPED.fullmatch(printed) is None:
        return False
    measured = unit(line.tokens, after, line.view, line.words)
    return measured is None or (measured.name not in DURATIONS and measured.name != "%")


def _measures_finely(line: Line, printed: str, after: int) -> bool:
    """`22.617 segundos`: three digits behind a point are no thousands of seconds, hours or percent."""
    if _POINTED.fullmatch(printed) is None:
        return False
    measured = unit(line.tokens, after, line.view, line.words)
    return measured is not None and measured.name in _COARSE


def _is_group(line: Line, before: str, index: int) -> bool:
    token, last = line.tokens[index], line.tokens[index - 1]
    return (
        token.kind == "n" and token.start == last.end + 1 and line.view[last.end].isspace()
        and before.isdigit() and len(before) % 3 in (0, 1, 2) and len(last.low) <= 3 and token.low[:3].isdigit()
        and len(token.low.split(",")[0].split(".")[0]) == 3 and not before.startswith("0")
    )  # fmt: skip
