"""What headings, files and lists count, against the total; and what is ticked or let go too early."""

import pytest

from .finding import rules


@pytest.mark.parametrize(("total", "last", "found"), [(20, 9, True), (20, 6, False), (9, 9, False)])
def test_headings_that_count_more_than_the_total(total: int, last: int, found: bool) -> None:
    """Headings with nine, five and nine defects are no twenty; a heading with all of them counts them again."""
    text = f"# Triage\n\n**Total defects:** {total}\n\n## Closed\n\n### Severe defects (9/9)\n\nDone.\n\n"
    text += f"### Minor (5 defects)\n\nDone.\n\n## Open\n\n### Cosmetic defects (2/{last})\n\nLater.\n"
    assert ("arithmetic.group-counts" in rules(text)) == found


@pytest.mark.parametrize(("total", "found"), [("40 KB", False), ("52 KB", True)])
def test_sizes_in_a_tree(total: str, found: bool) -> None:
    """The files of a tree are as large as their total."""
    tree = "```\ndocs/\n├── a.md  (12 KB) - Guide\n├── b.md  (20 KB) - Index\n└── c.md  (8.2 KB) - Plan\n```\n"
    text = f"# Docs\n\n{tree}\n**Total:** 3 files, {total}\n"
    assert ("arithmetic.total" in rules(text)) == found


@pytest.mark.parametrize(("count", "found"), [(3, True), (4, False)])
def test_files_in_code(count: int, found: bool) -> None:
    """A block of code that names nothing but files is a list of them."""
    files = "```\nsrc/export/job.ts\nsrc/export/mail.ts\nCHANGELOG.md (new section)\nVERSION\n```\n"
    assert ("count-mismatch.in-code" in rules(f"# Export\n\n### Created ({count} files)\n{files}")) == found
    commands = files.replace("VERSION", "npm run build")
    assert "count-mismatch.in-code" not in rules(f"# Export\n\n### Created (3 files)\n{commands}")


@pytest.mark.parametrize("key", ["Screens reviewed", "Geprüfte Screens"])
def test_things_examined_and_their_table(key: str) -> None:
    """The things that were examined are the rows of their table."""
    text = f"# Review\n\n**{key}:** {{}}\n\n## Result\n\n| Screens | Result |\n|---|---|\n" + "".join(
        f"| {name} | ok |\n" for name in ("Start", "Login", "Cart", "Search", "Help")
    )
    assert "count-mismatch.inventory" in rules(text.format(6))
    assert "count-mismatch.inventory" not in rules(text.format(5))


def test_suites_in_lines_with_bullets() -> None:
    """Lines with bullets of their own are the parts of all tests, as a list is."""
    text = "QUEUE REPORT\n\nSummary\n\n{} tests, 100% passing\n\nBreakdown:\n"
    text += "• Unit Tests: 20/20 ✅\n• Contract Tests: 6/6 ✅\n• Load Tests: 4/4 ✅\n"
    assert "arithmetic.suites" in rules("# Queue\n\n" + text.format(34))
    assert "arithmetic.suites" not in rules("# Queue\n\n" + text.format(30))


@pytest.mark.parametrize(("line", "found"), [("✅ Phase 2: 60% complete", True), ("✅ Phase 2: 100% complete", False)])
def test_a_tick_on_a_part(line: str, found: bool) -> None:
    """What is sixty percent complete has no tick."""
    assert ("status.ticked-in-part" in rules(f"# Plan\n\n- {line}\n- Phase 3 is next\n")) == found


@pytest.mark.parametrize(
    ("verdict", "box", "found"),
    [
        ("GO WITH CONDITIONS", "[ ]", True),
        ("GO WITH CONDITIONS", "[x]", False),
        ("GO WITH CONDITIONS (approvals pending)", "[ ]", False),
    ],
)
def test_go_on_conditions_without_an_approval(verdict: str, box: str, found: bool) -> None:
    """Nobody has approved what a verdict lets go."""
    text = f"# Release\n\n**Verdict:** {verdict}\n\n## Sign-off\n\n- {box} Security review\n- {box} Operations\n"
    assert ("status.unsigned-go" in rules(text)) == found


@pytest.mark.parametrize(("status", "found"), [("⏳ Pending", True), ("✅ Done", False)])
def test_criteria_of_a_check_that_is_not_run(status: str, found: bool) -> None:
    """Nothing is known yet of the criteria of a check that is still to be run."""
    text = f"# Checks\n\n## Queue check\n\n**Status**: {status}\n\nSuccess criteria:\n- ✓ Empty\n- ✓ No loss\n"
    assert ("value-conflict.unrun-criteria" in rules(text)) == found


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ("All tests run successfully", "Results\n\n- Tests: 40, failed: 7"),
        ("Tous les tests exécutés avec succès", "Résultats\n\n- Tests : 40, échoués : 7"),
    ],
)
def test_all_tests_that_ran(said: str, result: str) -> None:
    """All tests ran successfully, and some failed."""
    assert "absolute.all-tests" in rules(f"# Tests\n\n- [x] {said}\n\n## {result}\n")
