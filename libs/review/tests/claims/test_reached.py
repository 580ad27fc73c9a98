"""What was reached, and what it came from."""

import pytest

from gonogo_review.reading import read_report


def claims(text: str) -> list[tuple[str | None, list[tuple[str, float]]]]:
    """State and amounts of every claim under a title."""
    read = read_report(f"# Report\n\n{text}\n".encode(), "r.md")
    return [(claim.state, [(a.role, a.low) for a in claim.amounts]) for claim in read.statements]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("The report engine has achieved 70% pass rate with:", "done"),
        ("The project is 70% complete.", "partial"),
    ],
)
def test_share_that_was_the_goal(line: str, state: str) -> None:
    """A goal of 70% that is reached is reached; a thing that is 70% complete is not."""
    assert [found for found, _ in claims(line)] == [state]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("- **Login**: 12 tests fixed (30 in all)", "done"),
        ("- **Login**: 12 tests passing", None),
        ("- All 340 tests passing successfully", "done"),
    ],
)
def test_things_counted_behind_a_key(line: str, state: str | None) -> None:
    """So many things were fixed, which is done; so many tests pass, which counts them."""
    assert claims(line)[0][0] == state


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("- Reached 66% from 41%", [("value", 66), ("before", 41)]),
        ("- ~30% coverage (from ~4%)", [("value", 30), ("before", 4)]),
        ("- 14 checks from 5 teams", [("value", 14), ("value", 5)]),
        ("- To reach 90%, write more tests", [("target", 90)]),
    ],
)
def test_where_it_came_from(line: str, amounts: list[tuple[str, float]]) -> None:
    """'From' in front of a measure of the same unit says what was."""
    assert claims(line) == [(None, amounts)]


def test_rows_before_and_after() -> None:
    """The rows of a table may be one thing before and after."""
    rows = "| First audit (before the fixes) | 61/100 | ❌ |\n| After the second fix | 84/100 | ✅ |\n"
    found = claims(f"| Stage | Score | Status |\n|---|---|---|\n{rows}")
    assert [amounts for _, amounts in found] == [[("before", 61)], [("after", 84)]]
