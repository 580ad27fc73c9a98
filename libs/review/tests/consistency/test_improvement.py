"""Improvements, speed-ups and reductions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.consistency.improvement import check
from gonogo_review.model import Amount

from .finding import rules
from .test_intervals import amount


def spanning(low: float, high: float, unit: str, comparator: str = "", role: str = "value") -> Amount:
    """An amount that is a range."""
    return Amount(role, comparator, low, high, None, unit, 0, 5, f"{low:g}-{high:g}")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "delta"),
    [
        (("45", "s"), ("25", "s"), ("44", "%")),
        (("300", "ms"), ("50", "ms"), ("6", "x")),
        (("3", "s"), ("1500", "ms"), ("50", "%")),
        (("240", "KB"), ("200", "KB"), ("17", "%")),
        (("68", "%"), ("95", "%"), ("27", "%")),
        (("100", "count"), ("150", "count"), ("50", "%")),
        (("10", "s"), ("5", "s"), ("100", "%")),
        (("2", "h"), ("20", "min"), ("6", "x")),
    ],
)
def test_usual_readings_are_right(before: tuple[str, str], after: tuple[str, str], delta: tuple[str, str]) -> None:
    """Less time, more speed, points: whatever is usual is right."""
    assert check(amount(*before), amount(*after), amount(*delta)) is None


@pytest.mark.parametrize(
    ("before", "after", "delta", "expected"),
    [
        (("5000", "ms"), ("2000", "ms"), ("50", "%"), "60%"),
        (("300", "ms"), ("50", "ms"), ("8", "x"), "6x"),
        (("800", "MB"), ("600", "MB"), ("40", "%"), "25%"),
        (("40", "count"), ("50", "count"), ("45", "%"), "25%"),
    ],
)
def test_wrong_results_are_told(
    before: tuple[str, str], after: tuple[str, str], delta: tuple[str, str], expected: str
) -> None:
    """A result that no reading gives is wrong, and the right one is said."""
    mistake = check(amount(*before), amount(*after), amount(*delta))
    assert mistake is not None
    assert mistake.expected.startswith(expected)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_what_is_computed_is_never_wrong(before: int, after: int) -> None:
    """The change that two values give, printed with any precision, is right."""
    for decimals in (0, 1, 2):
        down = f"{abs(100 * (before - after) / before):.{decimals}f}"
        ratio = f"{max(before, after) / min(before, after):.{decimals}f}"
        assert check(amount(str(before), "ms"), amount(str(after), "ms"), amount(down, "%")) is None
        assert check(amount(str(before), "ms"), amount(str(after), "ms"), amount(ratio, "x")) is None


def test_ends_of_a_range() -> None:
    """A range of results has the ends that the ends of its inputs give."""
    before, after = spanning(1, 2, "s"), spanning(150, 150, "ms", "<")
    mistake = check(before, after, spanning(10, 13, "x"))
    assert mistake is not None
    assert mistake.expected == "6.67 to 13.3x"
    assert check(before, after, spanning(6.7, 13.3, "x")) is None


def test_bounds_leave_room() -> None:
    """'Under 1.5 s' may be anything below: 60 % is possible, 40 % is not."""
    before, after = amount("3000", "ms"), amount("1500", "ms", "<")
    assert check(before, after, amount("60", "%")) is None
    assert check(before, after, amount("40", "%")) is not None


def test_other_dimensions_are_left_alone() -> None:
    """Seconds do not become bytes."""
    assert check(amount("3", "s"), amount("1", "MB"), amount("50", "%")) is None


@pytest.mark.parametrize("word", ["lower", "smaller", "less"])
def test_how_much_less_something_is(word: str) -> None:
    """It is told by the old value; how much faster may be told by the new one."""
    text = "# Report\n\n- Start-up: 160 ms → 100 ms ({}% {})\n"
    assert rules(text.format("37.5", word)) == {}
    assert rules(text.format("60", word)) == {"arithmetic.change": (3,)}
    assert rules(text.format("60", "faster")) == {}


@pytest.mark.parametrize(("change", "wrong"), [("+300%", True), ("+100%", False), ("+3", False)])
def test_percentage_of_nothing(change: str, wrong: bool) -> None:
    """Three things where there was none are no 300 % more; that all of it is new may be told so."""
    found = rules(f"# Shop\n\n| Metric | Before | After | Change |\n|---|---|---|---|\n| Guides | 0 | 3 | {change} |\n")
    assert ("arithmetic.change" in found) == wrong
