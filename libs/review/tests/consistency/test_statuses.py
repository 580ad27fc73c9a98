"""What a status speaks for, in several languages."""

import pytest

from .finding import drafts, rules

READY = "# Payments 2.0\n\n**Status**: ✅ PRODUCTION READY\n\n"


def test_checklist_against_the_whole() -> None:
    """Open boxes of a checklist stand against a status of the whole."""
    text = READY + "## Test checklist\n\n- [ ] Refund by card\n- [ ] Refund by transfer\n- [x] Receipts\n"
    assert rules(text)["status.whole"][:3] == (3, 7, 8)
    assert drafts(text)[0].severity == "high"


@pytest.mark.parametrize(
    "heading",
    ["Roadmap", "Future enhancements", "Next sprint", "Nice to have", "Technical debt", "Post-launch improvements"],
)
def test_later_work_is_no_part(heading: str) -> None:
    """What comes after the release is no part of it."""
    assert rules(READY + f"## {heading}\n\n- [ ] Gift cards\n- [ ] Loyalty points\n") == {}


def test_later_work_counts_where_nothing_remains() -> None:
    """Where the report says that nothing remains, later work is left nevertheless."""
    text = READY + "No outstanding work.\n\n## Remaining\n\n- [ ] Gift cards\n- [ ] Loyalty points\n"
    assert "status.whole" in rules(text)


def test_required_work_counts() -> None:
    """What must be done before the release counts although it stands among the next steps."""
    text = READY + "## Next steps\n\n### Before production\n\n- [ ] Rotate the signing keys\n"
    assert "status.whole" in rules(text)


def test_honest_report() -> None:
    """A report that says that it is not finished has nothing to take back."""
    text = "# Payments 2.0\n\n**Status**: 🚧 In progress\n\n## Work\n\n- [ ] Refunds\n- [x] Receipts\n"
    assert rules(text) == {}


def test_section_against_its_heading() -> None:
    """A heading speaks for what stands under it, and for nothing else."""
    text = (
        "# Payments 2.0\n\n**Status**: In progress\n\n"
        "## Refunds ✅\n\n- [x] By card\n- [ ] By transfer\n\n"
        "## Receipts ✅\n\n- [x] By mail\n\n## Vouchers\n\n- [ ] Printing\n"
    )
    assert rules(text) == {"status.section": (5, 8)}


def test_a_part_does_not_speak_for_the_whole() -> None:
    """A status in a section about one thing answers for that thing alone."""
    text = "# Payments audit\n\n## Logging\n\n**Status**: ✅ Implemented\n\n## Backups\n\n**Status**: ❌ Missing\n"
    assert rules(text) == {}


def test_hedged_item() -> None:
    """A box that is ticked, and says in brackets that something is needed."""
    text = "# Payments\n\n## Hosting ✅\n\n- [x] Certificates prepared (needs configuration)\n- [x] Load balancer\n"
    assert rules(text)["status.section"] == (3, 5)


def test_grades_are_no_states() -> None:
    """A coloured priority or risk says how grave something is, not how far."""
    text = READY + "## Incident log\n\n- **Priority**: 🔴 High\n- **Risk**: 🟡 Medium\n"
    assert rules(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "## Guidelines\n\n- ❌ Don't commit secrets\n- ❌ Avoid raw queries\n",
        "## Issues fixed\n\n- ❌ Login failed on Safari\n",
        "## Speed\n\n- ❌ **Before**: five seconds\n- ✅ **After**: one second\n",
        "## Comparison\n\n| Aspect | Old | New |\n|---|---|---|\n| Search | ❌ Slow | ✅ Fast |\n",
        "## Troubleshooting\n\n### Upload failed ❌\n\nTry again.\n",
    ],
)
def test_marks_that_are_no_states(text: str) -> None:
    """What to avoid, what was fixed and how it was before is nothing undone."""
    assert rules(READY + text) == {}


def test_ready_to_proceed_is_no_completion() -> None:
    """Being ready for a phase does not say that the phase is done."""
    text = (
        "# Phase 4 readiness\n\n**Status**: ✅ READY TO PROCEED\n\n"
        "## Phase 4 implementation plan\n\n- [ ] Rule engine\n- [ ] Scripts\n"
    )
    assert rules(text) == {}


def test_core_and_a_blocked_part() -> None:
    """What matters is validated, and a part is blocked."""
    text = (
        "# Tests\n\n## Conclusion\n\n**Core functionality is proven, VALIDATED** ✅\n\n**Mail delivery BLOCKED** ❌\n"
    )
    assert rules(text)["status.core"] == (5, 7)


def test_empty_warning() -> None:
    """A heading that warns of issues, over entries that are all done."""
    text = "# Shop\n\n## Frontend ⚠️ MINOR ISSUES\n\n- ✅ Pages load\n- ✅ Menus work\n- ✅ Forms work\n"
    assert rules(text)["value-conflict.empty-warning"][:2] == (3, 5)
    assert "value-conflict.empty-warning" not in rules(text.replace("MINOR ISSUES", "PARTIAL (60/100)"))


def test_less_than_all_is_complete() -> None:
    """Ready, with a readiness score of 87 % and a phase at 92 %."""
    text = (
        READY + "## Figures\n\n- **Overall readiness score**: 87.2%\n- **Phase 2**: 92% complete\n- **Uptime**: 99%\n"
    )
    assert rules(text)["status.whole"] == (3, 7, 8)
    assert drafts(text)[0].severity == "medium"


def test_mostly_skipped() -> None:
    """Passing, with more runs skipped than run."""
    text = "# Tests\n\n## Import tests ✅ PASSING\n\n- **Passed**: 4\n- **Skipped**: 11\n- **Failed**: 0\n"
    assert rules(text)["status.mostly-skipped"] == (3, 6, 5)


def test_gates_left() -> None:
    """Approved at once, with acceptance testing still ahead."""
    text = READY + "## Next steps\n\n1. Deploy to staging with real data\n2. Conduct user acceptance testing\n"
    assert rules(text)["status.gates"][:3] == (3, 7, 8)


@pytest.mark.parametrize(
    "text",
    [
        "# Portal\n\n**Estado**: ✅ LISTO PARA PRODUCCIÓN\n\n## Comprobaciones\n\n- [ ] Copias de seguridad\n",
        "# Portal\n\n**Status**: ✅ PRONTO PARA PRODUÇÃO\n\n## Lista de verificação\n\n- [ ] Cópias de segurança\n",
        "# Portail\n\n**Statut** : ✅ PRÊT POUR LA PRODUCTION\n\n## Liste de contrôle\n\n- [ ] Sauvegardes\n",
        "# Portal\n\n**Status**: ✅ BEREIT FÜR PRODUKTION\n\n## Prüfliste\n\n- [ ] Datensicherung\n",
        "# Portale\n\n**Stato**: ✅ PRONTO PER LA PRODUZIONE\n\n## Lista di controllo\n\n- [ ] Copie di sicurezza\n",
        "# Portal\n\n**Status**: ✅ GOTOWY DO WDROŻENIA\n\n## Lista kontrolna\n\n- [ ] Kopie zapasowe\n",
        "# Portal\n\n**Durum**: ✅ ÜRETİME HAZIR\n\n## Kontrol listesi\n\n- [ ] Yedekleme\n",
        "# Портал\n\n**Статус**: ✅ ГОТОВ К РЕЛИЗУ\n\n## Контрольный список\n\n- [ ] Резервные копии\n",
        "# 门户\n\n**状态**: ✅ 可以上线\n\n## 检查清单\n\n- [ ] 数据备份\n",
        "# ポータル\n\n**ステータス**: ✅ リリース準備完了\n\n## チェックリスト\n\n- [ ] バックアップ\n",
        "# 포털\n\n**상태**: ✅ 배포 준비 완료\n\n## 점검 목록\n\n- [ ] 백업\n",
    ],
)
def test_languages(text: str) -> None:
    """Ready, with an open box, in eleven more languages."""
    assert rules(text)["status.whole"] == (3, 7)


@pytest.mark.parametrize(
    "head",
    [
        "# Report\n\n**Status**: ✅ Complete\n\n## Parts\n\n| Part | Completion |",
        "# Abschlussbericht\n\n**Status**: ✅ Abgeschlossen\n\n## Die Teile\n\n| Teil | Fertigstellungsgrad |",
    ],
)
def test_row_that_is_not_begun(head: str) -> None:
    """Nothing of a part is complete, and the whole is."""
    text = f"{head}\n|---|---|\n| Login | 100% |\n| Export | 0% |\n"
    assert "status.whole" in rules(text)
    assert "status.whole" not in rules(text.replace("| 0% |", "| 100% |"))
