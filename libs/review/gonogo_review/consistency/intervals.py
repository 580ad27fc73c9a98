"""Interval arithmetic over printed amounts: what the true value may be, given how it was printed.

A printed number stands for every value that rounding or cutting off gives it. A result is wrong only where no value of
its inputs leads to it.
"""

import math
import re
from typing import NamedTuple

from gonogo_review.model import Amount

SECONDS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0}
SECONDS |= {"week": 604800.0, "month": 2629800.0, "year": 31557600.0}
BYTES = {"B": 1.0, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12}
APPROXIMATE = 0.1
"""'~3 s' stands for 10 % more or less."""
PLUS = 1.99
"""Nobody writes '20+' for 40: an open lower bound is read up to twice itself."""
MULTIPLIERS = (("k", 1e3), ("m", 1e6), ("b", 1e9), ("千", 1e3), ("万", 1e4), ("만", 1e4), ("億", 1e8), ("亿", 1e8))


class Interval(NamedTuple):
    """A closed interval, low to high."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether a value lies in both, up to the error of floating point."""
        slack = 1e-9 * max(1.0, *(abs(x) for x in (*self, *other) if math.isfinite(x)))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def __add__(self, other: object) -> "Interval":
        """The sum of a value of each."""
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: "Interval") -> "Interval":
        """The difference of a value of each."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: "Interval") -> "Interval":
        """The quotient of non-negative intervals; unbounded where the divisor may be 0."""
        low = self.low / other.high if other.high else math.inf
        return Interval(low if self.low else 0.0, self.high / other.low if other.low > 0 else math.inf)

    def scaled(self, factor: float) -> "Interval":
        """Every value times a non-negative factor."""
        return Interval(self.low * factor, self.high * factor)

    def shifted(self, distance: float) -> "Interval":
        """Every value plus a distance."""
        return Interval(self.low + distance, self.high + distance)


def resolution(amount: Amount) -> float:
    """What one unit of the last printed digit is worth: 0.1 for '97.3', 1000 for '15K'."""
    step = 10.0**-amount.decimals
    found = re.match(r"[\s\d.,'~<>=≤≥$€£+-]*([a-zA-Z千万만億亿])", amount.printed)
    letter = found.group(1).lower() if found else ""
    factor = next((value for sign, value in MULTIPLIERS if sign == letter), 1.0)
    return step * factor if factor > 1.0 and amount.low >= factor else step


def rounded(value: float, step: float) -> Interval:
    """Everything that rounds, or is cut off, to a value printed in steps."""
    if value < 0:
        return Interval(value - step, value + step / 2)
    return Interval(value - step / 2, value + step)


def truth(amount: Amount, plus: float = math.inf) -> Interval:
    """What the true value may be. `plus` bounds 'at least n' at `plus * n`."""
    step = resolution(amount)
    low, high = rounded(amount.low, step).low, rounded(amount.high, step).high
    if amount.comparator in ("<", "<="):
        return Interval(min(0.0, amount.low), amount.high)
    if amount.comparator in (">", ">="):
        return Interval(amount.low, amount.high * plus if amount.high > 0 else math.inf)
    if amount.comparator == "~":
        return Interval(min(low, amount.low * (1 - APPROXIMATE)), max(high, amount.high * (1 + APPROXIMATE)))
    return Interval(low, high)


def dimension(unit: str) -> str:
    """Units of one dimension compare with each other."""
    if unit in SECONDS:
        return "s"
    return "B" if unit in BYTES else unit


def base(interval: Interval, unit: str) -> Interval:
    """In the base unit of its dimension: seconds, bytes, or the unit itself."""
    return interval.scaled(SECONDS.get(unit) or BYTES.get(unit) or 1.0)


def measured(amount: Amount, plus: float = math.inf) -> Interval:
    """`truth` in the base unit of its dimension."""
    return base(truth(amount, plus), amount.unit)


def exact(amount: Amount) -> Interval:
    """The printed numbers themselves, in the base unit: a bound counts as the value."""
    return base(Interval(amount.low, amount.high), amount.unit)


def tidy(value: float) -> str:
    """A number as a person writes it: at most three significant decimals, no trailing zeros."""
    if not math.isfinite(value):
        return "any"
    digits = 1 if abs(value) >= 10 else 2
    return f"{round(value, digits):g}" if abs(value) < 1e6 else f"{value:.0f}"


def shown(amount: Amount) -> str:
    """An amount as it was printed, with its bound and unit."""
    low, high = tidy(amount.low), tidy(amount.high)
    unit = "" if amount.unit == "count" else "%" if amount.unit == "%" else f" {amount.unit}"
    return f"{amount.comparator}{low if low == high else f'{low} to {high}'}{unit}"


def span(interval: Interval, unit: str = "") -> str:
    """An interval as a person writes it."""
    low, high = tidy(interval.low), tidy(interval.high)
    if not math.isfinite(interval.high):
        return f"at least {low}{unit}"
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"
