"""States by signs and by words, where they count and where they do not."""

from collections.abc import Callable

import pytest

from gonogo_review.model import Statement

States = Callable[..., list[str | None]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- [x] Backups", "done"),
        ("- [ ] Backups", "open"),
        ("- [~] Backups", "partial"),
        ("- [!] Backups", "failed"),
        ("- ✅ Backups", "done"),
        ("- Backups ❌", "failed"),
        ("- 🟡 Backups", "partial"),
        ("- ⬜ Backups", "open"),
        ("- Backups: done", "done"),
        ("- Backups: pending", "open"),
        ("- Backups — deferred to Q3", "na"),
        ("- Backup tests passing", "done"),
        ("- 188/188 tests passing", "done"),
        ("- 272 passing (100% success rate)", None),
        ("- 5/6 closed", "partial"),
        ("- 0/2 resolved", "open"),
        ("- 5 of 6 items closed", "partial"),
        ("- Docs: 100% complete", "done"),
        ("- Docs: 60% complete", "partial"),
        ("- Backups (in progress)", "partial"),
        ("- Backups (not implemented)", "open"),
        ("- ✅ Login audit (success/failure)", "done"),
        ("- ✅ Double bookings refused (pending queue design)", "done"),
        ("- done (needs a deploy)", "open"),
        ("### 3. Protected endpoint (requires a token)", None),
        ("### Later (0/4) - 0% complete", "open"),
        ("**Result: 7/7 checks pass. 0 checks skipped or incomplete.**", None),
        ("**Date**: today | **Status**: 41% complete | **Team**: core", "partial"),
        ("**All 10 critical tests passed**:", "done"),
        ("## 🔴 P0 details", None),
        ("- Backend: 48% (target: 80% - ongoing)", "partial"),
        ("- System backup paths are validated and described", None),
        ("- Safety nets (dry run, retry, cache, quiet fail)", None),
        ("- Legacy tests moved (not needed for the API)", None),
        ("- **Cache layer**: Missing file (not critical)", "open"),
        ("- All planned screens implemented and working", "done"),
        ("- The extension is production-ready with the current code", "done"),
        ("### Files that may be missing", None),
        ("- ✅ Mail server started", "done"),
        ("- Mail server started", "partial"),
        ("- Paper-ready", None),
        ("- Expected: all tests passing", None),
        ("- ✅ **Offline mode**: falls back if the database is not available", "done"),
        ("**Status**: PASSED (with warnings)", "partial"),
        ("**Status:** ✅ Import complete, ✅ Search fixed, ⏳ Audit pending", "open"),
        ("**PASS – all five pages share one layout**", "done"),
        ("Nearly all tasks are complete.", "partial"),
        ("All tasks are complete.", "done"),
        ("Successfully completed all chores of the first week and went on.", "done"),
        ("All load tests passing with good results:", "done"),
        ("The release passes the security audit.", "done"),
        ("The tool is ready for release once the keys are set.", "partial"),
        ("The suite is complete. All tests pass, coverage is fine (61.5%), and it is fast", "done"),
        ("⚠️ **Areas of concern:**", None),
        ("**Finding**: Safe. Values are passed on, not executed.", None),
        ("- Restore not ready", "failed"),
        ("- Not fully implemented", "partial"),
        ("- Complete API documentation", None),
        ("- Implemented via eager loading", None),
        ("- Created for reuse", None),
        ("- **Fixed**: all critical issues", None),
        ("- **Outstanding**: none", None),
        ("- Critical tests must pass", None),
        ("- Verify that all tests are passing", None),
        ("- **Problem**: the job failed", None),
        ("- [x] Certificates prepared (needs configuration)", "open"),
        ("- ⚠️ Priority: high", None),
        ("- GO with conditions", "partial"),
        ("- Verdict: GO with conditions", "partial"),
        ("- Verdict: ✅ GO with conditions", "done"),
        ("- Verdict: NO-GO", "failed"),
        ("- Quality gate: ❌ failed → ✅ passed", "done"),
        ("- [WIP] Docs", "partial"),
        ("- TODO: write the runbook", "open"),
        ("- Owner: TBD", None),
        ("- 2 pages for a server error", None),
        ("**Progress**: 56% (all of phase 1 done)", "partial"),
        ("**Overall progress**: 40%", "partial"),
        ("**Overall progress**: 100%", None),
        ("### 2. Login flow completed", "done"),
        ("- Host: staging (team-validated settings)", None),
        ('- Only "failed" is shown', None),
    ],
)
def test_items(states: States, line: str, expected: str | None) -> None:
    """A sign counts, a word counts in a status position."""
    assert states(line) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Status**: ✅ COMPLETE", "done"),
        ("Status: draft", "partial"),
        ("Verdict: not production ready", "failed"),
        ("Phase 6 has been successfully completed with all tasks.", "done"),
        ("The system is not ready for production.", "failed"),
        ("All blocking bugs have been fixed.", "done"),
        ("All tests passed.", "done"),
        ("Phase 2 completed successfully!", "done"),
        ("The platform meets all functional and performance requirements.", "done"),
        ("The system is 95% complete.", "partial"),
        ("Phase 7 can begin immediately.", None),
        ("The product is ready to serve users.", None),
        ("The migration will be completed next week.", None),
        ("Once all tests have passed, the release is ready.", None),
        ("⚠️ Important: read this first", None),
        ("## ⚠️ Known limitations", None),
        ("## Completed tasks", "done"),
        ("## Unit Tests Needed", "open"),
        ("## What Was Accomplished", None),
        ("## Phase 3: Testing - PENDING", "open"),
        ("### 1. Runner (Created)", "done"),
        ("Legend: ✅ done | 🟡 partial | ❌ missing", None),
        ("✅ = done", None),
        ("# Beacon: GO / NO-GO Decision", None),
        ("> ✅ **READY FOR LAUNCH**", "done"),
    ],
)
def test_status_lines(states: States, line: str, expected: str | None) -> None:
    """Headings, keys with their values, and sentences about the whole."""
    assert states(line) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "La plataforma todavía no está lista para producción.", "failed"),
        ("es", "- Pagos — completado y probado", "done"),
        ("fr", "- Partiellement fait", "partial"),
        ("de", "- Teilweise erledigt", "partial"),
        ("fr", "La migration est un succès !", "done"),
        ("it", "Il progetto è un successo.", "done"),
        ("en", "Harbour Desk 2 is ready for production.", "done"),
        ("en", "The pool is ready for production.", None),
        ("en", "- [x] make test: 96 passed, 0 failed", "done"),
        ("pt", "- Pedidos: 9 (6 pagos, 3 cancelados)", None),
        ("pt", "| Parte | Status |\n|---|---|\n| Menu | Verde |", "done"),
        ("tr", "- MENÜ TAMAMLANDI", "done"),
        ("tr", "- İPTAL EDİLDİ", "na"),
        ("es", "- Documentación pendiente", "open"),
        ("es", "Estado final: todo en verde", "done"),
        ("es", "- Todo el equipo de guardia", None),
        ("pt", "- Todo o código revisto", None),
        ("de", "- Tests: alles im grünen Bereich", "done"),
        ("tr", "# Tamamlanma raporu", None),
        ("es", "Todas las funciones han sido implementadas.", "done"),
        ("es", "- Frontend: 85% completado", "partial"),
        ("es", "### Checklist Completo", None),
        ("es", "## PRONTO: LISTO PARA PRODUCCIÓN", "done"),
        ("pt", "O sistema está pronto para produção.", "done"),
        ("pt", "- Tags corrigidas", "done"),
        ("pt", "- Deploy: não iniciado", "open"),
        ("fr", "L'application n'est pas encore prête pour la production.", "failed"),
        ("fr", "- Revue : en cours", "partial"),
        ("fr", "Le projet est terminé.", "done"),
        ("de", "Die Migration ist noch nicht abgeschlossen.", "open"),
        ("de", "- Rollback-Plan fehlt", "open"),
        ("de", "**Gesamtbewertung**: bedingt freigegeben", "partial"),
        ("it", "Il progetto è stato completato con successo.", "done"),
        ("it", "- Sicurezza: da fare", "open"),
        ("pl", "System jest gotowy do produkcji.", "done"),
        ("pl", "Status: w trakcie", "partial"),
        ("tr", "Sistem üretime hazır.", "done"),
        ("tr", "- Yük testi: bekliyor", "open"),
        ("ru", "Проект успешно завершён.", "done"),
        ("ru", "Система пока не готова к продакшену.", "failed"),
        ("ru", "- Документация: не начата", "open"),
        ("zh", "## 待完成任务", "open"),
        ("zh", "## 已完成任务", "done"),
        ("zh", "**状态**: 进行中", "partial"),
        ("zh", "系统尚未达到上线标准。", "failed"),
        ("zh", "**进度**: 63% (3/8 任务完成)", "partial"),
        ("ja", "- **成果**: 設計・技術監督完了", "done"),
        ("ja", "- **Unit Tests**: N/A (未実装)", "open"),
        ("ja", "本プロジェクトはすべて完了しました。", "done"),
        ("ja", "- 問題: DNS解決エラー", None),
        ("ko", "프로젝트가 성공적으로 완료되었습니다.", "done"),
        ("ko", "- 성능 테스트 미완료", "open"),
        ("ko", "**상태**: 진행 중", "partial"),
        ("de", "## Behobene Mängel", "done"),
        ("de", "## Fehlende Schnittstellen", None),
        ("de", "- 7 Tickets bleiben offen", "open"),
        ("de", "- Altdaten: zu 45 % erledigt", "partial"),
        ("de", "- Menü: zu erledigen", "open"),
        ("de", "**Umsetzungsgrad**: 45 %", "partial"),
        ("de", "Der Rollout konnte planmäßig abgeschlossen werden.", "done"),
        ("de", "Das Paket befindet sich in einem stabilen Zustand und ist produktionsbereit.", "done"),
        ("de", "**Noch nicht gelöst**, weil die Lizenz aussteht.", "open"),
        ("de", "- Priorität: 🔴 Sehr hoch", None),
        ("en", "- Severity: 🔴 Highest", None),
        ("en", "- Gateway: 🔴", "failed"),
        ("de", "Nächster Schritt: Prüfung der Rechnungen ausstehend", None),
        ("de", "**Bewertung:** Überwiegend umgesetzt", "partial"),
        ("fr", "## Anomalies corrigées", "done"),
        ("fr", "- Reprise : réalisée à 45 %", "partial"),
        ("fr", "- Score : 62 % (5/8 complètes)", "partial"),
        ("fr", "- Barème : à valider", "open"),
        ("fr", "La bascule a été menée à bien.", "done"),
        ("fr", "La solution répond à toutes les attentes.", "done"),
        ("fr", "**Prochaine étape :** relire les pages restantes", None),
        ("fr", "- 4 contrôles en échec", None),
        ("pl", "## Rozwiązane zgłoszenia", "done"),
        ("pl", "- 11/11 kontroli zaliczonych", "done"),
        ("pl", "- Cennik: wykonano w 45%", "partial"),
        ("pl", "- Zaległe: brak", None),
        ("pl", "- Instrukcja: brak", "open"),
        ("pl", "Migracja zakończyła się powodzeniem.", "done"),
        ("pl", "Platforma jest w pełni funkcjonalna i gotowa do użycia.", "done"),
        ("pl", "- Budowanie pakietu nie powiodło się", "failed"),
    ],
)
def test_other_languages(states: States, language: str, line: str, expected: str | None) -> None:
    """Words, negation and position in every language."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Load | ✅ | |", "done"),
        ("| Load | Pending | |", "open"),
        ("| Load | yes | |", "done"),
        ("| Load | × | |", "failed"),
        ("| Load | In progress | ✅ |", "partial"),
        ("| Load | | done soon |", None),
        ("| Load | N/A | |", "na"),
    ],
)
def test_rows(states: States, row: str, expected: str | None) -> None:
    """Words count in the status column, signs in any but the subject's."""
    assert states(f"| Item | Status | Notes |\n|---|---|---|\n{row}") == ([expected] if expected else [])


def test_code_blocks(states: States) -> None:
    """Results are items; commands, source and trees are not."""
    results = "```\n✓ All files valid\nPASS src/a.test.ts\nFAIL src/b.test.ts\n```"
    commands = "```bash\nnpm test # all passing\necho '✅ done'\n```"
    tree = "```\nsrc/\n├── main.py (29KB) ✅\n```"
    assert states(results) == ["done", "done", "failed"]
    assert states(commands) == []
    assert states(tree) == []


def test_lines_that_begin_with_signs_are_a_list(claims: Callable[..., list[Statement]]) -> None:
    """Several lines below each other are items; one that stands alone speaks for the whole."""
    listed = claims("It has now:\n\n✅ Import\n✅ Export\n\n✅ All scripts work")
    assert [statement.type for statement in listed] == ["item", "item", "status"]


def test_a_footnote_makes_no_block_source(states: States) -> None:
    """`* note` below a table of results is no comment of a program."""
    block = (
        "```\nCheck        Status\n------------------\nLogin        ✅\n\n* one check is manual\nExport: passed\n```"
    )
    assert states(block) == ["done", "done"]


def test_results_in_a_block_without_a_language(claims: Callable[..., list[Statement]]) -> None:
    """A lead with brackets is no source; a call with a dot or a quoted argument is."""
    plain = "```\nSlow tier (on disk):\n- resnet-18: 0.2GB, 0.08s to load\n```"
    assert [len(claim.amounts) for claim in claims(plain)] == [2]
    assert not claims('```\nrows.write.mode("add").option("retries", 3).save(path)\n```')
    assert not claims("```\nwith open(path):\n  keep 5 rows\n```")
    assert not claims("```\n# Check of all 4 parts\nvenv\\Scripts\\python.exe check.py\n```")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Only the import is pending.", "en", ["open"]),
        ("All pages exist. Only printing is still missing.", "en", ["open"]),
        ("Only needed for the demo.", "en", []),
        ("Only admins may delete pending orders.", "en", []),
        ("The following pages were drawn but not implemented as nobody asked for them:", "en", ["open"]),
        ("Las siguientes pantallas no están implementadas.", "es", ["open"]),
        ("- Uploads over the limit: safely rejected", "en", []),
        ("- Bad tokens: correctly rejected", "en", []),
        ("- Bid: rejected", "en", ["failed"]),
        ("- Badge for queued/running/completed/failed", "en", []),
        ("- Insegna per completato/fallito", "it", []),
        ("- Bid: refused/rejected", "en", ["failed"]),
        ("- **Throughput validated**:\n  - Carts", "en", []),
        ("- [x] **Throughput validated**:", "en", ["done"]),
        ("### Implemented Modules", "en", ["done"]),
        ("### Módulos Pendientes", "es", ["open"]),
        ("### Erledigte Module", "de", ["done"]),
        ("### 완료된 모듈", "ko", ["done"]),
        ("### 已完成的模块", "zh", ["done"]),
        ("### 未完了のモジュール", "ja", ["open"]),
        ("### Access tokens needed:", "en", []),
        ("### Fixes needed:", "en", ["open"]),
        ("- **Basket (done):**\n  - adds", "en", ["done"]),
        ("- Value at Risk (VaR)", "en", []),
        ("## 📌 Notes", "en", []),
        ("### Server (Go)", "en", []),
        ("- 状态：通过（）", "zh", ["done"]),
        ("### Release (GO)", "en", ["done"]),
        ("### Planned Improvements", "en", []),
        ("### Geplante Verbesserungen", "de", []),
        ("### Pending Improvements", "en", ["open"]),
        ("- Import: partially failed", "en", ["partial"]),
        ("| 状态 | ⚠️ 部分失败 |", "zh", ["partial"]),
        ("The import test has validated that all parts are correct:", "en", []),
        ("The platform passes all load requirements.", "en", ["done"]),
        ("| Item | Result |\n|---|---|\n| Cause | two jobs failed |", "en", []),
        ("### Ready to merge when:", "en", []),
        ("### ✅ Doit être répliqué si :", "fr", []),
        ("### ✅ Ready to merge:", "en", ["done"]),
        ("### Load tests needed", "en", ["open"]),
        ("- Product photos: 3 MB each (needs tuning)", "en", ["open"]),
        ("- Photos: 3 MB (requiere optimización)", "es", ["open"]),
        ("- Worker (needs Docker)", "en", []),
        ("| Tool | Status |\n|---|---|\n| Fork | 🟩 Compatible |", "en", ["done"]),
    ],
)
def test_what_the_rest_of_the_work_is(states: States, text: str, language: str, expected: list[str]) -> None:
    """What is singled out as open, what behaves as it should, and titles that lead to things."""
    assert states(text, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- ✅ Malformed carts rejected", ["done"]),
        ("en", "- SQL injection blocked", []),
        ("de", "- Ungültige Körbe abgelehnt", []),
        ("fr", "- Paniers invalides rejetés", []),
        ("es", "- Carritos inválidos rechazados", []),
        ("pt", "- Carrinhos inválidos rejeitados", []),
        ("it", "- ✅ Carrelli non validi respinti", ["done"]),
        ("pl", "- Nieprawidłowe koszyki odrzucone", []),
        ("ru", "- Недействительные корзины отклонены", []),
        ("tr", "- Geçersiz sepetler reddedildi", []),
        ("ko", "- 잘못된 장바구니 거부됨", []),
        ("en", "- Malformed carts were rejected, release blocked", ["failed"]),
        ("en", "- The proposal was rejected", ["failed"]),
        ("en", "- Expired contract: release blocked", ["failed"]),
    ],
)
def test_what_is_kept_away(states: States, language: str, line: str, expected: list[str]) -> None:
    """What is unwanted and was refused is no failure."""
    assert states(line, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\n60% COMPLETE (7 carts)\n```", ["partial"]),
        ("```\n100% COMPLETE (7 carts)\n```", ["done"]),
        ("# Notes — hardening pass", []),
        ("- Rows in red", []),
        ("**Status**: page is up, server needs a restart", ["open"]),
    ],
)
def test_shares_passes_and_colours(states: States, text: str, expected: list[str]) -> None:
    """A share judges in a block of text too; a pass over something and a colour are no states."""
    assert states(text) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "### 2.1 The cart — Broken totals", []),
        ("en", "### Slow search — Missing indexes", []),
        ("en", "### Disk warning (READ THIS)", []),
        ("en", "### Slow search — broken", ["failed"]),
        ("en", "### Search index: missing since May", ["open"]),
        ("en", "### Nightly build: warning", ["partial"]),
        ("es", "### 3. Los precios no cargan", ["failed"]),
        ("de", "### Die Suche lädt nicht", ["failed"]),
        ("fr", "### Le panier ne répond pas", ["failed"]),
        ("pt", "### O carrinho não carrega", ["failed"]),
        ("it", "### Il carrello non risponde", ["failed"]),
        ("pl", "### Koszyk nie odpowiada", ["failed"]),
        ("ru", "### Корзина не загружается", ["failed"]),
        ("tr", "### Sepet açılmıyor", ["failed"]),
        ("zh", "### 购物车无法加载", ["failed"]),
        ("ja", "### カートが読み込めない", ["failed"]),
        ("ko", "### 장바구니가 열리지 않음", ["failed"]),
    ],
)
def test_faults_in_headings(states: States, language: str, line: str, expected: list[str]) -> None:
    """A fault that a heading names is its topic; that something does not load is its state."""
    assert states(line, language) == expected
