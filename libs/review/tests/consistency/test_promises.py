"""What a report says it has, and still means to make."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Test summary\n\n## Overview\n\nA suite, implementing unit, integration and business tests.\n\n"
            "## Future enhancements\n\n1. **{}** - real lifecycle\n2. **Mock file system** - simpler\n"
        ),
        (
            "# Testbericht\n\n## Zusammenfassung\n\nDie Suite umfasst Unit- und Integration Tests der Dienste.\n\n"
            "## Roadmap\n\n1. **{}** - echte Abläufe\n2. **Mehr Daten** - einfacher\n"
        ),
    ],
)
def test_kind_of_tests_to_come(text: str) -> None:
    """Tests that are counted among those made, and stand in the future work."""
    assert "status.to-come" in rules(text.format("Integration Tests"))
    assert "status.to-come" not in rules(text.format("More Integration Tests"))
    assert "status.to-come" not in rules(text.format("Smoke Tests"))


@pytest.mark.parametrize(
    ("head", "later", "order"),
    [
        ("**Status**: ✅ All checks passed, production ready", "Future enhancements", "Add unit tests for the backend"),
        (
            "**Status**: ✅ Geprüft, bereit für die Produktion",
            "Nächste Schritte",
            "Schreiben Unit Tests für das Backend",
        ),
    ],
)
def test_no_tests_yet(head: str, later: str, order: str) -> None:
    """Something verified and ready for which the first tests are still to be written."""
    text = f"# Report\n\n{head}\n\n## {later}\n\n1. {order}\n2. x\n"
    assert "status.no-tests" in rules(text)
    assert "status.no-tests" not in rules(text.replace(order, "More unit tests"))
    assert "status.no-tests" not in rules(text.replace(f"## {later}", f"- ✅ 120 unit tests\n\n## {later}"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Sprint 1\n\n## Ready for Sprint 2\n\nAll set.\n\n## Improvements\n\n"
            "- Fix 3 failing validator tests before Sprint {}\n"
        ),
        (
            "# Phase 1\n\n## ✅ Ready for Phase 2\n\nAll set.\n\n## Open points\n\n"
            "- The missing backup is needed before Phase {}\n"
        ),
    ],
)
def test_before_the_next_phase(text: str) -> None:
    """Ready for sprint 2, but for what comes before it."""
    assert "status.before-next" in rules(text.format(2))
    assert "status.before-next" not in rules(text.format(3))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Sprint\n\nThe sprint has been successfully completed with a {}/100 quality score.\n\n"
            "| Metric | Target | Actual | Status |\n|---|---|---|---|\n"
            "| Quality score | 80+ | 78/100 | ⚠️ Refactoring needed |\n"
        ),
    ],
)
def test_missed_target_told_as_success(text: str) -> None:
    """The row is honest, the summary is not."""
    assert "target-miss.praised" in rules(text.format(78))
    assert "target-miss.praised" not in rules(text.format(78).replace("quality score.", "quality score (target: 80)."))


@pytest.mark.parametrize(
    ("text", "date", "updated"),
    [
        (
            "# Report\n\n**Date:** {}\n\n## Summary\n\nAll is well.\n\n**Last updated:** {}\n",
            "Generated automatically",
            "Auto-generated",
        ),
        (
            (
                "# Prüfbericht\n\n**Datum:** {}\n\n## Zusammenfassung\n\nDie Prüfung ist gut verlaufen.\n\n"
                "**Letzte Aktualisierung:** {}\n"
            ),
            "Automatisch generiert",
            "Automatisch erzeugt",
        ),
    ],
)
def test_dates_that_nobody_filled_in(text: str, date: str, updated: str) -> None:
    """One finding for all of them."""
    assert rules(text.format(date, updated)) == {"scope-gap.undated": (3, 9)}
    assert rules(text.format("2026-01-17", "2026-01-17")) == {}
    assert "scope-gap.undated" in rules(text.format("$(date +%F)", "2026-01-17"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Report\n\n## Quality\n\n- ✅ 60 unit tests ({}% passing)\n\n## Open\n\n"
            "1. **Bugs**: 3 failing tests need fixing\n"
        ),
    ],
)
def test_share_and_failures_apart(text: str) -> None:
    """3 of 60 that fail leave 95%."""
    assert "arithmetic.left-failing" in rules(text.format(96))
    assert "arithmetic.left-failing" not in rules(text.format(95))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("- Upgrade the driver from 0.3.16 to {}", "0.3.2+"),
        ("- Treiber aktualisieren: 0.3.16 auf {}", "0.3.2"),
        ("- 从 0.3.16 升级到 {}", "0.3.2+"),
    ],
)
def test_upgrade_that_leads_back(line: str, wrong: str) -> None:
    """0.3.2 is older than 0.3.16."""
    assert "value-conflict.upgrade" in rules("# Report\n\n## Plan\n\n" + line.format(wrong) + "\n")
    assert "value-conflict.upgrade" not in rules("# Report\n\n## Plan\n\n" + line.format("0.3.20") + "\n")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Areas for improvement", "| Complete FIX-{} | import |"),
        ("İyileştirme alanları", "| FIX-{} tamamla | import |"),
    ],
)
def test_identifier_within_a_range(head: str, row: str) -> None:
    """FIX-01 to FIX-10 are effective, and FIX-07 is to be completed."""
    text = f"# Review\n\n- ✅ Recent fixes (FIX-01 → FIX-10)\n\n## {head}\n\n| Task | Detail |\n|---|---|\n{row}\n"
    assert "status.same-id" in rules(text.format("07"))
    assert "status.same-id" not in rules(text.format("17"))


@pytest.mark.parametrize("head", ["✅ Post-deployment checklist", "✅ Prüfungen nach dem Deployment"])
def test_tick_over_empty_boxes(head: str) -> None:
    """The heading is ticked, its boxes are not."""
    text = f"# Report\n\n## {head}\n\n- [ ] Home page\n- [ ] Login\n- [ ] Cart\n"
    assert any(rule.startswith("status.") for rule in rules(text))
    assert rules(text.replace("[ ]", "[x]")) == {}


@pytest.mark.parametrize("head", ["Out of scope (not implemented)", "Nicht implementiert"])
def test_ticks_under_what_is_left_out(head: str) -> None:
    """Four things that are not there, each with the tick of what is."""
    text = f"# Report\n\n## {head}\n\n- {{0}} Users\n- {{0}} Social\n- {{0}} Cloud\n"
    assert "status.ticked" in rules(text.format("✅"))
    assert "status.ticked" not in rules(text.format("❌"))


def test_rows_that_are_put_off() -> None:
    """A version to come in the column of what is done, under 'finished'."""
    text = (
        "# Migration\n\n**Status**: ✅ Complete\n\n## Steps\n\n| Step | State |\n|---|---|\n"
        "| New code | ✅ Done |\n| Cleanup | {} |\n"
    )
    assert "status.whole" in rules(text.format("v3.1.0"))
    assert rules(text.format("✅ Done")) == {}
