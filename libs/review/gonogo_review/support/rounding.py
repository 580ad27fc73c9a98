"""Whether a number that was measured can be the one that was printed."""

from gonogo_review.model import Amount

ABOUT = 0.1
"""The share by which '~' may miss."""


def may_be(value: float, amount: Amount) -> bool:
    """Whether `value`, rounded or cut to what is printed, fits the amount by any reading of its comparator."""
    step = 10.0**-amount.decimals
    slack = max(step, 0.0) * (1 + 1e-9)
    low, high = amount.low - slack / 2, amount.high + slack
    if amount.comparator == "~":
        low, high = min(low, amount.low * (1 - ABOUT)), max(high, amount.high * (1 + ABOUT))
    if amount.comparator in {">", ">="}:
        return value >= low
    if amount.comparator in {"<", "<="}:
        return value <= high
    return low <= value < high
