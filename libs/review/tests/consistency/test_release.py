"""What stands against a release: failing tests, and checks that are still to be made."""

import pytest

from .finding import rules

REPORTS = {
    "en": (
        "# Release report\n\n**Status**: ✅ Approved for deployment\n\n## Results\n\n"
        "| Suite | Tests | Passed |\n|---|---|---|\n| API | 40 | 40 |\n| Router | 22 | {} |\n"
    ),
    "fr": (
        "# Rapport de mise en production\n\n**Statut** : ✅ Approuvé pour déploiement\n\n## Résultats\n\n"
        "| Catégorie | Tests | Passent |\n|---|---|---|\n| API | 40 | 40 |\n| Routeur | 22 | {} |\n"
    ),
}


@pytest.mark.parametrize("language", sorted(REPORTS))
def test_failing_tests(language: str) -> None:
    """A suite in which tests fail, and an approval."""
    assert rules(REPORTS[language].format(22)) == {}
    assert rules(REPORTS[language].format(17)) == {"status.failing": (3, 10)}


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n**Status**: ✅ Production ready\n\n| What | Count |\n|---|---|\n| Passed | 139 |\n| Failed | {} |\n",
        "# Bericht über die Freigabe\n\n**Status**: ✅ Produktionsreif\n\n- Bestanden: 139\n- Fehlgeschlagen: {}\n",
    ],
)
def test_failures_that_are_counted(text: str) -> None:
    """Failures in the rows or entries of one run."""
    assert "status.failing" not in rules(text.format(0))
    assert "status.failing" in rules(text.format(3))


def test_failures_without_a_release() -> None:
    """A report that does not call itself ready may tell of failures."""
    assert "status.failing" not in rules(REPORTS["en"].replace("Approved for deployment", "Tests run").format(17))


@pytest.mark.parametrize(
    "text",
    [
        "# Release\n\n**Status**: ✅ Approved for production\n\n## Next steps\n\n1. Load testing\n2. {}\n",
        "# Relatório\n\n**Situação**: ✅ Pronto para produção\n\n## Próximos passos\n\n1. Testes de carga\n2. {}\n",
    ],
)
def test_gates_among_the_next_steps(text: str) -> None:
    """A load test that comes before a release is still to be made."""
    assert "status.gates" in rules(text.format("x"))


SUBTOTALS = {
    "en": (
        "# Iteration\n\n## Phase 2: Purchasing\n\n| ID | Story | Points |\n|---|---|---|\n| U-1 | Order | 5 |\n"
        "| U-2 | Receive | {} |\n| **Total** | | **{}** |\n\n## All phases\n\n| Phase | Points |\n|---|---|\n"
        "| Phase 1 | 30 |\n| Phase 2 (purchasing) | 13 |\n"
    ),
    "ja": (
        "# 完了報告\n\n## フェーズ 2: 仕入\n\n| ID | 項目 | 点数 |\n|---|---|---|\n| U-1 | 発注 | 5 |\n"
        "| U-2 | 入荷 | {} |\n| **合計** | | **{}** |\n\n## 全体\n\n| フェーズ | 点数 |\n|---|---|\n"
        "| フェーズ 1 | 30 |\n| フェーズ 2（仕入） | 13 |\n"
    ),
}


@pytest.mark.parametrize("language", sorted(SUBTOTALS))
def test_total_of_a_part(language: str) -> None:
    """A phase's own total, and its row among all phases."""
    text = SUBTOTALS[language]
    assert rules(text.format(8, 13)) == {}
    assert rules(text.format(12, 17)) == {"value-conflict.subtotal": (9, 16)}


@pytest.mark.parametrize(
    "text",
    [
        "# Scanner\n\n**Version**: 1.4.0 {}\n\n## Conclusion\n\n**Final verdict**: ✅ PRODUCTION READY\n",
        "# Bericht\n\n**Version**: 1.4.0 {}\n\n## Fazit\n\n**Gesamtstatus**: ✅ Produktionsreif\n",
    ],
)
def test_version_before_a_release(text: str) -> None:
    """A beta is called ready for production."""
    assert rules(text.format("")) == {}
    assert rules(text.format("BETA")) == {"phase-confusion.prerelease": (3, 7)}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("# Performance\n\n**Status**: ✅ Passed\n\n", "- **N-1:** ✅ Lists load within 2 seconds ({} 350-950ms)\n"),
        (
            "# Leistung der Suche\n\n**Status**: ✅ Bestanden\n\n",
            "- **N-1:** ✅ Listen laden in 2 Sekunden ({} 350-950ms)\n",
        ),
    ],
)
def test_met_by_an_estimate(head: str, line: str) -> None:
    """A requirement that is ticked on an estimate; a measured one is none."""
    estimate, measured = ("geschätzt", "gemessen") if "Leistung" in head else ("estimated", "measured")
    assert rules(head + line.format(measured)) == {}
    assert rules(head + line.format(estimate)) == {"status.estimated": (5, 3)}


def test_estimated_effort() -> None:
    """An effort is always estimated."""
    assert rules("# Report\n\n**Status**: ✅ Complete\n\n- ✅ Login (estimated 3 days)\n") == {}


@pytest.mark.parametrize(("status", "run"), [("Production ready", "Run"), ("Pronto para produção", "Rodada")])
def test_runs_one_after_the_other(status: str, run: str) -> None:
    """Earlier runs may have failures where the last one has none."""
    head = f"# R\n\n**Status**: ✅ {status}\n\n| {run} | Tests | Passed |\n|---|---|---|\n"
    text = head + f"| {run} 1 | 40 | 31 |\n| {run} 2 | 40 | {{}} |\n"
    assert "status.failing" not in rules(text.format(40))


def test_last_run_with_failures() -> None:
    """The last of several runs still fails."""
    head = "# R\n\n**Status**: ✅ Production ready\n\n| Run | Tests | Passed |\n|---|---|---|\n"
    assert "status.failing" in rules(head + "| Run 1 | 40 | 31 |\n| Run 2 | 40 | 39 |\n")


@pytest.mark.parametrize(
    ("title", "found"),
    [("Cost report v1.1", False), ("Bericht v1.1 zu den Kosten des Betriebs", False), ("Harbour Desk v1.1", True)],
)
def test_version_of_the_paper(title: str, found: bool) -> None:
    """A report has a version of its own; a product's is the release's."""
    text = f"# {title}\n\n**Version**: v1.24.0\n\nCosts fell.\n"
    assert ("phase-confusion.version" in rules(text)) is found


@pytest.mark.parametrize(
    "verdict",
    [
        "# Test report\n\nThe test team recommends release for the shop.",
        "# Testbericht\n\nDas Testteam empfiehlt die Freigabe für den Shop.",
    ],
)
def test_recommended_with_failures(verdict: str) -> None:
    """Tests fail in the results on which the recommendation rests."""
    table = "| Type | Passed | Failed | Pass % |\n|---|---|---|---|\n| Unit | 48 | 2 | 96% |\n| Load | 9 | 0 | 100% |\n"
    assert rules(f"{verdict}\n\n## Results\n\n{table}")["status.failing"] == (3, 9)
    reserved = verdict.replace("shop.", "shop once both are fixed.").replace("Shop.", "Shop nicht.")
    assert "status.failing" not in rules(f"{reserved}\n\n## Results\n\n{table}")
    assert "status.failing" not in rules(f"{verdict}\n\n## Results\n\n{table.replace('| 2 | 96%', '| 0 | 100%')}")


@pytest.mark.parametrize(
    ("status", "found"),
    [("Ready for validation", False), ("Ready for review", False), ("Ready for production", True), ("Complete", True)],
)
def test_ready_to_be_tried(status: str, found: bool) -> None:
    """What is ready for validation may have everything of its validation open."""
    report = f"# Order export\n\n**Status**: {status}\n\n## Validation\n\n- [ ] Compare totals\n- [ ] Check encodings\n"
    assert ("status.whole" in rules(report)) == found
