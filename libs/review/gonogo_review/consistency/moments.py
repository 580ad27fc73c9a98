"""Times of day, with the date before them or alone, and how far they are from each other."""

import datetime as dt
import re
from typing import NamedTuple

from gonogo_review.consistency.dates import Dated, dates

CLOCK = re.compile(
    r"(?<![\d.:,-])(?P<hour>[01]?\d|2[0-4])[:：h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?![\d:])"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?P<zone>Z\b|UTC(?:[+-]\d{1,2})?|GMT|[A-Z]{2,4}T\b|[+-]\d\d:?\d\d\b))?",
    re.IGNORECASE,
)
SIGNS = re.compile(r"\d[:：h]\d\d")
BETWEEN = re.compile(r"[\sT,(|*_`]{0,6}(?:at|um|à|a las|às|alle|o|в|saat)?\s{0,2}", re.IGNORECASE)
"""What stands between a date and its time of day."""


class Moment(NamedTuple):
    """A date, a time of day in seconds, or both, at its place in a line."""

    day: dt.date | None
    clock: int | None
    zone: str
    start: int
    end: int

    @property
    def ordinal(self) -> int:
        """Its second, where it has both."""
        return (self.day.toordinal() if self.day else 0) * 86400 + (self.clock or 0)


def moments(text: str) -> list[Moment]:
    """The moments of a text, in order."""
    return moments_of(text, dates(text))


def moments_of(text: str, dated_in: list[Dated]) -> list[Moment]:
    """The moments of a text whose dates are known; a date that the calendar has not is none."""
    clocks = list(CLOCK.finditer(text)) if SIGNS.search(text) else []
    found, used = list[Moment](), set[int]()
    for dated in dated_in:
        clock = next((c for c in clocks if c.start() >= dated.end and belongs(text, dated, c)), None)
        if dated.day:
            found.append(moment(dated, clock))
        if clock:
            used.add(clock.start())
    found += [moment(None, clock) for clock in clocks if clock.start() not in used]
    return sorted(found, key=lambda m: m.start)


def belongs(text: str, dated: Dated, clock: re.Match[str]) -> bool:
    """Whether a time of day stands right behind a date."""
    return BETWEEN.fullmatch(text, dated.end, clock.start()) is not None


def moment(dated: Dated | None, clock: re.Match[str] | None) -> Moment:
    """One moment, from what is printed of it."""
    start = dated.start if dated else clock.start() if clock else 0
    end = clock.end() if clock else dated.end if dated else 0
    return Moment(dated.day if dated else None, seconds(clock), zone(clock), start, end)


def seconds(clock: re.Match[str] | None) -> int | None:
    """The second of the day."""
    if clock is None:
        return None
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    return hour * 3600 + int(clock["minute"]) * 60 + int(clock["second"] or 0)


def zone(clock: re.Match[str] | None) -> str:
    """The time zone as printed; Z is UTC."""
    printed = (clock["zone"] or "").upper() if clock else ""
    return "UTC" if printed in ("Z", "GMT") else printed


def seconds_between(one: Moment, other: Moment) -> float | None:
    """How many seconds lie between two moments with a time of day, over midnight where only the times are known."""
    if one.clock is None or other.clock is None or (one.zone and other.zone and one.zone != other.zone):
        return None
    if one.day and other.day:
        return float(other.ordinal - one.ordinal)
    if one.day is None and other.day is None:
        return float((other.clock - one.clock) % 86400)
    later = one.day is not None and other.clock < one.clock
    return float(other.clock - one.clock + (86400 if later else 0)) if one.day else None


def before(one: Moment, other: Moment) -> bool:
    """Whether the second moment is surely earlier than the first."""
    if one.day is None or other.day is None or one.day < other.day:
        return False
    if one.day > other.day:
        return True
    distance = seconds_between(one, other)
    return distance is not None and distance < 0
