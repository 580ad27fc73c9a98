"""Is a stated improvement, speed-up or reduction what its before and after give, in any usual reading?"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency.intervals import Interval, dimension, exact, measured, resolution, rounded, span, tidy
from gonogo_review.model import Amount

OF_THE_OLD = 2
"""Of the ways to read a percentage, those that take the old value for the whole; they come first."""

FULL = 100


class Mistake(NamedTuple):
    """A result that no reading of its inputs gives."""

    expected: str
    """What the inputs give, for a person."""
    because: str


def ratios(before: Interval, after: Interval) -> Iterator[Interval]:
    """'n times': before over after, after over before, and both less one ('n times more')."""
    for one, other in ((before, after), (after, before)):
        quotient = one.over(other)
        yield quotient
        yield quotient.shifted(-1.0)


def percents(before: Interval, after: Interval) -> Iterator[Interval]:
    """'n percent': less or more by the old value, faster by the new one."""
    down, up = after.over(before), before.over(after)
    yield Interval(100 - 100 * down.high, 100 - 100 * down.low)
    yield down.shifted(-1.0).scaled(100)
    yield up.shifted(-1.0).scaled(100)
    yield Interval(100 - 100 * up.high, 100 - 100 * up.low)


def points(before: Interval, after: Interval) -> Iterator[Interval]:
    """'n points': the difference of two percentages or scores."""
    yield after.minus(before)
    yield before.minus(after)


def readings(before: Amount, after: Amount, unit: str, *, less: bool = False) -> list[Interval]:
    """Every usual reading of a change between two amounts of one dimension, in the change's unit.

    `less` says that the change is called so: of how much less something is, the old value is the whole.
    """
    old, new = measured(before), measured(after)
    if unit == "x":
        return list(ratios(old, new))
    found = list(percents(old, new))[: OF_THE_OLD if less else None] if unit == "%" else []
    same = unit == before.unit == after.unit or before.unit == after.unit == "%"
    return found + (list(points(truthful(before), truthful(after))) if same else [])


def truthful(amount: Amount) -> Interval:
    """What an amount may be, in its own unit."""
    return measured(amount) if dimension(amount.unit) == amount.unit else rounded(amount.low, resolution(amount))


def ends(before: Amount, after: Amount, unit: str) -> Interval | None:
    """The extremes of a change between a range and a value, bounds taken as values; None where neither is a range."""
    if before.low == before.high and after.low == after.high:
        return None
    old, new = exact(before), exact(after)
    if not (old.low > 0 and new.low > 0):
        return None
    quotient = old.over(new)
    return quotient if unit == "x" else Interval(100 - 100 / quotient.low, 100 - 100 / quotient.high)


def wrong_ends(before: Amount, after: Amount, delta: Amount) -> Interval | None:
    """The right range where a stated range has an end that neither end of the inputs gives."""
    right = ends(before, after, delta.unit)
    if right is None or delta.low == delta.high or delta.unit not in ("x", "%"):
        return None
    step = resolution(delta)
    fits = all(
        rounded(e, step).shifted(-step / 2).meets(Interval(r, r)) or rounded(e, step).meets(Interval(r, r))
        for e, r in zip((delta.low, delta.high), right, strict=True)
    )
    return None if fits else right


def main_reading(before: Amount, after: Amount, unit: str) -> str:
    """The value to print instead: bounds taken as values."""
    old, new = exact(before).high, exact(after).high
    if not old or not new:
        return "no ratio: one of them is 0"
    if unit == "x":
        return f"{tidy(max(old, new) / min(old, new))}x"
    if unit == "%" and new < old:
        return f"{tidy(100 * (old - new) / old)}% less ({tidy(old / new)} times as fast)"
    if unit == "%":
        return f"{tidy(100 * (new - old) / old)}% more"
    return tidy(new - old)


def size(change: Interval) -> Interval:
    """How large a change is, whichever way it goes."""
    low, high = sorted((abs(change.low), abs(change.high)))
    return Interval(0.0 if change.low < 0 < change.high else low, high)


def grows_from_nothing(before: Amount, delta: Amount) -> bool:
    """Whether a percentage is given of what there was none of: '0 | 2 | +200%'; 100% only says that it is all new."""
    none = before.unit == "count" and before.low == before.high == 0 and not before.comparator
    return none and delta.unit == "%" and delta.low == delta.high and delta.low not in (0, FULL)


def check(before: Amount, after: Amount, delta: Amount, *, less: bool = False) -> Mistake | None:
    """The mistake in 'from before to after, by delta', or None where a usual reading makes it right.

    The amounts of before and after share a dimension. A delta in another unit than `%`, `x` or theirs is not checked.
    """
    if dimension(before.unit) != dimension(after.unit):
        return None
    if grows_from_nothing(before, delta):
        return Mistake(main_reading(before, after, delta.unit), "no percentage follows from a start of 0")
    stated = size(measured(delta))
    if delta.comparator in ("<", "<="):
        stated = Interval(0.0, stated.high)
    found = readings(before, after, delta.unit, less=less)
    if not found:
        return None
    right = wrong_ends(before, after, delta)
    if right is not None:
        return Mistake(span(right, delta.unit), "both ends of the range follow from the ends of its inputs")
    if any(stated.meets(r) or stated.meets(Interval(-r.high, -r.low)) for r in found if not math.isnan(r.low)):
        return None
    return Mistake(
        main_reading(before, after, delta.unit), "no rounding and no usual reading of the two values gives it"
    )
