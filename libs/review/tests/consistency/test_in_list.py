"""Results whose inputs stand in other entries, in other cells or in brackets."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n- Search latency before: 800 ms\n- Search latency after: 200 ms\n- Improvement: {}%\n",
        (
            "# Bericht über die Messung\n\nDie Messung der Suche.\n\n- Dauer vorher: 800 ms\n- Dauer nachher: 200 ms\n"
            "- Verbesserung: {}%\n"
        ),
    ],
)
def test_change_over_three_entries(text: str) -> None:
    """From 800 to 200 is 75% less."""
    assert "arithmetic.change-in-list" in rules(text.format(85))
    assert rules(text.format(75)) == {}


def test_share_over_three_entries() -> None:
    """29 of 34 points are 85%."""
    text = "# Sprint review\n\nCommitted: 34 points\nCompleted: 29 points\nCompletion rate: {}%\n"
    assert "arithmetic.completed" in rules(text.format(92))
    assert rules(text.format(85)) == {}


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        ("Total findings: {} (3 critical, 4 high, 6 medium)", 12, 13),
        ("There are {} files (9 new and 4 modified)", 12, 13),
        ("Findings: {} (3 critical, 4 high, 6 medium)", 14, 13),
    ],
)
def test_parts_in_brackets(line: str, wrong: int, right: int) -> None:
    """More parts than the whole, or all levels and fewer."""
    assert "arithmetic.brackets" in rules(f"# Report\n\n{line.format(wrong)}\n")
    assert "arithmetic.brackets" not in rules(f"# Report\n\n{line.format(right)}\n")


@pytest.mark.parametrize(
    "line", ["12 files (3 new, 4 modified)", ("12 tests (p95 20 ms, 30 runs)"), "5 issues (2 days, 4 hours)"]
)
def test_brackets_that_are_no_parts(line: str) -> None:
    """Some of them, or something else."""
    assert "arithmetic.brackets" not in rules(f"# Report\n\n{line}\n")


def test_fewer_than_expected() -> None:
    """Five pods of six, and passed."""
    text = "# Checks\n\n| Check | Expected | Actual | Result |\n|---|---|---|---|\n| Pods | 6 | {} | PASS |\n"
    assert "target-miss.fewer" in rules(text.format(5))
    assert "target-miss.fewer" not in rules(text.format(6))
    assert "target-miss.fewer" not in rules(text.format(5).replace("Pods", "Errors"))
    assert "target-miss.fewer" not in rules(text.format(5).replace("PASS", "FAIL"))
