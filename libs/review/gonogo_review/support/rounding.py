"""Whether a number that was measured can be the one that was printed."""

from gonogo_review.model import Amount

ABOUT = 0.1
"""The share of its ends by which '~' may miss."""
_HAIR = 1e-9


def may_be(value: float, amount: Amount) -> bool:
    """Whether `value`, rounded or cut to the digits printed, fits the amount by any reading of its comparator."""
    low, high = bounds(amount)
    if amount.comparator in {">", ">="}:
        return value >= low - _HAIR
    if amount.comparator in {"<", "<="}:
        return value < high
    return low - _HAIR <= value < high


def bounds(amount: Amount) -> tuple[float, float]:
    """The values that print as the amount: from half a last digit below, to a whole one above (as Istanbul cuts)."""
    step = 10.0**-amount.decimals
    low, high = amount.low - step / 2, amount.high + step
    if amount.comparator == "~":
        low, high = min(low, amount.low * (1 - ABOUT)), max(high, amount.high * (1 + ABOUT))
    return low, high


def is_exactly(value: float, amount: Amount) -> bool:
    """Whether the amount says just this number, not only a bound or neighbourhood that holds it."""
    return amount.comparator == "" and amount.low == amount.high and may_be(value, amount)
