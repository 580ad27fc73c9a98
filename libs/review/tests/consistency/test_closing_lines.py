"""The closing line, the keys of the head and the current phase speak of the phase and version of the report."""

import pytest

from .finding import rules

BODY = "\n## Results\n\n- [x] Import of price lists\n- [x] Export of invoices\n\n---\n\n"


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        ("# Sprint 12 Review", "*Sprint 11 closed, review team*"),
        ("# ✅ Phase 7 complete: Invoicing", "**Phase 6 completed on 2026-03-02**"),
        ("# Milestone report\n\n**Milestone:** 3", "*Milestone 2 report*"),
        ("# Sprintbericht – Sprint 31", "*Sprintbericht Sprint 30*"),
        ("# Informe de la fase 4\n\nSe probaron todas las pantallas.", "*Fase 3 completada*"),
        ("# Relatório da sprint 9", "Relatório da sprint 8"),
        (
            "# Rapport de sprint 22\n\nÉquipe : Lavande, tous les écrans sont prêts",
            "*Équipe Lavande, rapport de sprint 21*",
        ),
        ("# Rapporto: fase 5\n\nTutte le schermate sono state provate.", "*Rapporto della fase 4*"),
        ("# Raport: sprint 14", "*Raport, sprint 13*"),
        ("# Отчёт: спринт 6", "*Отчёт, спринт 5*"),
        ("# 阶段 3 总结报告", "*阶段 2 总结报告*"),
        ("# スプリント 8 報告書", "スプリント 7 報告書"),
        ("# 스프린트 4 보고서", "스프린트 3 보고서"),
        ("# Sprint 16 raporu", "*Sprint 15 raporu*"),
    ],
)
def test_another_phase_at_the_end(head: str, closing: str) -> None:
    """The footer of the last report was kept."""
    text = head + "\n" + BODY + closing + "\n"
    found = rules(text)["phase-confusion.closing"]
    assert found[1] == len(text.splitlines())


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        ("# Sprint 12 Review", "*Sprint 12 closed, review team*"),
        ("# Sprint 12 Review", "Next sprint: Sprint 13"),
        ("# Sprint 12 Review", "Sprint 13 starts on Monday"),
        ("# Sprint 12 Review", "*Plan for sprint 13 follows in a separate document of the team*"),
        ("# Phases 3-5 complete", "*Phase 5 completed*"),
        ("# Phase 4 to Phase 5 handover", "*Phase 5 report*"),
        ("# Phase 7 complete\n\nBuilds on phase 6, which was finished in May.", "*Phase 6 completed*"),
        ("# Phase 7.2 complete", "**Phase 7 complete**"),
        ("# Release report\n\nPrevious phase: Phase 1", "*Phase 2 report*"),
    ],
)
def test_the_same_or_the_next_phase_at_the_end(head: str, closing: str) -> None:
    """A report may end with its own phase, look at the next one, or cover several."""
    assert "phase-confusion.closing" not in rules(head + "\n" + BODY + closing + "\n")


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        ("# Lagoon Portal 3.4.0 readiness", "End of report - Lagoon Portal 3.3.0"),
        ("# Readiness\n\n**Product:** Lagoon Portal\n**Version:** v3.4.0", "*Lagoon Portal v3.3.0*"),
        ("Subject: go-live of Release 2025.10\nFrom: operations", "Signed by operations, Release 2025.9"),
        (
            "# Freigabebericht\n\n**Produkt:** Lagune, für alle Kunden und Partner\n**Version:** 3.4",
            "Lagune 3.2 – Freigabebericht",
        ),
        ("# 泻湖平台 V3.4 验收报告", "泻湖平台 V3.3 验收报告"),
    ],
)
def test_another_version_at_the_end(head: str, closing: str) -> None:
    """The footer names the version before."""
    assert "phase-confusion.closing" in rules(head + "\n" + BODY + closing + "\n")


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        ("# Lagoon Portal 3.4.0 readiness", "End of report - Lagoon Portal 3.4"),
        ("# Lagoon Portal 3.4.0 readiness", "Lagoon Portal readiness report v1.0"),
        ("# Lagoon Portal 3.4.0 readiness", "Measured with Node 20.1.0"),
        (
            "# Lagoon Portal 3.4.0 readiness",
            "Supersedes Lagoon Portal 3.3.0, kept for audits until the end of the year",
        ),
        ("# Lagoon Portal 3.4.0 readiness", "Next: Lagoon Portal 3.5.0"),
        ("# Lagoon Portal 3.4.0 readiness", "Lagoon Portal, 17.04.2026"),
        ("# Move of Lagoon Portal from 3.3.0 to 3.4.0", "Lagoon Portal 3.4.0"),
        ("# Lagoon Portal\n\n**Version:** 1.0", "Lagoon Portal 7.3"),
        ("# Framework 5.1 upgrade of Lagoon", "Lagoon 5.2"),
    ],
)
def test_the_same_or_another_things_version_at_the_end(head: str, closing: str) -> None:
    """The paper's version, another thing's, and the versions before and after are no contradiction."""
    assert "phase-confusion.closing" not in rules(head + "\n" + BODY + closing + "\n")


def test_key_of_the_head() -> None:
    """The title and the key right below it name two sprints."""
    assert rules("# Sprint 12 review\n\n**Sprint:** 11\n" + BODY)["phase-confusion.closing"] == (1, 3)
    assert "phase-confusion.closing" not in rules("# Sprint 12 review\n\n**Sprint:** 12\n" + BODY)


PHASES = """# Project status

{key}

## ✅ Phase 1: Catalogue (complete)

- [x] Catalogue search

## 🚧 Phase 2: Checkout (in progress)

- [x] Basket
- [ ] Vouchers

## ⬜ Phase 3: Returns (not started)

- [ ] Labels
"""


@pytest.mark.parametrize(
    "key",
    [
        "**Current phase:** Phase 3 (Returns)",
        "Current phase: 3",
        "**Current phase:** Phase 1",
    ],
)
def test_current_phase(key: str) -> None:
    """The phase that is called current has not begun, or is over, and another one is in progress."""
    assert rules(PHASES.format(key=key))["phase-confusion.current"][0] == 3


@pytest.mark.parametrize(
    "key",
    [
        "**Current phase:** Phase 2 (Checkout)",
        "**Current phase:** 2 of 3",
        "**Current phase:** Phase 1 is finished, Phase 2 runs",
        "**Next phase:** Phase 3",
    ],
)
def test_current_phase_in_progress(key: str) -> None:
    """The current phase is the one in progress."""
    assert "phase-confusion.current" not in rules(PHASES.format(key=key))


GERMAN = """# Projektstand

Aktuelle Phase: Phase 3

## ✅ Phase 1: Katalog (abgeschlossen)

Alle Suchen laufen.

## 🚧 Phase 2: Kasse (in Arbeit)

- [x] Warenkorb

## ⬜ Phase 3: Rückgabe (nicht begonnen)

- [ ] Etiketten
"""


def test_current_phase_in_german() -> None:
    """The same in another language."""
    assert "phase-confusion.current" in rules(GERMAN)
