"""What makes a line say that its thing is not done, and what only looks like it."""

import pytest

from .finding import rules

READY = "# Release report\n\n**Status**: ✅ Complete, production ready\n\n"
BEREIT = "# Abschlussbericht\n\n**Status**: ✅ Abgeschlossen, produktionsreif\n\n"


@pytest.mark.parametrize(
    "part",
    [
        READY + "## Covered scenarios\n\n- retry on failure\n- rollback after error\n",
        BEREIT + "## Abgedeckte Fälle\n\n- Wiederholung nach Fehler\n- Abbruch nach Ausfall\n",
    ],
)
def test_noun_in_a_phrase(part: str) -> None:
    """'Retry on failure' names a scenario; nothing failed."""
    assert rules(part) == {}


@pytest.mark.parametrize(
    "text", [READY + "## Parts\n\n- Importer: failure\n", BEREIT + "## Teile\n\n- Import: Fehler\n"]
)
def test_noun_by_itself(text: str) -> None:
    """The same noun where a status stands."""
    assert "status.whole" in rules(text)


def test_file_that_is_described() -> None:
    """What a file or a linked document holds is no status."""
    lines = "- `pages/500.tsx` - Server error\n- [sprint.md](sprint.md) - Overall plan\n"
    assert rules(READY + "## Files\n\n" + lines) == {}


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("## 🔄 Command mapping", "| Login | ✅ Migrated |"),
        ("## 🔄 Durchgeführte Arbeiten", "| Anmeldung | ✅ Umgestellt |"),
    ],
)
def test_arrows_as_decoration(head: str, row: str) -> None:
    """Turning arrows on a heading with nothing open beneath it decorate it."""
    text = READY + head + "\n\n| Part | State |\n|---|---|\n" + row + "\n"
    assert rules(text) == {}
    assert "status.whole" in rules(text.replace("✅ M", "🚧 M").replace("✅ U", "🚧 U"))


@pytest.mark.parametrize("bracket", ["401 - 인증 필요", "로그인 필요"])
def test_how_a_thing_works_is_no_hedge(bracket: str) -> None:
    """That an endpoint asks for a login says nothing of what is left."""
    assert rules(f"# 보고서\n\n## ✅ 완료된 작업\n\n- ✅ 통계 API ({bracket})\n") == {}


@pytest.mark.parametrize(
    "text",
    [
        "# 보고서\n\n## ✅ 완료된 작업\n\n- ✅ 통계 API (설정 필요)\n",
        "# Report\n\n## ✅ Completed work\n\n- ✅ Statistics API (configuration required)\n",
        "# 报告\n\n## ✅ 已完成的工作\n\n- ✅ 统计接口（需要配置）\n",
    ],
)
def test_hedge(text: str) -> None:
    """Done, and in brackets that it still must be configured."""
    assert "status.section" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n- ✅ Retry: exponential\n\n## Critical fixes\n\n- Retry - added a backoff and a limit\n",
        "# Отчёт\n\n- ✅ Повторы: с паузой\n\n## Критические исправления\n\n- Повторы - добавлены пауза и предел\n",
    ],
)
def test_critical_fixes_that_were_made(text: str) -> None:
    """A list of critical fixes tells of what was done."""
    assert rules(text) == {}
