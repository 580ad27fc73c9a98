"""Numbers, dates, gaps and phases in a report."""

import pytest

from .finding import drafts, rules


def test_share() -> None:
    """3 of 8 is not 63 %."""
    found = drafts("# Report\n\n**Progress**: 63% (3/8 tasks)\n")
    assert [(d.rule, d.expected) for d in found] == [("arithmetic.share", "37.5%")]


@pytest.mark.parametrize("line", ["81/81 tests (100%)", "20/24 passed (83.3%)", "23/23 tests passed (92% coverage)"])
def test_right_shares(line: str) -> None:
    """Shares that are right, and percentages of something else."""
    assert rules(f"# Report\n\n- {line}\n") == {}


def test_total_of_a_table() -> None:
    """The rows do not add up to the total."""
    text = "# Report\n\n| Area | Files |\n|---|---|\n| API | 11 |\n| UI | 4 |\n| Docs | 6 |\n| **Total** | **23** |\n"
    found = drafts(text)
    assert [(d.rule, d.expected, d.lines[0]) for d in found] == [("arithmetic.total", "21", 8)]


def test_total_of_passed_and_skipped() -> None:
    """A cell that holds passed and skipped adds up by what passed."""
    rows = "| API | 240 passed / 3 skipped |\n| UI | 110 passed / 2 skipped |\n| Jobs | 50 passed |\n"
    text = f"# Report\n\n| Suite | Tests |\n|---|---|\n{rows}| **Total** | {{}} passed |\n"
    assert rules(text.format(400)) == {}
    assert "arithmetic.total" in rules(text.format(430))


def test_average_of_a_table() -> None:
    """The rows' mean, plain or weighted by a count beside it, is the average."""
    rows = "| A | 10 | 80% |\n| B | 30 | 90% |\n| **Average** | 20 | {} |\n"
    text = "# Report\n\n| Team | Tickets | Score |\n|---|---|---|\n" + rows
    assert rules(text.format("85%")) == {}
    assert rules(text.format("87.5%")) == {}
    assert rules(text.format("95%")) == {"arithmetic.average": (7, 5, 6)}


def test_overall_score() -> None:
    """No mean of 70 to 90 is 95."""
    text = "# Report\n\n| Area | Score |\n|---|---|\n| Code | 70% |\n| Tests | 90% |\n| **Overall** | {} |\n"
    assert rules(text.format("88%")) == {}
    assert rules(text.format("95%")) == {"arithmetic.overall": (7, 5, 6)}


def test_two_totals_of_tests() -> None:
    """All of 127, and a total of 130."""
    text = "# Report\n\n## Summary\n\n- ✅ All 127 tests passing\n\n## Figures\n\n- **Total tests**: {}\n"
    assert rules(text.format(130)) == {"value-conflict.all-tests": (5, 9)}
    assert rules(text.format(127)) == {}


def test_parts_of_a_count() -> None:
    """An entry counts files, and the list beneath it counts others."""
    text = "# Report\n\n- **New files**: 26 files\n  - Backend: 11 files\n  - Frontend: 4 files\n  - Docs: 6 files\n"
    assert rules(text)["arithmetic.total"][0] == 3


def test_run_without_its_timeouts() -> None:
    """Passed, failed and skipped are not the total."""
    text = "# Report\n\n- Passed: 16\n- Failed: 0\n- Skipped: 0\n- Total: 21\n"
    assert rules(text) == {"arithmetic.parts": (6, 3, 4, 5)}


def test_impossible_rate() -> None:
    """No whole number of 150 tests is 97.35 %."""
    assert "arithmetic.impossible" in rules("# Report\n\n- Total tests: 150\n- Pass rate: 97.35%\n")
    assert rules("# Report\n\n- Total tests: 150\n- Pass rate: 97.3%\n") == {}


def test_results_behind_a_label_of_tests() -> None:
    """What follows a label 'tests' passed and failed: the rate is of both, and the total is stated apart."""
    text = "# Report\n\n- **Smoke tests**: 47 passed, 6 failed ({}%)\n"
    assert rules(text.format(88.7)) == {}
    assert rules(text.format(91.5)) == {"arithmetic.rate": (3,)}
    several = "# Report\n\n- API tests: 40 total, 39 passed, 1 failed\n- Web tests: 60 total, 52 passed, 6 failed\n"
    assert rules(several) == {"arithmetic.parts": (4,)}


def test_suites_and_the_whole() -> None:
    """The phases' tests are not the report's."""
    phases = "".join(f"## Phase {n}\n\n- **Tests**: {k}/{k} passing\n\n" for n, k in ((1, 23), (2, 30), (3, 28)))
    text = f"# Report\n\n## Summary\n\n- **Total tests**: 101/101 passing\n\n{phases}"
    found = drafts(text)
    assert [(d.rule, d.expected) for d in found] == [("arithmetic.suites", "81")]


def test_missed_target() -> None:
    """A value that misses its target, with a mark that says met."""
    head = "# Report\n\n| Metric | Target | Achieved | Status |\n|---|---|---|---|\n"
    text = head + "| p95 latency | <200 ms | 310 ms | ✅ Met |\n"
    assert rules(text)["target-miss.row"][0] == 5
    honest = text.replace("✅ Met", "❌ Missed")
    assert "target-miss.row" not in rules(honest)


def test_announced_count() -> None:
    """Five stories announced, four listed."""
    text = "# Report\n\nWe delivered 5 stories:\n\n- Search\n- Filters\n- Export\n- Alerts\n"
    assert rules(text)["count-mismatch.list"][0] == 3
    assert rules(text.replace("5", "4")) == {}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("# Report\n\n**Start date**: 2025-03-10\n**Completion date**: 2025-02-10\n", "date-order.backwards"),
        ("# Report\n\n**Date**: 2025-03-10\n**Completion date**: 2025-03-12\n", "date-order.report"),
        ("# Report\n\n- Monday, 2025-03-14: kick-off\n", "date-order.weekday"),
        ("# Report\n\n- Signed on 2025-02-30\n", "date-order.no-such-day"),
        ("# Report\n\n- Trial: 2025-03-10 to 2025-03-01\n", "date-order.span"),
        ("# Report\n\n- Trial: 2025-03-01 – 2025-03-10 (25 days)\n", "arithmetic.duration"),
        (
            "# Abschlussbericht der Lagerverwaltung\n\n**Startdatum**: 10.03.2025\n**Abschlussdatum**: 10.02.2025\n",
            "date-order.backwards",
        ),
        ("# 报告\n\n**开始日期**: 2025年3月10日\n**完成日期**: 2025年2月10日\n", "date-order.backwards"),
    ],
)
def test_dates(text: str, rule: str) -> None:
    """Dates that cannot be so."""
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n**Date**: 2025-03-14\n**Start date**: 2025-03-01\n**Completion date**: 2025-03-12\n",
        "# Report\n\n- Trial: 2025-03-01 – 2025-03-10 (10 days)\n",
        "# Report\n\n- Friday, 2025-03-14: kick-off\n",
        "# Report\n\n**Date**: 2025-03-14\n**Next review**: 2025-06-14\n",
    ],
)
def test_dates_in_order(text: str) -> None:
    """Dates that can."""
    assert rules(text) == {}


def test_numbering() -> None:
    """6.3 is followed by 6.5."""
    text = "# Report\n\n" + "".join(
        f"### 6.{n} Part {name}\n\nText.\n\n" for n, name in ((1, "A"), (2, "B"), (3, "C"), (5, "E"))
    )
    assert rules(text)["scope-gap.numbering"] == (11, 15)
    told = text + "6.4 was moved to the next release.\n"
    assert "scope-gap.numbering" not in rules(told)


def test_numbering_with_a_phase_in_a_title() -> None:
    """'4. Phase 2b' is number 4, whatever else its title numbers."""
    text = "# Report\n\n" + "".join(f"## {n}. {name}\n\nText.\n\n" for n, name in ((1, "A"), (2, "B"), (3, "C")))
    assert rules(text + "## 4. Phase 2b: cutover\n\nText.\n\n## 5. Annex\n\nText.\n") == {}
    assert "scope-gap.numbering" in rules(text + "## 5. Annex\n\nText.\n")


@pytest.mark.parametrize(
    ("titles", "rule"),
    [
        (("1. Aim", "2. Scope", "3. Work", "4. Proof", "3. Outlook"), "number-twice"),
        (("一、目标", "二、范围", "三、进度", "四、验收", "三、后续"), "number-twice"),
        (("一、目标", "二、范围", "三、进度", "五、验收"), "numbering"),
        (("I. Aim", "II. Scope", "III. Work", "V. Outlook"), "numbering"),
        (("1. Aim", "2. Scope", "#3.1 Rig", "3. Work", "4. Outlook"), "number-astray"),
    ],
)
def test_numbers_in_disorder(titles: tuple[str, ...], rule: str) -> None:
    """A number that comes twice, one that is left out, one that belongs to another section."""
    text = "# Report\n\n" + "".join(f"##{'' if title[0] == '#' else ' '}{title}\n\nText.\n\n" for title in titles)
    assert list(rules(text.replace("###", "### "))) == [f"scope-gap.{rule}"]


@pytest.mark.parametrize(
    "titles",
    [
        ("1. Aim", "2. Scope", "3. Work", "1. First", "2. Second", "3. Third"),
        ("Phase 1: Plan", "Phase 2: Build", "Phase 3: Ship", "Phase 2: What we learnt"),
        ("1. Aim", "2. Scope", "#2.1 In", "#2.2 Out", "3. Work"),
        ("一、目标", "二、范围", "三、进度", "四、验收"),
    ],
)
def test_numbers_in_order(titles: tuple[str, ...]) -> None:
    """Rows that begin anew, phases that are told twice."""
    text = "# Report\n\n" + "".join(f"##{'' if title[0] == '#' else ' '}{title}\n\nText.\n\n" for title in titles)
    assert rules(text.replace("###", "### ")) == {}


def test_placeholders() -> None:
    """Values never filled in, and approvals that nobody signed."""
    assert "scope-gap.unfilled" in rules(
        "# Report\n\n| Metric | Value |\n|---|---|\n| Coverage | TBD |\n| Uptime | 99% |\n"
    )
    assert "scope-gap.unfilled" in rules("# Отчёт\n\n**Дата выпуска:** ДД.ММ.ГГГГ\n")
    assert "scope-gap.unfilled" in rules("# Report\n\nText.\n\n## Approval\n\n- CTO: ____________ Date: ______\n")
    signed = "# Report\n\nText.\n\n| Role | Signature |\n|---|---|\n| QA | {} |\n| CTO | {} |\n"
    assert "scope-gap.unsigned" in rules(signed.format("", ""))
    assert rules(signed.format("A. Lee", "M. Roy")) == {}


def test_dangling_reference() -> None:
    """A reference to a section that is not there."""
    text = "# Report\n\n## 1. Scope\n\nSee section 7.2.\n\n## 2. Work\n\nText.\n\n## 3. Tests\n\nSee section 2.\n"
    assert rules(text) == {"scope-gap.reference": (5,)}


def test_phase_done_and_coming() -> None:
    """Phase 6 is completed, and can begin."""
    text = "# Handoff\n\n**Phase 6 status**: ✅ Completed\n\n## Conclusion\n\n**Phase 6 can begin immediately.**\n"
    assert rules(text)["phase-confusion.done-and-next"] == (3, 7)
    assert rules(text.replace("Phase 6 can", "Phase 7 can")) == {}


def test_phase_with_two_states() -> None:
    """Completed in the overview, in progress in the table."""
    text = "# Report\n\n## Overview\n\n- ✅ Phase 2: Import\n\n## Plan\n\n- 🚧 Phase {}: Import\n"
    assert rules(text.format(2)) == {"value-conflict.phase-state": (5, 9)}
    assert rules(text.format(3)) == {}


def test_versions() -> None:
    """The title's version and the head's are two."""
    text = "# Billing 4.2.0 release\n\n**Version**: 4.1.0\n"
    assert rules(text)["phase-confusion.version"] == (1, 3)
    assert rules(text.replace("4.1.0", "4.2")) == {}


@pytest.mark.parametrize("line", ["Total: 22/25 tests passing (88%).", "Total: 22/25 pruebas superadas (88%)."])
def test_ratio_of_a_total(line: str) -> None:
    """The total of 'Total: 22/25' is 25."""
    assert rules(f"# Report\n\n{line}\n") == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\nTotal: 22/25 tests passing (88%).\n\n## CT-101\n\n- ✅ All tests passing\n",
        "# Informe\n\nTotal: 22/25 pruebas superadas (88%).\n\n## CT-101\n\n- ✅ Todas las pruebas superadas\n",
    ],
)
def test_all_tests_of_one_task(text: str) -> None:
    """All tests of one task pass, and some of others do not."""
    assert rules(text) == {}


@pytest.mark.parametrize("grades", [("Alta", "Baja", "Media"), ("Haute", "Basse", "Moyenne")])
def test_grades_are_no_average(grades: tuple[str, ...]) -> None:
    """The grade in the middle has the name of an average in some languages."""
    high, low, middle = grades
    table = f"| X | Total | Y |\n|---|---|---|\n| {high} | 5 | 1 |\n| {low} | 7 | 2 |\n| {middle} | 19 | 6 |\n"
    text = "# Informe" if middle == "Media" else "# Rapport"
    assert rules(f"{text}\n\n{table}") == {}


@pytest.mark.parametrize("head", ["Login tests", "Anmeldung"])
def test_ratio_over_a_description(head: str) -> None:
    """'4/4' announces four results; entries without a mark describe what was tested."""
    text = f"# Report\n\n## {head} (4/4)\n\n" + "- {0} by mail\n- {0} by phone\n- {0} by card\n"
    assert rules(text.format("works")) == {}
    assert rules(text.format("✅ works")) == {"count-mismatch.list": (3, 7, 5, 6)}


@pytest.mark.parametrize("line", ["Version 1: 1.2 s a page before", "Version 1: avant, 1.2 s par page"])
def test_amount_behind_a_version(line: str) -> None:
    """1.2 seconds are no version."""
    assert rules(f"# Portal 2.0\n\n{line}\n") == {}
    assert "phase-confusion.version" in rules("# Portal 2.0\n\n**Version**: 1.2\n")
