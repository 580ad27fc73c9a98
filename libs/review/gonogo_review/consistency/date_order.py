"""Dates that cannot be in the order, or at the distance, that the report gives them."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope
from gonogo_review.consistency.dates import YEAR, Dated, dates, weekday_before
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import SECONDS, truth
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Draft

ROLES = ("started_on", "completed_on", "next_on", "updated_on", "reported_on")
"""What a date may be; a line's label decides, the first of these that stands in it."""
ALIKE = 3
"""Steps in a row that cannot all end on one day."""
MOST = 20
"""Rows of steps that are looked into."""
DAY = SECONDS["day"]


class Event(NamedTuple):
    """A date, what it is the date of, and its line."""

    role: str
    day: dt.date
    line: Line


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each pair of dates that clash."""
    dated = dated_lines(outline)
    for line, found in dated:
        yield from single(line, found)
    events = [event for line, found in dated for event in labelled(line, found)]
    for rule in (backwards, unlike, after_report, same_day):
        yield from rule(outline, events)


@once
def dated_lines(outline: Outline) -> list[tuple[Line, list[Dated]]]:
    """The lines with a date, and their dates."""
    return [(line, found) for line in outline.lines if YEAR.search(line.text) and (found := dates(line.text))]


def single(line: Line, found: list[Dated]) -> Iterator[Draft]:
    """What one line shows: no such day, the wrong weekday."""
    for dated in found:
        if dated.day is None:
            message = f"{quote(line)}: the calendar has no {dated.printed}."
            yield draft("date-order", "date-order.no-such-day", "low", [line], message)
            continue
        weekday = weekday_before(line.text, dated)
        if weekday is not None and weekday != dated.day.weekday():
            right = dated.day.strftime("%A")
            message = f"{quote(line)}: {dated.printed} is a {right}."
            yield draft("date-order", "date-order.weekday", "low", [line], message, right)


def labelled(line: Line, found: list[Dated]) -> Iterator[Event]:
    """The line's date by its label, where it has one date."""
    days = [d.day for d in found if d.day]
    role = next((r for r in ROLES if r in line.words), "")
    if len(days) == 1 and role and not line.is_open:
        yield Event(role, days[0], line)


def backwards(_: Outline, events: list[Event]) -> Iterator[Draft]:
    """In one section: completed before it was started."""
    by_section: dict[int, list[Event]] = {}
    for event in events:
        by_section.setdefault(event.line.section, []).append(event)
    for section in by_section.values():
        starts = [e for e in section if e.role == "started_on"]
        ends = [e for e in section if e.role == "completed_on"]
        if len(starts) == len(ends) == 1 and ends[0].day < starts[0].day:
            lines = [ends[0].line, starts[0].line]
            message = f"{quote(lines[0])} is before the start, {quote(lines[1])}."
            yield draft("date-order", "date-order.backwards", "medium", lines, message)


def unlike(outline: Outline, events: list[Event]) -> Iterator[Draft]:
    """One thing's completion, or start, with two dates."""
    seen: dict[tuple[str, str, frozenset[str]], Event] = {}
    for event in events:
        if event.role not in ("completed_on", "started_on"):
            continue
        place = outline.sections[event.line.section].line if numbered(outline, event.line) else 0
        subject = scope.phase_number(event.line.text, event.line.words)
        key = (event.role, subject or str(place), topic(event.line.label))
        first = seen.setdefault(key, event)
        if first.day != event.day:
            message = f"{quote(first.line)} and {quote(event.line)} give two dates for one thing."
            yield draft("date-order", "date-order.unlike", "medium", [first.line, event.line], message, str(first.day))


def numbered(outline: Outline, line: Line) -> bool:
    """Whether a line stands in a section of its own about one of several things."""
    return not scope.whole_section(outline, line.section)


def after_report(_: Outline, events: list[Event]) -> Iterator[Draft]:
    """Completed after the report was written, or the next review before it."""
    reports = [e for e in events if e.role == "reported_on"]
    if not reports:
        return
    last = max(reports, key=lambda e: e.day)
    for event in events:
        late = event.role == "completed_on" and event.day > last.day and not event.line.has("future", "next_on")
        early = event.role == "next_on" and event.day < min(e.day for e in reports)
        if late or early:
            when = "after" if late else "before"
            message = f"{quote(event.line)} is {when} the report's own date, {quote(last.line)}."
            yield draft("date-order", "date-order.report", "medium", [event.line, last.line], message, str(last.day))


def same_day(outline: Outline, events: list[Event]) -> Iterator[Draft]:
    """Numbered steps of several days or weeks in all, that were all completed on one day."""
    steps: dict[tuple[int, dt.date], list[Event]] = {}
    for event in events:
        section = event.line.section
        if event.role == "completed_on" and scope.step_number(outline, section):
            steps.setdefault((outline.sections[section].parent, event.day), []).append(event)
    durations = [line for line in outline.having("lasted") if line.amounts]
    for (_, day), found in list(steps.items())[:MOST]:
        sections = {e.line.section for e in found}
        lasted = [line for line in durations if long(line, sections)]
        if len(sections) >= ALIKE and lasted:
            lines = [found[0].line, found[1].line, lasted[0], *(e.line for e in found[2:]), *lasted[1:]]
            message = (
                f"{len(sections)} steps that took longer than a day together all ended on {day}: {quote(lines[0])}."
            )
            yield draft("date-order", "date-order.same-day", "low", lines, message)


def long(line: Line, sections: set[int]) -> bool:
    """Whether a line gives a duration of a day or more for one of the steps, or of two weeks or more for all."""
    least = 1.0 if line.section in sections else 14.0
    found = [truth(a).high * SECONDS[a.unit] for a in line.present if a.unit in SECONDS]
    return any(seconds >= least * DAY for seconds in found)
