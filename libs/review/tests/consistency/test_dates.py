"""Dates as people print them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.consistency.dates import dates, days_between, weekday_before

DAY = dt.date(2025, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-14",
        "2025/03/14",
        "14.03.2025",
        "14/03/2025",
        "03/14/2025",
        "March 14, 2025",
        "14 March 2025",
        "14th Mar 2025",
        "14 de marzo de 2025",
        "14 de março de 2025",
        "14 mars 2025",
        "14. März 2025",
        "14 marzo 2025",
        "14 marca 2025",
        "14 Mart 2025",
        "14 марта 2025",
        "2025年3月14日",
        "2025년 3월 14일",
    ],
)
def test_forms(text: str) -> None:
    """Twelve languages print one day."""
    found = dates(f"Completed: {text} (final)")
    assert [d.day for d in found] == [DAY]
    assert found[0].printed == text


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))
def test_iso_is_read_back(day: dt.date) -> None:
    """An ISO date is its day."""
    assert [d.day for d in dates(f"- {day.isoformat()}:")] == [day]


@pytest.mark.parametrize("text", ["03/04/2025", "v2025.3", "build 20250314", "192.168.20.25", "10-2025", "see 2025"])
def test_what_is_no_date(text: str) -> None:
    """What can be read in two ways, or is none, is left out."""
    assert dates(text) == []


def test_no_such_day() -> None:
    """A day that the calendar has not is found as such."""
    assert [d.day for d in dates("2025-02-30")] == [None]


def test_weekday() -> None:
    """The weekday before or after a date."""
    assert weekday_before("Friday, 2025-03-14", dates("Friday, 2025-03-14")[0]) == 4
    assert weekday_before("2025-03-14 (viernes)", dates("2025-03-14 (viernes)")[0]) == 4
    assert weekday_before("released 2025-03-14", dates("released 2025-03-14")[0]) is None


def test_days_between() -> None:
    """Both ends counted or not, and working days alone."""
    assert {14, 15, 11} <= set(days_between(dt.date(2025, 3, 3), dt.date(2025, 3, 17)))
