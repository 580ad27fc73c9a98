"""What makes a line say that its thing is not done, and what only looks like it."""

import pytest

from .finding import rules

READY = "# Release report\n\n**Status**: ✅ Done, ready for production\n\n"
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


@pytest.mark.parametrize(
    "part",
    [
        READY + "## Design decisions\n\n- ✅ Sessions in Redis\n- ❌ Sessions in memory\n",
        READY + "## What was not changed\n\n- ❌ Database schema\n- ❌ Public API\n",
        READY + "## Roles\n\n| Action | Admin | User |\n|---|---|---|\n| Delete | ✅ | ❌ |\n",
        READY + "## Problems found and solved\n\n1. ❌ **Leak in the worker**\n   - Cause: open stream\n",
        READY + "## Obstacles\n\n1. ❌ **Leak in the worker**\n   - Cause: open stream\n   - Solution: closed\n",
        READY + "## Obstacles\n\n- ❌ Vendor offline on Monday (resolved)\n",
        READY + "## Run\n\n```\n✓ 42 passed\n✗ 0 failed\n```\n",
        READY + "## Notes\n\n- ⚠️ Old clients get a shorter list\n",
        READY + "## Load\n\n- Orders sent: 90\n- Rejected by the gate: 7\n",
        READY + "## Signs\n\n| Sign | Meaning |\n|---|---|\n| ✅ | done |\n| ❌ | failed |\n",
        BEREIT + "## Entscheidungen\n\n- ✅ Sitzungen in Redis\n- ❌ Sitzungen im Speicher\n",
        BEREIT + "## Hindernisse\n\n- ❌ Lieferant nicht erreichbar (behoben)\n",
        BEREIT + "## Last\n\n- Aufträge gesendet: 90\n- Abgelehnt vom Lager: 7\n",
        BEREIT + "## Hinweise\n\n- ⚠️ Alte Geräte zeigen eine kürzere Liste\n",
    ],
)
def test_marks_of_no_work(part: str) -> None:
    """Marks of what was decided, left out on purpose, solved, counted at none, or only remarked."""
    assert rules(part) == {}


@pytest.mark.parametrize(
    "part",
    [
        READY + "## Obstacles\n\n1. ❌ **Leak in the worker**\n   - Cause: open stream\n",
        READY + "## Run\n\n```\n✓ 42 passed\n✗ 3 failed\n```\n",
        READY + "## Notes\n\n- ⚠️ Backups are not configured\n",
        BEREIT + "## Hindernisse\n\n- ❌ Lieferant nicht erreichbar\n",
    ],
)
def test_marks_of_work(part: str) -> None:
    """The same marks where nothing takes them back."""
    assert "status.whole" in rules(part)


@pytest.mark.parametrize(
    ("head", "box"),
    [
        ("# Sprint 9 report\n\n**Status**: ✅ Complete\n\n## Sprint {}\n\n", "- [ ] Invoices\n"),
        ("# Rapport du sprint 9\n\n**Statut** : ✅ Terminé\n\n## Sprint {}\n\n", "- [ ] Factures\n"),
    ],
)
def test_next_sprint(head: str, box: str) -> None:
    """The title's sprint is done; the next one's work is open."""
    assert rules(head.format(10) + box) == {}
    assert "status.whole" in rules(head.format(9) + box)


def test_checklist_for_the_rollout() -> None:
    """Work that is complete may still be to roll out; a release that is ready may not."""
    text = "# Report\n\n**Status**: ✅ {}\n\n## Deployment checklist\n\n- [ ] Back up the database\n- [ ] Restart\n"
    assert rules(text.format("Complete")) == {}
    assert "status.whole" in rules(text.format("Production ready"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("# Report\n\n**{}**: {}% (40/71 tasks)\n\n**System status**: 🟢 Production ready\n", "Final progress"),
        (
            "# Отчёт\n\n**{}**: {}%\n\n**Статус**: ✅ Готов к продакшену\n\nВсе работы завершены.\n",
            "Уровень готовности",
        ),
    ],
)
def test_progress_of_a_part(text: str, label: str) -> None:
    """A report that is ready, and has an overall progress of about half."""
    assert "status.whole" in rules(text.format(label, 56.3))


def test_same_thing_from_two_sides() -> None:
    """A warning in words of its own speaks of another side of the thing."""
    rows = "| Detector API | ✅ Health endpoint returns 200 |\n\n## Access\n\n| Check | State |\n|---|---|\n"
    text = "# Report\n\n## Tests\n\n| Check | State |\n|---|---|\n" + rows + "| Detector API | ⚠️ {} |\n"
    assert rules(text.format("Local address only")) == {}
    assert "value-conflict.same-thing" in rules(text.format("500"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("# Report\n\n- ❌ No retry logic → ✅ Backoff\n\n## Features\n\n- {}\n", "Timeout retry logic"),
        ("# Отчёт\n\n- ❌ Нет логики повторов → ✅ Паузы\n\n## Функции\n\n- {}\n", "Логика повторов при таймаутах"),
    ],
)
def test_what_there_was_none_of(text: str, word: str) -> None:
    """What was lacking before and is there now is no exception to 'none'."""
    assert rules(text.format(word)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n**Status**: ✅ Complete\n\n- **Approved by**: {}\n",
        "# Abschlussbericht\n\n**Status**: ✅ Abgeschlossen\n\n**Freigabe durch**: {}\n",
    ],
)
def test_approval(text: str) -> None:
    """A report that is complete, and waits for its approval."""
    assert rules(text.format("K. Lutz")) == {}
    assert "status.whole" in rules(text.format("pending" if "Report" in text else "ausstehend"))


@pytest.mark.parametrize("title", ["Planned features", "Possible extensions", "Suggestions", "Wishlist"])
def test_later_work(title: str) -> None:
    """What is planned for later is no part of what is complete."""
    assert rules(READY + f"## {title}\n\n- [ ] Dark colours\n- [ ] Shortcuts\n") == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Relatório do trabalho\n\n**Estado**: ✅ Concluído\n\n## Próximas etapas\n\n- [ ] Modo escuro\n",
        "# Rapporto sul lavoro\n\n**Stato**: ✅ Completato\n\n## Prossime attività\n\n- [ ] Tema scuro\n",
        "# 工作报告\n\n**状态**: ✅ 已完成\n\n## 后续计划\n\n- [ ] 深色模式\n",
        "# 작업 보고서\n\n**상태**: ✅ 완료\n\n## 추후 작업\n\n- [ ] 어두운 화면\n",
    ],
)
def test_later_work_in_other_languages(text: str) -> None:
    """The same in other languages."""
    assert rules(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        READY + "## Error scenarios\n\n- ❌ Wrong password\n",
        BEREIT + "## Risiken\n\n- ❌ Lieferant fällt aus\n",
        "# Çalışma raporu\n\n**Durum**: ✅ Tamamlandı\n\n## Düzeltilen hatalar\n\n- ❌ Boş sayfa\n",
        "# 工作报告\n\n**状态**: ✅ 已完成\n\n## 修复的问题\n\n- ❌ 页面空白\n",
    ],
)
def test_sections_of_what_went_wrong(text: str) -> None:
    """Scenarios, risks and repaired errors are no open work."""
    assert rules(text) == {}


@pytest.mark.parametrize("cell", ["⚠️ In progress", "⚠️ Partial", "⚠️ Warning", "⚠️"])
def test_warning_in_a_status_cell(cell: str) -> None:
    """A warning that says how far a thing is."""
    text = READY + "## Parts\n\n| Part | State |\n|---|---|\n| Importer | ✅ |\n| Exporter | {} |\n"
    assert "status.whole" in rules(text.format(cell))


@pytest.mark.parametrize(
    "line",
    [
        "1. **Defence in depth**: several layers of safety (CI skip, timeout, cache, silent fail)\n",
        "**Finding**: Safe. The text is passed as an address, not executed.\n",
        "- **Advantage:** a simpler structure, and the API is open\n",
    ],
)
def test_word_at_the_end_of_prose(line: str) -> None:
    """The last word of a phrase in a list, of several sentences, or of an advantage is no status."""
    assert rules(READY + "## Audit\n\n" + line) == {}


@pytest.mark.parametrize("head", ["### ⚠️ No critical issues found", "### ⚠️ Keine kritischen Fehler gefunden"])
def test_warning_sign_over_a_denial(head: str) -> None:
    """A sign before 'no issues' decorates it."""
    assert rules(READY + f"## Issues\n\n{head}\n\n- ✅ Syntax\n- ✅ Files\n- ✅ Structure\n") == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n## Parts\n\n- Basic load simulation ✅\n\n## Points\n\n- [ ] Load simulation\n",
        "# Report\n\n## ✅ Check list\n\n- ✅ Builds\n- ❌ The old parser should not be listed\n",
        "# 报告\n\n## ✅ 验证清单\n\n- ✅ 构建通过\n- ❌ 不应显示旧版本\n",
    ],
)
def test_beginnings_and_what_must_not_be(text: str) -> None:
    """The basic form of a thing is not the whole of it; a cross beside 'should not' tells what to look for."""
    assert rules(text) == {}


def test_the_whole_of_a_thing() -> None:
    """Without 'basic' the two are one thing."""
    text = "# Report\n\n## Parts\n\n- Load simulation ✅\n\n## Points\n\n- [ ] Load simulation\n"
    assert "value-conflict.same-thing" in rules(text)


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("[x] Run the regression suite", "⚠️ Regression suite: 3 scenarios flaky on Windows"),
        ("[x] Run regression suite", "❌ Regression suite"),
        ("✅ Payment gateway", "🔄 Payment gateway - wired up, tuning of its limits goes on"),
        ("✅ `PUT /carts/:id/close` - closed", "❌ `PUT /carts/:id/reopen` - reopened"),
        ("✅ Repaired 9 browser tests", "40/52 browser tests passing"),
        ("[x] Запустить нагрузочные проверки", "❌ Нагрузочные проверки"),
        ("[x] 执行回归套件", "❌ 回归套件"),
    ],
)
def test_another_side_of_a_thing(done: str, undone: str) -> None:
    """A run says nothing of its result, words behind a half-done thing tell which half, and paths are names."""
    text = f"# Отчёт\n\n## Steps\n\n- {done}\n\n## State\n\n- {undone}\n"
    assert "value-conflict.same-thing" not in rules(text)
    assert "value-conflict.same-thing" in rules("# Report\n\n- [x] Cart reopening\n\n## State\n\n- ❌ Cart reopening\n")
