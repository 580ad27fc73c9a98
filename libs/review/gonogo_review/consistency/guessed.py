"""Results that are marked as met, and rest on an estimate."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.model import Draft

BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
EFFORT = frozenset(("h", "day", "week", "month", "year"))
"""Units of work: an effort is always estimated."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all results that are marked as met by an estimate."""
    lines = [line for line in outline.having("guessed") if by_estimate(line) and outline.current(line)]
    if lines:
        top = [x for x in headlines(outline) if x.number != lines[0].number][:1]
        message = f"{quote(lines[0])} is marked as met, and gives an estimate for the result."
        yield draft("status-vs-items", "status.estimated", "medium", [lines[0], *top, *lines[1:]], message)


def by_estimate(line: Line) -> bool:
    """Whether a thing that is done says in brackets that its measure is estimated."""
    if line.type != "item" or line.state != "done" or not line.amounts:
        return False
    brackets = [m.span() for m in BRACKETS.finditer(line.text)]
    inside = [a for a in line.amounts if any(s < a.start < e for s, e in brackets)]
    measured = any(a.unit not in EFFORT and dimension(a.unit) in ("s", "%", "/s", "B") for a in inside)
    return measured and any(s < m.start < e for s, e in brackets for m in line.words["guessed"])
