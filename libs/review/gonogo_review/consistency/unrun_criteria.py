"""Criteria that are ticked as if they were met, of a check that is still to be run."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.count_mismatch import announcing
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

MOST = 40
"""Sections with a status of their own that are looked at."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all such checks of a report."""
    open_ones = [x for x in outline.stated if x.type == "status" and x.state == "open" and is_own(outline, x)]
    pairs = [(entry, x) for x in open_ones[:MOST] for entry in ticked(outline, x)[:1]]
    if pairs:
        entry, status = pairs[0]
        message = f"{quote(entry)} is ticked among the criteria, but the check is not run yet: {quote(status)}."
        lines = [line for pair in pairs for line in pair]
        yield draft("value-conflict", "value-conflict.unrun-criteria", "low", lines, message)


def is_own(outline: Outline, line: Line) -> bool:
    """Whether a key-value line tells the state of the section that it stands in, and of nothing in particular."""
    inner = not outline.is_title(line.section) and not scope.is_heading(outline, line)
    return inner and line.is_keyed and not scope.own_label(line)


def ticked(outline: Outline, status: Line) -> list[Line]:
    """The entries of a list of criteria in the section of a status, where all of them are ticked."""
    end = outline.sections[status.section].end_line
    for block in outline.reading.blocks:
        inside = block.kind == "list" and status.number < block.line <= end
        head = announcing(outline, block) if inside and not outline.done_inside[block.section] else None
        entries = outline.lines_at(block.lines) if head and head.has("criteria") else []
        if entries and all(line.state == "done" and line.type == "item" for line in entries):
            return entries
    return []
