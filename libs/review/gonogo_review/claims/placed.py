"""An amount with its place in the report and the words that say what it measures."""

from typing import cast

import msgspec

from gonogo_contracts.review import Comparator, Role
from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.segments import segments
from gonogo_review.metrics import Match, match
from gonogo_review.model import Amount

_CLAUSE = frozenset((",", ";", "(", ")", "，", "（", "）", "；", "·", "|"))
_LONGEST_ABOUT = 12
"""Words in front of an amount that may name what it measures."""


class Placed(msgspec.Struct):
    """An amount in `line`, which begins at character `start` of the report's line `at`."""

    found: Found
    line: Line
    at: int
    start: int
    heads: str = ""
    """Tables: the row's name and the column's."""


def noun(placed: Placed) -> str:
    """What is counted or measured, in lower case; the label where no word follows the number."""
    first, last = placed.found.noun
    if last:
        return " ".join([token.low for token in placed.line.tokens[first:last] if token.kind in "wi"])
    return placed.heads.lower() or _label(placed)


def _label(placed: Placed) -> str:
    first, last = segments(placed.line).label
    if last > placed.found.first:
        return ""
    return " ".join([token.low for token in placed.line.tokens[first:last] if token.kind in "wi"])


def metric(placed: Placed, language: str) -> Match | None:
    """The metric that the words around an amount name: its label or column first, then its clause."""
    unit = "" if placed.found.role == "delta" else placed.found.unit
    label = placed.heads or _label(placed)
    found = match(f"{label} {noun(placed)}" if label else _clause(placed), unit, language)
    return found or (match(_clause(placed), unit, language) if label else None)


def _clause(placed: Placed) -> str:
    """The words of the amount's clause, with what it counts."""
    tokens, found = placed.line.tokens, placed.found
    first = found.first
    while first and tokens[first - 1].low not in _CLAUSE and found.first - first < _LONGEST_ABOUT:
        first -= 1
    last = max(found.noun[1], found.last)
    while last < len(tokens) and tokens[last].kind != "s" and last - found.last < _LONGEST_ABOUT // 2:
        last += 1
    start = tokens[first].start if first < len(tokens) else 0
    return placed.line.view[start : tokens[last - 1].end]


def amount(placed: Placed, source: str, measured: Match | None) -> Amount:
    """The amount as it travels; `source` is the report's line that holds it, `measured` what it measures."""
    found = placed.found
    start, end = placed.start + found.start, placed.start + found.end
    return Amount(
        role=cast("Role", found.role),
        comparator=cast("Comparator", found.comparator),
        low=found.low,
        high=found.high,
        of=found.of,
        unit="%" if found.unit == "pp" else found.unit,
        start=start,
        end=end,
        printed=source[start:end],
        decimals=found.decimals,
        metric=measured.metric if measured else None,
        noun=noun(placed),
    )
