"""How long a time from one moment to another is, by all the usual ways to count it."""

import datetime as dt

from gonogo_review.consistency.dates import days_between
from gonogo_review.consistency.intervals import SECONDS, Interval, measured, tidy, truth
from gonogo_review.consistency.moments import Moment, seconds_between
from gonogo_review.model import Amount

DAY = SECONDS["day"]
FINE = ("s", "min", "h")
"""Units that need times of day."""
COARSE = ("day", "week", "month")
MONTH = 31.0
HOLIDAYS = 15
"""Working days of which one may be a holiday."""


def fits(start: Moment, end: Moment, stated: Amount, *, working: bool = False) -> bool:
    """Whether a length can be that of a time; whatever cannot be told fits."""
    exact = seconds_between(start, end)
    if stated.unit in FINE:
        return exact is None or exact < 0 or measured(stated).meets(Interval(exact, exact))
    if start.day is None or end.day is None or end.day < start.day or stated.unit not in (*COARSE, "count"):
        return True
    if stated.unit == "week":
        return in_weeks(start.day, end.day, stated)
    length, days = truth(stated), (end.day - start.day).days
    if stated.unit == "month":
        return Interval(length.low * 28 - MONTH, length.high * MONTH + MONTH).meets(Interval(days, days + 1))
    counts = [*days_between(start.day, end.day), *([exact / DAY] if exact is not None else [])]
    if working or stated.unit == "day":
        least = counts[3] if working else counts[2]
        counts += [least - gone for gone in range(1, 1 + int(least) // HOLIDAYS)]
    return any(length.meets(Interval(count, count)) for count in counts)


def in_weeks(start: dt.date, end: dt.date, stated: Amount) -> bool:
    """Whether a time is as many weeks long: between those that are full and those that it touches."""
    days = (end - start).days
    touched = (end.toordinal() - 1) // 7 - (start.toordinal() - 1) // 7 + 1
    if stated.comparator or stated.decimals:
        return truth(stated).meets(Interval(days / 7, touched))
    return stated.low <= touched and days // 7 <= stated.high


def shown(start: Moment, end: Moment, unit: str) -> str:
    """The length of a time in a unit, or in days with the first one."""
    exact = seconds_between(start, end)
    if unit in FINE and exact is not None:
        return f"{tidy(exact / SECONDS[unit])} {unit}"
    days = (end.day - start.day).days + 1 if start.day and end.day else 0
    return f"{tidy(days / 7)} weeks" if unit == "week" else f"{days} days"
