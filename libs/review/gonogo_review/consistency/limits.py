"""'Sub-second across all systems', and a system that takes longer."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, exact
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Draft

SECOND = 1.0
NEAREST = 40
"""Slow things that one limit is held against at most."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each limit on all that some of them exceed."""
    limited = [line for line in outline.having("subsecond") if line.has("every")]
    slower = [line for line in outline.counting if slow(line)][:NEAREST] if limited else []
    for line in limited:
        lines = [x for x in slower if x.number != line.number and topic(line.plain) & topic(x.label)]
        if lines:
            message = f"{quote(line)} holds for all, but {quote(lines[0])} takes longer than a second."
            yield draft("absolute-vs-exception", "absolute.limit", "medium", [line, *lines], message, quote(lines[0]))


def slow(line: Line) -> bool:
    """Whether a line gives a time of more than a second for something."""
    return any(dimension(a.unit) == "s" and SECOND < exact(a).high <= 60 * SECOND for a in line.present)
