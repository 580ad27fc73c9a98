"""What the summary counts, and what its parts and sections make of it."""

import pytest

from .finding import rules

BLOCKS = "| {0} | {1} | {2} |\n|---|---|---|\n| Login | 10 | 0 |\n| Orders | 15 | 2 |\n| Stock | 10 | 2 |\n"


@pytest.mark.parametrize(
    ("passed", "failed", "title"),
    [("PASS", "FAIL", "Report"), ("Bestanden", "Fehlgeschlagen", "Testbericht"), ("通过", "失败", "测试报告")],
)
def test_outcomes_of_all_blocks(passed: str, failed: str, title: str) -> None:
    """The columns of the only table of blocks make the totals of the summary."""
    text = f"# {title}\n\n## Summary\n\n| Metric | Value |\n|---|---|\n| {passed} | {{}} |\n| {failed} | {{}} |\n\n"
    text += "## Blocks\n\n" + BLOCKS.format("Block", passed, failed)
    assert rules(text.format(35, 4)) == {}
    assert rules(text.format(36, 4))["arithmetic.outcome-sums"][:2] == (7, 14)
    assert "arithmetic.outcome-sums" not in rules(text.format(80, 4))


def test_two_tables_of_blocks() -> None:
    """Which of them the summary counts cannot be known."""
    text = "# Report\n\n- Passed: 36\n- Failed: 4\n\n## One\n\n{0}\n## Two\n\n{0}"
    assert "arithmetic.outcome-sums" not in rules(text.format(BLOCKS.format("Block", "Passed", "Failed")))


@pytest.mark.parametrize(
    ("head", "counter"),
    [("**43 API endpoints (4 routers)**", ""), ("**43 endpoints**", ""), ("**43개 엔드포인트 (4개 라우터)**", "개")],
)
def test_bare_counts_in_brackets(head: str, counter: str) -> None:
    """Names beneath a count, each with its own, make it."""
    text = f"# Log\n\n- {head}\n"
    for name, count in (("Beds", 16), ("Rooms", 18), ("Guests", 5)):
        text += f"  - {name} ({count}{counter}) - all\n"
    assert "arithmetic.total" in rules(text + f"  - Bills (8{counter}) - all\n")
    assert "arithmetic.total" not in rules(text + f"  - Bills (4{counter}) - all\n")


def test_things_that_are_listed() -> None:
    """Four routers are listed; what they count is something else."""
    text = "# Log\n\n- 4 routers\n  - Beds (2)\n  - Rooms (1)\n  - Guests (1)\n  - Bills (1)\n"
    assert "arithmetic.total" not in rules(text)


@pytest.mark.parametrize(("row", "total"), [("API tests", "Total"), ("Testy API", "Razem")])
def test_row_about_a_section(row: str, total: str) -> None:
    """The summary's row and the section of its name count the same tests."""
    text = f"# Log\n\n| Part | State | Detail |\n|---|---|---|\n| Part 3: {row} | ✅ | 20/20 |\n\n"
    text += f"## Part {{}}: {row}\n\n### Runs\n\nAll ran.\n\n**{total}: {{}}/{{}}** ✅\n"
    assert rules(text.format(3, 26, 26)) == {"value-conflict.counted-twice": (5, 13)}
    assert rules(text.format(3, 20, 20)) == {}
    assert rules(text.format(4, 26, 26)) == {}


def test_all_of_them_twice() -> None:
    """All migrations are twelve, and thirteen; those of another part, or of another kind, are others."""
    text = "# Log\n\n## One\n\n- 12/12 migrations run\n\n## Two\n\n- {} migrations run\n"
    assert rules(text.format("13/13")) == {"value-conflict.counted-twice": (5, 9)}
    assert rules(text.format("12/12")) == {}
    assert rules(text.format("Backend: 13/13")) == {}


@pytest.mark.parametrize(
    ("title", "date", "updated"),
    [
        ("Report", "Date: 29 March 2026", "Last updated: June 2025"),
        ("Report", "Date: 29 March 2026", "Last updated: 12 June 2025"),
        (
            "Bericht über die Prüfung und den Stand der Anlage",
            "Datum: 29. März 2026",
            "Zuletzt aktualisiert: Juni 2025",
        ),
        ("测试报告", "报告日期: 2026年3月29日", "最后更新: 2025年6月"),
    ],
)
def test_last_update_before_the_report(title: str, date: str, updated: str) -> None:
    """What was updated last in June cannot have been written in March of the next year."""
    text = f"# {title}\n\n{date}\n\n{updated}\n\nText.\n"
    assert rules(text)["date-order.stale"] == (3, 5)
    later = (
        text.replace("12 June 2025", "2 May 2026")
        .replace("June 2025", "March 2026")
        .replace("Juni 2025", "März 2026")
        .replace("2025年6月", "2026年3月")
    )
    assert rules(later) == {}


def test_number_of_a_file_that_is_missing() -> None:
    """Files that are numbered from 1 on, one of which stands nowhere."""
    rows = "".join(f"| `{n:03}_part{n}.sql` | ✅ |\n" for n in (1, 2, 3, 4, 5, 6, 8, 9, 10))
    text = "# Log\n\n| File | State |\n|---|---|\n" + rows
    assert rules(text) == {"scope-gap.identifiers": (10, 11)}
    assert rules(text + "\nThe file 007_part7.sql was dropped.\n") == {}
