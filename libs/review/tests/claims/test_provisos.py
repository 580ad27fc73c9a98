"""Verdicts that hold once something else is done, and what is told only as a condition."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "**Verdict**: ✅ **READY FOR LAUNCH** (pending the legal review)"),
        ("en", "### ✅ Approved for production (subject to sign-off)"),
        ("de", "**Status**: ✅ Produktionsreif (vorbehaltlich der Abnahme)"),
        ("fr", "**Statut** : ✅ PRÊT POUR LA PRODUCTION (sous réserve de la recette)"),
        ("es", "**Estado**: ✅ LISTO PARA PRODUCCIÓN (a falta de las pruebas manuales)"),
        ("pt", "**Status**: ✅ PRONTO PARA PRODUÇÃO (aguardando testes manuais)"),
        ("it", "**Stato**: ✅ PRONTO PER LA PRODUZIONE (in attesa dei test manuali)"),
        ("pl", "**Status**: ✅ GOTOWE DO PRODUKCJI (pod warunkiem testów ręcznych)"),
        ("tr", "**Durum**: ✅ ÜRETİME HAZIR (elle yapılan testler hariç)"),
        ("ru", "**Статус**: ✅ ГОТОВО К ПРОДАКШЕНУ (при условии ручных тестов)"),
        ("zh", "**状态**: ✅ 可上线 (有待安全审查)"),
        ("ja", "**ステータス**: ✅ リリース可能（手動テスト完了後）"),
        ("ko", "**상태**: ✅ 출시 가능 (수동 테스트 제외)"),
    ],
)
def test_a_verdict_with_a_proviso_is_partial(states: States, language: str, line: str) -> None:
    """What brackets behind a verdict wait for takes half of it back, also beside a sign for done."""
    assert states(line, language) == ["partial"]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "The old tables can be dropped after the move is complete if nobody asks.", []),
        ("en", "- Drop the old tables after the move is complete", []),
        ("en", "After the fix the system is fully operational.", ["done"]),
        ("es", "Se borran las tablas después de que el sistema está listo.", []),
        ("fr", "Les tables seront vidées une fois que le système est prêt.", []),
        ("it", "Le tabelle restano, dopo che il sistema è pronto.", []),
        ("en", "**The ledgers are approved for continued production use.**", ["done"]),
        ("en", "The ledgers are meant for production.", []),
        ("es", "Los informes están aprobados para producción.", ["done"]),
        ("en", "🎯 MISSION ACCOMPLISHED - ALL AT ONCE 🎯", ["done"]),
        ("en", "## 🔄 Pending Validations (a login is needed)", ["open"]),
        ("en", "- Handbook - to be written", ["open"]),
        ("en", "- Sifter - reads logs (explain server crashes)", []),
        ("en", "**Ready for immediate deployment**", ["done"]),
    ],
)
def test_conditions_and_verdicts(states: States, language: str, line: str, expected: list[str]) -> None:
    """What comes after something 'is complete' waits for it; a verdict may be on any thing."""
    assert states(line, language) == expected


def test_a_row_called_for_a_goal_beside_a_status(states: States) -> None:
    """'Budget' is a page of the site where another column says how far it is."""
    rows = "| Page | Status | Notes |\n|---|---|---|\n| Budget | ⚠️ Slow | 0% labels |\n| Goals | ✅ OK | fine |"
    assert states(rows) == ["partial", "done"]
