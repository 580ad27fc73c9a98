"""Dates that a report leaves to be filled in: 'Date: generated automatically', in one finding for all of them."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

KEYS = ("reported_on", "updated_on", "completed_on", "started_on", "next_on")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all keys of dates whose values are none."""
    lines = [x for x in outline.having("autodated") if is_undated(x)]
    if lines:
        message = f"{quote(lines[0])}: the date was never filled in."
        yield draft("scope-gap", "scope-gap.undated", "low", lines, message)


def is_undated(line: Line) -> bool:
    """Whether a line's key is a date's, and its value says how it comes to be instead of what it is."""
    keyed = line.is_keyed and any(key in line.label_words for key in KEYS)
    return keyed and not any(c.isdigit() for c in line.text)
