"""A report dated before the end of what it reports, or after its last update: by the dates in its head."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency.date_order import dated_lines
from gonogo_review.consistency.dates import Dated, dates, months
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.lexicon import without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import plain, topic
from gonogo_review.model import Draft

LABEL = 50
"""Characters of a label."""
PART = re.compile(r"[·•;|‖]| / |,\s")
"""What parts the entries of one line."""
PLANNED = ("coming_up", "next_on", "future", "next_steps", "expected", "remaining")


class Entry(NamedTuple):
    """A line's label with the last date behind it."""

    label: str
    day: dt.date
    line: Line
    dates: int
    """How many there are: two give a span of days."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each thing in the report's head that ended after the report was written."""
    head = [(line, found) for line, found in dated_lines(outline) if outline.is_title(line.section)]
    found = [entry for line, printed in head for entry in entries(line, printed)]
    written = [e for e in found if is_report(outline, e)]
    if len(written) != 1:
        return
    yield from stale(outline, written[0])
    for entry in found:
        words = outline.marks(entry.label)
        if entry.day > written[0].day and "examined" in words and words.keys().isdisjoint(PLANNED):
            ended = f"ended on {entry.day}, after the report's own date"
            message = f"{quote(entry.line)} {ended}, {written[0].day} (line {written[0].line.number})."
            lines = [written[0].line, entry.line]
            yield draft("date-order", "date-order.reported", "medium", lines, message, str(entry.day))


def stale(outline: Outline, written: Entry) -> Iterator[Draft]:
    """A last update that is older than the report: 'Date: 29 March 2026', 'Last updated: June 2025'."""
    for line in outline.having("updated_on"):
        found = entries(line, dates(line.text) or months(line.text)) if outline.is_title(line.section) else ()
        for entry in found:
            words = outline.marks(entry.label)
            called = "updated_on" in words and not topic(without(entry.label, words, "updated_on", "papers"))
            if called and entry.day < written.day:
                message = f"{quote(line)} is before the report's own date, {quote(written.line)}."
                lines = [written.line, line]
                yield draft("date-order", "date-order.stale", "low", lines, message, str(written.day))


def entries(line: Line, printed: list[Dated]) -> Iterator[Entry]:
    """The labels of a line, each with the last date behind it."""
    label, day, count = "", None, 0
    for dated in printed:
        before = line.text[: dated.start]
        name = plain(labels(before)).strip(" :：|")
        if any(c.isalpha() for c in name) and len(name) <= LABEL and before.rstrip(" *_`").endswith((":", "：", "|")):
            if day:
                yield Entry(label, day, line, count)
            label, day, count = name, None, 0
        day, count = dated.day or day, count + 1
    if day:
        yield Entry(label, day, line, count)


def labels(before: str) -> str:
    """The last label of what stands before a date."""
    bare = before.rstrip(" *_`|:：")
    return PART.split(bare)[-1]


def is_report(outline: Outline, entry: Entry) -> bool:
    """Whether an entry is the date of the report: its label says so, and nothing else."""
    words = outline.marks(entry.label)
    own = {"reported_on", "papers"} & words.keys()
    single = bool(own) and entry.dates == 1 and "examined" not in words
    return single and not topic(without(entry.label, words, "reported_on", "papers"))
