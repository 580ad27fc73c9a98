"""Shares, totals and averages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.consistency import shares, sums
from gonogo_review.consistency.intervals import Interval, rounded

from .finding import drafts, rules
from .test_intervals import amount


@given(st.integers(1, 3000), st.data(), st.integers(0, 3))
def test_every_real_share_is_possible(total: int, data: st.DataObject, decimals: int) -> None:
    """Whatever share whole numbers give, printed with any precision, passes the GRIM test."""
    part = data.draw(st.integers(0, total))
    printed = round(100 * part / total, decimals)
    assert shares.possible(rounded(printed, 10.0**-decimals), total)


@pytest.mark.parametrize(("percent", "step", "total"), [(97.35, 0.01, 150), (33.9, 0.1, 12), (61.0, 0.1, 8)])
def test_impossible_shares(percent: float, step: float, total: int) -> None:
    """No whole number of things gives these."""
    assert not shares.possible(rounded(percent, step), total)


def test_nearest_shares() -> None:
    """97.35 % of 150 lies between 146 and 147 of them."""
    below, above = shares.nearest(97.35, 150)
    assert round(below, 2) == 97.33
    assert round(above, 2) == 98.0


@given(st.integers(2, 2000), st.data())
def test_total_behind_a_rate(total: int, data: st.DataObject) -> None:
    """From failures and a rate with two decimals, a total that gives just that rate."""
    failed = data.draw(st.integers(1, max(1, total // 2)))
    rate = round(100 * (total - failed) / total, 2)
    found = shares.total_behind(failed, rate, 0.01)
    assert found is not None
    assert rounded(rate, 0.01).meets(Interval(100 * (found - failed) / found, 100 * (found - failed) / found))


@given(st.lists(st.integers(0, 500), min_size=2, max_size=9))
def test_sums(counts: list[int]) -> None:
    """Counts add up to their sum and to nothing else."""
    amounts = [amount(str(n)) for n in counts]
    assert sums.adds_up(amounts, amount(str(sum(counts))))
    assert not sums.adds_up(amounts, amount(str(sum(counts) + 3)))


def test_open_counts_add_up_to_less_than_twice() -> None:
    """25 and '20+' are 45 or a few more, never 65."""
    assert sums.adds_up([amount("25"), amount("20", comparator=">=")], amount("52"))
    assert not sums.adds_up([amount("25"), amount("20", comparator=">=")], amount("65"))


TABLE = """# Report

| Outcome | Count |
| --- | --- |
| Total tests | {} |
| Passed | 90 |
| Failed | 20 |
| Skipped | 10 |
"""
LIST = "# Report\n\n- Passed: 90 (75%)\n- Failed: 20 (16.7%)\n- Skipped: 10 (8.3%)\n- Total: {}\n"


@pytest.mark.parametrize(("text", "lines"), [(TABLE, (5, 6, 7, 8)), (LIST, (6, 3, 4, 5))], ids=["table", "list"])
def test_outcomes_of_a_run_are_no_more_than_its_total(text: str, lines: tuple[int, ...]) -> None:
    """The total may be of all, or of those that ran; and what has no line here may make it larger."""
    found = [d for d in drafts(text.format(100)) if d.rule == "arithmetic.outcomes"]
    assert [(d.lines, d.expected) for d in found] == [(lines, "120")]
    assert "arithmetic.outcomes" not in rules(text.format(120))
    assert "arithmetic.outcomes" not in rules(text.format(110))
    assert "arithmetic.outcomes" not in rules(text.format(130))


def test_share_of_something_else() -> None:
    """A share beside the tests that passed is not theirs, unless it says so."""
    text = "# Log\n\n- 40 test cases: 40/40 passed\n- {}: 5% → 60%\n"
    assert "arithmetic.rate" not in rules(text.format("New drivers"))
    assert "arithmetic.rate" in rules(text.format("Tests that pass"))
