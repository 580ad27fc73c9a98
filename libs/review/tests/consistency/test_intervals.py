"""What a printed amount may stand for."""

import math

from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.consistency.intervals import Interval, measured, resolution, rounded, shown, truth
from gonogo_review.model import Amount


def amount(printed: str, unit: str = "count", comparator: str = "", role: str = "value") -> Amount:
    """An amount as it would be read from plain digits."""
    value = float(printed)
    decimals = len(printed.partition(".")[2])
    return Amount(role, comparator, value, value, None, unit, 0, len(printed), printed, decimals)  # type: ignore[arg-type]


@given(st.floats(0, 1e6), st.integers(0, 4))
def test_rounding_is_undone(value: float, decimals: int) -> None:
    """Whatever a value is rounded to, or cut off to, stands for it."""
    step = 10.0**-decimals
    for printed in (round(value, decimals), math.floor(value / step) * step):
        assert rounded(printed, step).meets(Interval(value, value))


@given(st.integers(1, 10**6), st.sampled_from(["ms", "s", "min", "h", "day"]))
def test_units_of_one_dimension_meet(value: int, unit: str) -> None:
    """A time is the same time in another unit."""
    seconds = measured(amount(str(value), unit))
    milliseconds = measured(amount(f"{seconds.low * 1000 + 0.5:.3f}", "ms"))
    assert seconds.meets(milliseconds)


def test_bounds() -> None:
    """A bound is open to one side; 'n+' is not twice itself where it is asked for."""
    assert truth(amount("5", comparator="<")) == Interval(0, 5)
    assert truth(amount("5", comparator=">=")).high == math.inf
    assert truth(amount("20", comparator=">="), 1.99).high < 40
    assert truth(amount("100", comparator="~")).meets(Interval(92, 92))
    assert not truth(amount("100", comparator="~")).meets(Interval(80, 80))


def test_resolution_follows_the_print() -> None:
    """'15K' is known to the thousand, '97.30' to the hundredth."""
    kilo = Amount("value", "", 15000, 15000, None, "count", 0, 3, "15K")
    assert resolution(kilo) == 1000
    assert resolution(amount("97.30")) == 0.01
    assert resolution(amount("8", "min")) == 1


@given(st.floats(0.1, 1e6), st.floats(0.1, 1e6), st.floats(0.1, 1e6), st.floats(0.1, 1e6))
def test_quotient_holds_every_quotient(a: float, b: float, c: float, d: float) -> None:
    """The quotient of two intervals has the quotient of any two of their values."""
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    for x in one:
        for y in other:
            assert one.over(other).meets(Interval(x / y, x / y))
    assert one.over(Interval(0, 1)).high == math.inf


def test_shown() -> None:
    """Amounts are shown with their bound and unit."""
    assert shown(amount("200", "ms", "<")) == "<200 ms"
    assert shown(amount("85.6", "%")) == "85.6%"
    assert shown(amount("12")) == "12"
