"""What an amount plays: value, before, after, target, delta."""

from collections.abc import Callable

import pytest

Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Load: 1-2s → <150ms (10-13x faster)", "before:1..2 s; after:<150 ms; delta:10..13 x"),
        ("- Load: 240KB -> 200KB (17% smaller)", "before:240 KB; after:200 KB; delta:17 %"),
        ("- Coverage: 48% (target: 80%)", "value:48 %; target:80 %"),
        ("- Coverage: 48% → 80% (in progress)", "value:48 %; target:80 %"),
        ("- Increase coverage from 48% to 80%", "value:48 %; target:80 %"),
        ("- Increase coverage to >80%", "target:>80 %"),
        ("- Pages: 60+ (exceeded 50+ target)", "value:>=60 count; target:>=50 count"),
        ("- Response: <2 s (50% faster than 5-second requirement)", "value:<2 s; delta:50 %; target:5 s"),
        ("- Cuts queries by ~70%", "delta:~70 %"),
        ("- Memory: -99.9%", "delta:-99.9 %"),
        ("- Coverage rose by 23.85pp", "delta:23.85 %"),
        ("- Diff: +250/-38 lines", "delta:250 count; delta:-38 count"),
        ("- Idle connections closed after 30 minutes", "target:30 min"),
        ("- Due within 2 weeks", "target:<=2 week"),
        ("- Within 1-2 weeks", "target:1..2 week"),
        ("**Undo window:** 20 seconds", "target:20 s"),
        ("- Own intervals (5–90 min)", "target:5..90 min"),
        ("Points are paid over 14-day periods.", "target:14 day"),
        ("- Chosen thresholds (spam: 0.4, sale: 0.8)", "target:0.4 count; target:0.8 count"),
        ("- Limits (sign-in: 5/min)", "target:5 count"),
        (
            "**Before the fixes:**\n- Rows: 0/4\n\n**After the fixes:**\n- Rows: 4/4",
            "before:0/4 count; after:4/4 count",
        ),
        ("### After the launch\n- Watch for 24 hours", "value:24 h"),
        ("- Orders: 12 (was 8)", "value:12 count; before:8 count"),
        ("- (17 more tools...)", "value:17 count"),
        ("- 17 more tests", "delta:17 count"),
        ("- The list shows -$140.20 where it should not", "value:-140.2 USD"),
        ("- Fees: -$140", "delta:-140 USD"),
        ("- Timeout: 30 seconds", "target:30 s"),
        ("- Timeouts: 5", "value:5 count"),
        ("- 99.9% availability target", "target:99.9 %"),
        ("- 24-hour monitoring period", "target:24 h"),
        ("- Effort: 40-60 hours", "value:40..60 h"),
        ("- Stable under 2x normal load", "delta:2 x"),
        ("- 12 additional tests", "delta:12 count"),
        ("- Rollout (10% → 50% → 100%)", "target:10 %; target:50 %; target:100 %"),
        ("- Cost went from $1,200/month to $800/month", "before:1200 USD; after:800 USD"),
        ("- Reduced from 12 to 3 errors", "before:12 count; after:3 count"),
        ("**Before**:\n- 5 services\n\n**After**:\n- ✅ 41 services", "before:5 count; after:41 count"),
        ("### Before (one server)\n- 40 s\n\n### After: v2\n- 9 s", "before:40 s; after:9 s"),
        ("## Settings\n### Targets met (80%)\n## Limits\n### Backups (60%)", "value:80 %; target:60 %"),
        ("- Page someone if the queue grows beyond 400 jobs", "target:>400 count"),
        ("- Scale out when the load exceeds 70%", "target:>70 %"),
        ("- Limit: 300 EUR", "target:300 EUR"),
        ("Before:\n\n- 45 s\n\nAfter:\n\n- 3 s", "before:45 s; after:3 s"),
        ("Targets:\n- Load: <2 s\n\nFor comparison\n- Shop: 4 s", "target:<2 s; value:4 s"),
        ("- Targets:\n  - Load: <2 s\n- Pages: 9", "target:<2 s; value:9 count"),
        ("## Goals\nResults:\n- Load: 1 s", "value:1 s"),
        ("- Search: 245 ms (<300 ms)", "value:245 ms; target:<300 ms"),
        ("- Reduced memory use 40%", "delta:40 %"),
        ("- Reduced errors to 5%", "value:5 %"),
        ("- 6 regions instead of 14", "value:6 count; before:14 count"),
        ("- +8 alerts (now 31)", "delta:8 count; after:31 count"),
        (
            "```\nsrc/\n├── A   ✅ 9 flags\n├── v2/b   [120 lines]\n└── 3d.ts\n```",
            "value:9 count; value:120 count",
        ),
        ("- Timeouts (5s per call, 30s in all)", "target:5 s; target:30 s"),
        ("- A 10-minute cache", "target:10 min"),
        ("- [ ] Zero warnings", "target:0 count"),
        ("- [x] Zero warnings", "value:0 count"),
        ("- [ ] Lint: 0 warnings", "target:0 count"),
        ("- Locked after 4 attempts", "target:4 count"),
        ("- 20 MB max per upload", "target:<=20 MB"),
        ("**Red flags:**\n- Start-up >4 s", "target:>4 s"),
        ("- The share of errors should not exceed 4%", "target:<=4 %"),
        ("- Errors fell below 0.2%", "value:<0.2 %"),
        ("## Rollback criteria\n- Error rate >1%", "target:>1 %"),
        ("- ✅ Answers 503 when:\n  - Memory >85%", "target:>85 %"),
    ],
)
def test_roles(amounts: Amounts, text: str, expected: str) -> None:
    """By the words that touch the amount, by arrows, by label and by section."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "### Vor dem Umbau\n- 40 s\n### Nach dem Umbau\n- 9 s", "before:40 s; after:9 s"),
        ("fr", "### Avant correction\n- 40 s\n### Après correction\n- 9 s", "before:40 s; after:9 s"),
        ("es", "### Antes del arreglo\n- 40 s\n### Después del arreglo\n- 9 s", "before:40 s; after:9 s"),
        ("pl", "### Przed poprawką\n- 40 s\n### Po poprawce\n- 9 s", "before:40 s; after:9 s"),
        ("ru", "### До исправления\n- 40 s\n### После исправления\n- 9 s", "before:40 s; after:9 s"),
        ("zh", "- 冷却时间：5 分钟", "target:5 min"),
        ("it", "- Finestra di annullamento: 30 secondi", "target:30 s"),
        ("en", "- Was 40 min, now 15 min", "before:40 min; after:15 min"),
        ("de", "- Vorher 40 min, jetzt 15 min", "before:40 min; after:15 min"),
        ("es", "- Antes 40 min, ahora 15 min", "before:40 min; after:15 min"),
        ("es", "- Un 30 % más rápido", "delta:30 %"),
        ("fr", "- 30 % plus rapide", "delta:30 %"),
        ("pt", "- Limpeza a cada 20 minutos", "target:20 min"),
        ("fr", "- Purge toutes les 20 minutes", "target:20 min"),
        ("ru", "- Должно быть менее 4%", "target:<4 %"),
        ("it", "- Errori scesi dal 9% al 2%", "before:9 %; after:2 %"),
        ("tr", "- Yükleme 40 saniyeden 15 saniyeye düştü", "before:40 s; after:15 s"),
        ("tr", "- Kapsam %70'ten %90'a çıktı", "before:70 %; after:90 %"),
        ("ja", "- 精度が60%から80%に向上", "before:60 %; after:80 %"),
        ("ja", "- 20分ごと", "target:20 min"),
        ("ko", "- 20분마다", "target:20 min"),
        ("de", "- Ersparnis: 5 Stunden pro Monat", "delta:5 h"),
        ("en", "- Time savings: 5 hours a month", "delta:5 h"),
        ("pl", "- Oszczędność czasu: 5 godzin", "delta:5 h"),
        ("de", "- Statt 80 Minuten nur noch 15 Minuten", "before:80 min; after:15 min"),
        ("de", "- Alle 31 Seiten sind da", "value:31 count"),
        ("de", "- Alle 31 Minuten", "target:31 min"),
        ("fr", "- Toutes les 31 pages sont là", "value:31 count"),
        ("fr", "- 22 % de réduction des rejets", "delta:22 %"),
        ("fr", "- 22 % d'économies", "delta:22 %"),
        ("fr", "- Réduire de 22 % les rejets", "delta:22 %"),
        ("fr", "- Désormais 3 requêtes, auparavant 14 requêtes", "value:3 count; before:14 count"),
        ("pl", "- Sesja wygasa po 25 minutach", "target:25 min"),
        ("pl", "- Pokrycie powinno wynosić co najmniej 85%", "target:>=85 %"),
        ("pl", "- Trzykrotnie szybszy eksport", "delta:3 x"),
    ],
)
def test_roles_in_other_languages(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """From and to, what was and what is now, and how often, by the words of each language."""
    assert amounts(line, language) == expected


def test_columns(amounts: Amounts) -> None:
    """A column's header gives the role, and the unit where its cells have none."""
    table = (
        "| Metric | Before | After | Gain | Target (ms) |\n|---|---|---|---|---|\n| Load | 3s | 1s | 3x faster | 900 |"
    )
    assert amounts(table) == "before:3 s; after:1 s; delta:3 x; target:900 ms"


def test_a_turned_table(amounts: Amounts) -> None:
    """Where the rows are named for roles, they give them."""
    table = "| | Load | Errors |\n|---|---|---|\n| Target | 100 ms | 1% |\n| Actual | 80 ms | 0.2% |"
    assert amounts(table) == "target:100 ms; target:1 %; value:80 ms; value:0.2 %"


def test_columns_in_other_languages(amounts: Amounts) -> None:
    """Headers are known in every language."""
    table = "| Kriterium | Soll | Ist |\n|---|---|---|\n| Last | < 1 % | 0,2 % |"
    assert amounts(table, "de") == "target:<1 %; value:0.2 %"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Sharded to support 900+ tenants", "en", "target:>=900 count"),
        ("Proven to handle 900 tenants", "en", "value:900 count"),
        ("Particionado para atender **900+ clientes**", "pt", "target:>=900 count"),
        ("Uploads over 8 MB are rejected", "en", "target:>8 MB"),
        ("- Refus des fichiers (>8 Mo) : rejet automatique", "fr", "target:>8 MB"),
        ("- Rejected in 5 ms", "en", "value:5 ms"),
        ("- 41/42 cases (1 expected failure)", "en", "value:41/42 count; value:1 count"),
        ("- Users: 300 expected", "en", "target:300 count"),
    ],
)
def test_what_is_asked_and_what_was_foreseen(amounts: Amounts, text: str, language: str, expected: str) -> None:
    """What a thing is built for and what is refused over a bound are targets; an expected failure is none."""
    assert amounts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Start fell from 16+ seconds to under 3 seconds", "before:>=16 s; after:<3 s"),
        ("en", "- Start fell from 5 minutes to <30 seconds", "before:5 min; after:<30 s"),
        ("de", "- Der Start sank von 16 Sekunden auf unter 3 Sekunden", "before:16 s; after:<3 s"),
        ("es", "- El arranque bajó de 16 segundos a menos de 3 segundos", "before:16 s; after:<3 s"),
        ("en", "- Coverage rose from 80% up to 95%", "before:80 %; after:95 %"),
        ("en", "- Widened the window from 90→120 for slow clerks", "before:90 count; after:120 count"),
        ("en", "- Moved from Redis 6 → 7", ""),
    ],
)
def test_from_what_to_what(amounts: Callable[..., str], language: str, line: str, expected: str) -> None:
    """A bound behind 'to' is what became; bare numbers count where 'from' and an arrow lead them."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Max upload size: 10 MB", "target:<=10 MB"),
        ("en", "- Voucher minimum length: **6 characters**", "target:>=6 count"),
        ("en", "| Setting | Value |\n|---|---|\n| Max upload size | 10 MB |", "target:<=10 MB"),
        ("de", "- Maximale Dateigröße: 10 MB", "target:<=10 MB"),
        ("fr", "- Nombre maximal de tentatives : 3", "target:<=3 count"),
        ("es", "- Tamaño máximo de archivo: 10 MB", "target:<=10 MB"),
        ("pt", "- Tamanho máximo do arquivo: 10 MB", "target:<=10 MB"),
        ("it", "- Lunghezza minima: 8 caratteri", "target:>=8 count"),
        ("pl", "- Maksymalny rozmiar pliku: 10 MB", "target:<=10 MB"),
        ("ru", "- Максимальный размер файла: 10 MB", "target:<=10 MB"),
        ("tr", "- Maksimum dosya boyutu: 10 MB", "target:<=10 MB"),
        ("zh", "- 最大文件大小：10MB", "target:<=10 MB"),
        ("ja", "- 最大ファイルサイズ: 10MB", "target:<=10 MB"),
        ("ko", "- 최대 파일 크기: 10MB", "target:<=10 MB"),
        ("pt", "- **Ler até o fim:** bônus de 5 pontos", "target:5 count"),
        ("en", "- **Max Wait Time**: 80 ms\n- **Average Wait Time**: 20 ms", "value:80 ms; value:20 ms"),
        ("en", "- **Max Wait Time**: 80 ms\n- **Average Size**: 20 KB", "target:<=80 ms; value:20 KB"),
    ],
)
def test_bounds_in_a_name(amounts: Callable[..., str], language: str, line: str, expected: str) -> None:
    """What bounds the name of a limit bounds its amount; beside a mean of the same it was measured."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("### Step 2: Stabilise (first 24 hours)", "en", "target:24 h"),
        ("### Repairs - next 2-3 days", "en", "target:2..3 day"),
        ("### Plan (próximos 3 días)", "es", "target:3 day"),
        ("### Requirements: 95% met\n- Sign-in: ✅ 100%", "en", "value:95 %; value:100 %"),
        ("### Requirements\n- Uptime: 99%", "en", "target:99 %"),
        ("### `/alerts` - Rows\n- Rows: 298", "en", "value:298 count"),
        ("Shop 2.0 — 24 hours of uptime", "en", "value:24 h"),
        ("- Orders: 36 k EUR", "fr", "value:36000 EUR"),
        ("| Item | Result |\n|---|---|\n| Requests | 200 |", "en", "value:200 count"),
        ("The first 24 hours brought 30 orders.", "en", "value:24 h; value:30 count"),
        ("- [ ] Win 12 shops", "en", "target:12 count"),
        ("- [ ] Seed round ($30K)", "en", "target:30000 USD"),
        ("- [ ] Watch the queue for 2 days", "en", "target:2 day"),
        ("- [ ] Fix 12 broken links", "en", "value:12 count"),
        ("- [ ] Korrigieren: 12 Fehler beheben", "de", "value:12 count"),
        ("- [ ] Page shows all 12 charts", "en", "value:12 count"),
        ("- [ ] Suite of the cart (48 passed)", "en", "value:48 count"),
        ("- [x] Win 12 shops", "en", "value:12 count"),
    ],
)
def test_what_is_to_come(amounts: Amounts, text: str, language: str, expected: str) -> None:
    """A time ahead in a title, and what an open box promises; not what it is to mend."""
    assert amounts(text, language) == expected
