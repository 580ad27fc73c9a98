"""Times from a start to an end, in one line or in two: an end before its start, and a length that is another."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gonogo_review.consistency import lengths
from gonogo_review.consistency.date_order import dated_lines
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import SECONDS
from gonogo_review.consistency.lexicon import single, without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.moments import Moment, before, moments_of
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, plain, topic
from gonogo_review.model import Amount, Draft

SIGNS = frozenset(("-", "–", "—", "→", "->", "~", "～", "〜", "|"))
TO = SIGNS | single("until")
"""What stands between the start and the end of a time."""
BEGINS, ENDS = ("begins", "started_on"), ("ends", "completed_on")
LABEL = 50
"""Characters of a label before its date."""
ASIDE = 8
"""Characters between a word for a start or an end and its date."""
BEHIND = re.compile(r"[\s*_`]*[(（,，=:：|][\s*_`=~≈共計全総총]*")
"""What parts a time and its length."""
ENDED = re.compile(r"\s*[^\W\d_]*\s*[*_`]*(?:[)）,;|.]|$)")
"""What may follow a length that is that of the whole time: no words of what it was spent on."""
DAY_BEFORE = re.compile(r"(?<![\w.,/-])(?P<day>\d{1,2})\.?\s?[–—-]\s?$")
FIRST_DAY = re.compile(r"\d{1,2}[. ]")
"""A date that is printed with its day first."""
TWO = 2
AFTER = 3
"""Lines between a start, its end and its length."""


class Time(NamedTuple):
    """A start and an end, each with its line."""

    start: Moment
    end: Moment
    lines: tuple[Line, ...]


class Edge(NamedTuple):
    """A labelled start or end; `rest` is what else its label says."""

    ends: bool
    moment: Moment
    line: Line
    rest: Topic


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each time that ends before it starts, or is not as long as said."""
    edges: list[Edge] = []
    for line, found in candidates(outline):
        for time in [*ranges(line, found), *told(outline, line, found), *of_one_month(line, found)]:
            yield from judged(time, length_within(line, found, time))
        edges += labelled(outline, line, found)
    for one, other in pairwise(edges):
        pair = paired(one, other)
        if pair:
            yield from judged(pair, length_below(outline, pair))


def candidates(outline: Outline) -> Iterator[tuple[Line, list[Moment]]]:
    """The lines with a date, and those with times of day alone beside an amount."""
    known = {line.number: found for line, found in dated_lines(outline)}
    for line in outline.lines:
        found = known.get(line.number)
        if found or (line.amounts and line.text.count(":") + line.text.count("：") >= TWO):
            yield line, moments_of(line.text, found or [])


def ranges(line: Line, found: list[Moment]) -> Iterator[Time]:
    """'2026-03-02 to 2026-03-13': two moments with nothing else between; in a row, two cells are for `tables`."""
    taken = -1
    for one, other in pairwise(found) if not line.has("rescheduled") else ():
        between = line.text[one.end : other.start].strip(" *`()")
        if one.start >= taken and between.lower() in TO - ({"|"} if line.is_row else set()):
            taken = other.end
            yield Time(one, other, (line,))


def of_one_month(line: Line, found: list[Moment]) -> Iterator[Time]:
    """'2–13 March 2026': the start is a day of the end's month."""
    day = DAY_BEFORE.search(line.text[: found[0].start]) if len(found) == 1 else None
    end = found[0].day if found else None
    if day and end and FIRST_DAY.match(line.text, found[0].start) and 0 < int(day["day"]) < end.day:
        yield Time(Moment(end.replace(day=int(day["day"])), None, "", day.start("day"), day.end()), found[0], (line,))


def told(outline: Outline, line: Line, found: list[Moment]) -> Iterator[Time]:
    """'Started 2026-03-02, results received 2026-03-13'."""
    if len(found) != 2 or not (found[0].day and found[1].day) or line.is_row:
        return
    first, second = line.text[: found[0].start], line.text[found[0].end : found[1].start]
    results = ("received",) if "result" in outline.marks(second) else ()
    if last_word(outline, first, BEGINS) and last_word(outline, second, (*ENDS, *results)):
        yield Time(found[0], found[1], (line,))


def last_word(outline: Outline, text: str, categories: tuple[str, ...]) -> bool:
    """Whether a word of the categories ends a text, or nearly."""
    words = outline.marks(text)
    return any(0 <= len(text) - m.end <= ASIDE for c in categories for m in words.get(c, ()))


def labelled(outline: Outline, line: Line, found: list[Moment]) -> Iterator[Edge]:
    """A line that is a label and a date."""
    if len(found) != 1 or not found[0].day:
        return
    label = plain(line.text[: found[0].start]).strip(" :：|")
    if not 0 < len(label) <= LABEL:
        return
    words = outline.marks(label)
    begins, ends = (any(c in words for c in categories) for categories in (BEGINS, ENDS))
    if begins != ends and not {"next_on", "future"} & words.keys():
        yield Edge(ends, found[0], line, topic(without(label, words, *(ENDS if ends else BEGINS))))


def paired(one: Edge, other: Edge) -> Time | None:
    """A start and the end right after it that is of the same thing."""
    near = other.line.number - one.line.number <= AFTER and one.line.section == other.line.section
    same = one.rest == other.rest and not one.ends and other.ends
    return Time(one.moment, other.moment, (one.line, other.line)) if near and same else None


def length_within(line: Line, found: list[Moment], time: Time) -> tuple[Line, Amount] | None:
    """The only length of time in the line of a range that is its only one."""
    lasted = [a for a in line.amounts if is_length(line, a)]
    near = [a for a in lasted if beside(line, a, time) or line.has("length")]
    return (line, near[0]) if len(lasted) == len(near) == 1 and len(found) <= TWO else None


def is_length(line: Line, amount: Amount) -> bool:
    """Whether an amount is a length of time, or a count of working days."""
    working = amount.unit == "count" and is_working(line, amount)
    return (amount.unit in SECONDS or working) and amount.role != "target" and not amount.of


def is_working(line: Line, amount: Amount) -> bool:
    """Whether a line counts working days."""
    return any(amount.start <= m.start <= amount.end + ASIDE for m in line.words.get("workdays", ()))


def beside(line: Line, amount: Amount, time: Time) -> bool:
    """Whether a length stands right behind a time, '22:00–02:00 (4 h)', or right before it, '4 h (22:00–02:00)'."""
    if amount.start >= time.end.end:
        ended = ENDED.match(line.text, amount.end) is not None
        return ended and BEHIND.fullmatch(line.text, time.end.end, amount.start) is not None
    return BEHIND.fullmatch(line.text, amount.end, time.start.start) is not None


def length_below(outline: Outline, time: Time) -> tuple[Line, Amount] | None:
    """The length on a line of its own, near the start and the end."""
    first, last = time.lines[0].number, time.lines[-1].number
    for number in [*range(last + 1, last + AFTER + 1), *range(first - 1, first - AFTER, -1)]:
        line = outline.by_number.get(number)
        lasted = (
            [a for a in line.amounts if is_length(line, a)] if line and line.section == time.lines[0].section else []
        )
        if line and lasted and not line.is_row:
            head = plain(line.text[: lasted[0].start]).strip(" :：")
            words = outline.marks(head)
            if "length" in words and not topic(without(head, words, "length")):
                return line, lasted[0]
    return None


def judged(time: Time, length: tuple[Line, Amount] | None) -> Iterator[Draft]:
    """The finding about one time."""
    lines = list(time.lines)
    if before(time.start, time.end):
        message = f"{quote(lines[-1])}: the end, {said(time.end)}, is before the start, {said(time.start)}."
        yield draft("date-order", "date-order.span", "medium", lines[::-1], message)
    elif length and not lengths.fits(time.start, time.end, length[1], working=is_working(*length)):
        right = lengths.shown(time.start, time.end, length[1].unit)
        message = (
            f"{quote(length[0])}: from {said(time.start)} to {said(time.end)} is {right}, not "
            f"{length[1].printed.strip()}."
        )
        yield draft("arithmetic", "arithmetic.duration", "low", [length[0], *lines], message, right)


def said(moment: Moment) -> str:
    """A moment in a message."""
    clock = "" if moment.clock is None else f"{moment.clock // 3600:02}:{moment.clock // 60 % 60:02}"
    return " ".join(filter(None, (str(moment.day) if moment.day else "", clock)))
