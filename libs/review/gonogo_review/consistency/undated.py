"""Dates that a report leaves to be filled in: 'Date: generated automatically', in one finding for all of them."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

RAW = re.compile(r"\$\(|\$?\{\{|\$\{")
"""The beginning of what a tool should have replaced by the date."""
KEYS = ("reported_on", "updated_on", "completed_on", "started_on", "next_on")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all keys of dates whose values are none."""
    lines = [x for x in outline.having(*KEYS) if is_undated(x)]
    if lines:
        message = f"{quote(lines[0])}: the date was never filled in."
        yield draft("scope-gap", "scope-gap.undated", "low", lines, message)


def is_undated(line: Line) -> bool:
    """Whether a line's key is a date's, and its value says how it comes to be instead of what it is."""
    if not line.is_keyed or line.label_words.keys().isdisjoint(KEYS):
        return False
    return bool(RAW.search(line.text)) or (line.has("autodated") and not any(c.isdigit() for c in line.text))
