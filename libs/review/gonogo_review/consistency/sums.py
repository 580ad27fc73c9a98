"""Sums and averages of printed amounts."""

from collections.abc import Sequence

from gonogo_review.consistency.intervals import PLUS, Interval, dimension, measured
from gonogo_review.model import Amount


def one_dimension(amounts: Sequence[Amount]) -> bool:
    """Whether the amounts can be added."""
    return len({dimension(a.unit) for a in amounts}) == 1


def total(amounts: Sequence[Amount]) -> Interval:
    """What the amounts may add up to, in their base unit; '20+' is read as less than 40."""
    low = high = 0.0
    for amount in amounts:
        part = whole_number(amount) or measured(amount, PLUS)
        low, high = low + part.low, high + part.high
    return Interval(low, high)


def whole_number(amount: Amount) -> Interval | None:
    """A plain count is exact: nobody rounds '23 tests'."""
    plain = amount.unit == "count" and not amount.comparator and amount.decimals == 0
    return Interval(amount.low, amount.high) if plain and amount.printed.strip().isdigit() else None


def average(amounts: Sequence[Amount]) -> Interval:
    """What the amounts' mean may be, in their base unit."""
    return total(amounts).scaled(1 / len(amounts))


def weighted(amounts: Sequence[Amount], weights: Sequence[float]) -> Interval | None:
    """What the amounts' weighted mean may be; None where the weights add up to nothing."""
    whole = sum(weights)
    if whole <= 0:
        return None
    parts = [measured(a).scaled(w / whole) for a, w in zip(amounts, weights, strict=True)]
    return Interval(sum(p.low for p in parts), sum(p.high for p in parts))


def adds_up(amounts: Sequence[Amount], stated: Amount) -> bool:
    """Whether the amounts can add up to what is stated."""
    return total(amounts).meets(whole_number(stated) or measured(stated, PLUS))
