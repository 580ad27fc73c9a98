"""Words of state that lead a text, and those that only ask, list or hope."""

from collections.abc import Callable

import pytest

from gonogo_review.model import Statement

States = Callable[..., list[str | None]]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "# Sprint 4 Complete: Booking", "done"),
        ("en", "## Backend Migration Done - 3 services", "done"),
        ("en", "### 🎯 Stage 2 Blocked: Import", "failed"),
        ("en", "**Phase 5 in progress: Search**", "partial"),
        ("en", "## Phase 2 completed: 60%", "partial"),
        ("en", "## Complete: Search", None),
        ("en", "## Issues fixed: twelve", None),
        ("de", "# Phase 2 abgeschlossen: Suche", "done"),
        ("fr", "# Phase 2 terminée : recherche", "done"),
        ("es", "# Fase 2 completada: búsqueda", "done"),
        ("pt", "# Fase 2 concluída: busca", "done"),
        ("it", "# Fase 2 completata: ricerca", "done"),
        ("pl", "# Faza 2 zakończona: wyszukiwanie", "done"),
        ("tr", "# Faz 2 tamamlandı: arama", "done"),
        ("ru", "# Фаза 2 завершена: поиск", "done"),
        ("zh", "# 第二阶段完成：搜索", "done"),
        ("ja", "# フェーズ2完了：検索", "done"),
        ("ko", "# 2단계 완료: 검색", "done"),
    ],
)
def test_a_state_leads_what_it_is_about(states: States, language: str, line: str, expected: str | None) -> None:
    """A subject and its state in front of a colon or a dash; a label without a subject is none."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "## Ready for Launch?"),
        ("en", "- Are all tests passing?"),
        ("en", "Is the system ready for production?"),
        ("zh", "## 上线就绪？"),
        ("en", "Expected result: **9/9 suites passing**"),
        ("en", "**Expected**: All tests pass."),
        ("de", "**Erwartetes Ergebnis**: Alle Tests bestanden."),
        ("en", "With some effort it can be production-ready soon."),
        ("ru", "Система может быть готова к производству."),
        ("tr", "Sistem üretime hazır olabilir."),
        ("ja", "システムは準備完了かもしれません。"),
        ("en", "The team has achieved a good level of quality."),
        ("es", "El proyecto ha alcanzado un buen nivel de calidad."),
        ("en", "Legend: ✅ Shown by the tests of each night · ⚠️ Seen on the live system by an operator"),
        ("en", "All of it may fail — one wrong word and the page is broken."),
        ("en", "- States: pending, running, failed"),
        ("en", "- Levels: info/warning/error"),
        ("en", "- Runner: 48 passed / 2 failed / 3 skipped (2m36s)"),
    ],
)
def test_what_is_asked_listed_or_hoped(states: States, language: str, line: str) -> None:
    """No state is stated."""
    assert [state for state in states(line, language) if state] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- ✅ Log levels - DEBUG, INFO, WARNING, ERROR", "done"),
        ("- ✅ Badges (planned, in progress, done)", "done"),
        ("- Auth: built, tested, done", "done"),
        ("- Import: slow, broken", "failed"),
        ("- ✅ Weekly meetings scheduled", "done"),
        ("- Weekly meetings scheduled", "open"),
        ("## 4. Smoke tests ✅ PARTIAL PASS", "partial"),
        ("### ⚠️ NO-GO for launch until:", "failed"),
        ("**Verdict: READY for Staging with Minor Fixes Required**", "partial"),
        ("All pages — old and new — passed.", "done"),
        ("- Status: setup required", "open"),
        ("- Status: no action required", None),
        ("- **Production Ready**: Yes, with twelve users", "done"),
        ("- **Production Ready**: No, the audit is open", "open"),
        ("- **Production Ready**: Yes, once the audit is over", None),
    ],
)
def test_what_stands_beside_the_word(states: States, line: str, expected: str | None) -> None:
    """Lists of states name what there may be; a remark behind a comma leaves a value what it is."""
    assert states(line) == ([expected] if expected else [])


def test_what_is_expected_is_a_target(amounts: Callable[..., str], claims: Callable[..., list[Statement]]) -> None:
    """Also where the label ends in a word for what was measured."""
    assert amounts("Expected result: **9/9 suites**") == "target:9/9 count"
    assert amounts("Result: **9/9 suites**") == "value:9/9 count"
    assert claims("**Expected output**: 12 rows")[0].amounts[0].role == "target"


def test_what_was_before_is_no_state_of_now(states: States) -> None:
    """Below a title that says before a word tells of then; a sign still counts."""
    assert states("## Before\n\n- Not production-ready\n- ❌ No logs") == ["failed"]
    assert states("## Today\n\n- Not production-ready") == ["failed"]
