"""The letters and numbers that tell two things of one name apart: 'Server 1', 'Class A'."""

import re

from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line

SIGN = re.compile(r"(?<![A-Za-z0-9.,%'’])(?:(?<!^)[A-Z]|\d{1,3})(?![A-Za-z0-9%'’]|[.,:]\d)")
"""A capital or number by itself; the first letter of a text may be an article."""


def apart(one: Line, other: Line) -> bool:
    """Whether the labels of two lines bear letters or numbers, and none that both have."""
    first, second = designators(one), designators(other)
    return bool(first) and bool(second) and first.isdisjoint(second)


def designators(line: Line) -> frozenset[str]:
    """The letters and numbers in a line's label that count nothing."""
    return frozenset(SIGN.findall(line.label.strip())) - {tidy(amount.low) for amount in line.amounts}
