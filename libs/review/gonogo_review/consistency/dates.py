"""Reads the dates that a line prints, in the usual forms of twelve languages."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

YEAR = re.compile(r"19\d\d|20\d\d")
"""No date without one: it is asked first, as the pattern of the dates takes long."""


class Dated(NamedTuple):
    """A date with its place in the line; `day` is None where the calendar has no such day."""

    day: dt.date | None
    start: int
    end: int
    printed: str


@cache
def names(kind: str) -> dict[str, int]:
    """The names of months (1 to 12) or weekdays (0 to 6)."""
    text = resources.files("gonogo_review.consistency").joinpath("calendar.yaml").read_bytes()
    listed = msgspec.yaml.decode(text, type=dict[str, list[list[str]]])
    first = 1 if kind == "months" else 0
    return {name: at for at, forms in enumerate(listed[kind], first) for name in forms}


@cache
def pattern() -> re.Pattern[str]:
    """One pattern for every form, the most exact first."""
    month = "|".join(sorted(map(re.escape, names("months")), key=lambda n: (-len(n), n)))
    forms = (
        r"(?<![\d.\-/])(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?![\d]|[-/.]\d)",
        r"(?P<y2>(?:19|20)\d\d)\s?[年년]\s?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일]",
        r"(?<![\d.\-/])(?P<a3>\d{1,2})(?P<s3>[./-])(?P<b3>\d{1,2})(?P=s3)(?P<y3>(?:19|20)\d\d)(?![\d]|[-/.]\d)",
        rf"\b(?P<n4>{month})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)\b",
        rf"\b(?P<d5>\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?(?P<n5>{month})\.?,?\s+(?:de\s+)?(?P<y5>(?:19|20)\d\d)\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def dates(text: str) -> list[Dated]:
    """The dates of a line, in order. '03/04/2025' is left out: which is the month cannot be known."""
    if not YEAR.search(text):
        return []
    return [found for match in pattern().finditer(text) if (found := read(match))]


@cache
def month_pattern() -> re.Pattern[str]:
    """A month and its year, without a day."""
    month = "|".join(sorted(map(re.escape, names("months")), key=lambda n: (-len(n), n)))
    words = rf"(?<![\d.]\s)(?<!\d\s)\b(?P<name>{month})\.?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b"
    return re.compile(
        rf"{words}|(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월](?!\s?\d)", re.IGNORECASE
    )


def months(text: str) -> list[Dated]:
    """The months of a line that have a year and no day, each by its last day."""
    found = []
    for match in month_pattern().finditer(text) if YEAR.search(text) else ():
        part = match.groupdict()
        year = int(part["year"] or part["y"])
        month = names("months")[part["name"].lower()] if part["name"] else int(part["m"])
        found.append(made(match, year, month, calendar.monthrange(year, month)[1]))
    return found


def read(match: re.Match[str]) -> Dated | None:
    """One date; None where its form has two readings."""
    part = match.groupdict()
    if part["y3"]:
        return numeric(match, int(part["a3"]), int(part["b3"]), int(part["y3"]), part["s3"])
    for form in "12":
        if part["y" + form]:
            return made(match, int(part["y" + form]), int(part["m" + form]), int(part["d" + form]))
    form = "4" if part["y4"] else "5"
    return made(match, int(part["y" + form]), names("months")[part["n" + form].lower()], int(part["d" + form]))


def numeric(match: re.Match[str], one: int, other: int, year: int, sign: str) -> Dated | None:
    """'31.12.2025' has its day first; with slashes or hyphens only where one of the two cannot be a month."""
    if sign == "." or one > 12 or one == other:
        return made(match, year, other, one)
    return made(match, year, one, other) if other > 12 else None


def made(match: re.Match[str], year: int, month: int, day: int) -> Dated:
    """A date at its place."""
    try:
        found = dt.date(year, month, day)
    except ValueError:
        found = None
    return Dated(found, match.start(), match.end(), match.group())


def weekday_before(text: str, dated: Dated) -> int | None:
    """The weekday that stands right before or after a date, as 'Monday, 2025-03-10'; None where none does."""
    near = [*re.findall(r"([^\W\d_]+(?:-[^\W\d_]+)?)[\s,(]*$", text[: dated.start])]
    near += re.findall(r"^[\s,(]*([^\W\d_]+(?:-[^\W\d_]+)?)", text[dated.end :])
    return next((names("weekdays")[w.lower()] for w in near if w.lower() in names("weekdays")), None)


def days_between(one: dt.date, other: dt.date) -> Iterator[float]:
    """The usual counts of the days from one date to another: without and with the first, and working days alone."""
    span = abs((other - one).days)
    yield from (span, span + 1)
    first = min(one, other)
    working = sum((first + dt.timedelta(days=i)).weekday() < 5 for i in range(min(span, 3660) + 1))
    yield from (working, max(0, working - 1))
