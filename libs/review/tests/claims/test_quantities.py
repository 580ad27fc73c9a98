"""Amounts as people print them, in every language that has a lexicon."""

from collections.abc import Callable

import pytest

from gonogo_review.reading import read_report

Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Latency: 1-2s", "value:1..2 s"),
        ("- Screens of 1440 × 900 and 12 px gaps", ""),
        ("- Supply of 24 V at 2.5 mm²", ""),
        ("- a card RTX 3080 Ti with 12 GB", "value:12 GB"),
        ("- Steps [15, 30, 45]", ""),
        ("- loader.js:11 failed to load", ""),
        ("- Requires Node.js 20+", ""),
        ("- Ledger found (North Mill Ltd, ID: 5127)", ""),
        ("- Take the tenant ID (5127) and send 3 mails", "value:3 count"),
        ("- 4 IDs: 2 new", "value:4 count; value:2 count"),
        ("- Insertion is O(1), 5 inserts", "value:5 count"),
        ("- 3 boards of 210mm x 12m", "value:3 count"),
        ("- Follows PEP 8 throughout", ""),
        ("- Some redirects (302)", ""),
        ("- No critical or high-severity issues found", "value:0 count"),
        ("- No changes required", ""),
        ("- **No secrets**: kept outside", ""),
        ("- Retention: 30 days", "target:30 day"),
        ("- ✅ Validates titles: 3-40 characters", "target:3..40 count"),
        ("- Pooling cut queries by 40%, saving $12", "delta:40 %; delta:12 USD"),
        ("- HTTP/2 is missing", ""),
        ("- /shop/404-demo: open a page", ""),
        ("**Score**: 30/50 → will be 50/50", "value:30/50 count; target:50/50 count"),
        ("### Path to 80% coverage", "target:80 %"),
        ("- ✅ Start time is **GOOD** (< 800ms)", "target:<800 ms"),
        ("- **Mean**: 120 ms\n- **Max**: 180 ms", "value:120 ms; value:180 ms"),
        ("- **Max**: 10", "target:10 count"),
        ("Uses method Method 3 and with Method 3 features", ""),
        ("- Latency: between 5 and 10 minutes", "value:5..10 min"),
        ("- Takes 5 to 10 minutes", "value:5..10 min"),
        ("- Took 40–60 hours", "value:40..60 h"),
        ("- Latency: **<150ms**", "value:<150 ms"),
        ("- Files: 97+", "value:>=97 count"),
        ("- Coverage of 70%+ on all modules", "value:>=70 %"),
        ("- Handles up to 5 jobs", "value:<=5 count"),
        ("- No more than 3 retries", "value:<=3 count"),
        ("- At least 20 pages", "value:>=20 count"),
        ("- About 12 seconds", "value:~12 s"),
        ("- Lines: ~1,163", "value:~1163 count"),
        ("- Lines: 6,000", "value:6000 count"),
        ("- Rows: 1'000'000", "value:1e+06 count"),
        ("- Users: 15K", "value:15000 count"),
        ("- 1.2M requests per day", "value:1.2e+06 count"),
        ("- Two services moved", "value:2 count"),
        ("- Tests: 15/20", "value:15/20 count"),
        ("- 15 of 20 endpoints documented", "value:15/20 count"),
        ("- 2 out of 3 nodes", "value:2/3 count"),
        ("- Score: 8.1/10", "value:8.1/10 count"),
        ("- Rated 4.5 stars", "value:4.5 count"),
        ("- Ran for 1h 20min", "value:80 min"),
        ("- Took 2 minutes 5 seconds", "value:125 s"),
        ("- Took 2m30s", "value:150 s"),
        ("- Took 1h05m of 3d4h", "value:65 min; value:76 h"),
        ("- Costs $2-5M for 10-20K donors", "value:2e+06..5e+06 USD; value:10000..20000 count"),
        ("- Between 500 and 2K rows", "value:500..2000 count"),
        ("- Ran with 10, 50, and 90 readers", "value:10 count; value:50 count; value:90 count"),
        ("- Phases 0, 2.1, 2.3 reviewed", ""),
        ("- Answers with a status (400, 413, 404)", ""),
        ("- Sizes: 200, 300, 500", "value:200 count; value:300 count; value:500 count"),
        ("- Scripts 004/005 run twice", ""),
        ("- Latest run: 20518834417", ""),
        ("- Suites (41/0/2 and 7/1/0)", "; ".join(f"value:{n} count" for n in (41, 0, 2, 7, 1, 0))),
        ("- Staffed 24/7/365", ""),
        ("Left are (1) the checklist and (2) the port check.", ""),
        ("- Order: 1) build 2) test", ""),
        ("- Tests (12), (1) of them new", "value:12 count; value:1 count"),
        ("- All 14 required fields are there", "value:14 count"),
        ("- 3 approvals required", "target:3 count"),
        ("It follows Letter 8 and then Letter 5 of it.\n- See Letters 2.5, 6 and Letter 12 notes", ""),
        ("- 8 files changed, 120 insertions(+), 14 deletions(-)", "value:8 count; delta:120 count; delta:14 count"),
        ("- Image: 1.5 GiB", "value:1.5 GB"),
        ("- Bundle: 240KB", "value:240 KB"),
        ("- Sustains 1,000 ops/second", "value:1000 /s"),
        ("- Throughput: 250 RPS", "value:250 /s"),
        ("- Costs $1.5M", "value:1.5e+06 USD"),
        ("- Costs €200k", "value:200000 EUR"),
        ("- 8-job pipeline", "value:8 count"),
        ("- Zero critical issues", "value:0 count"),
        ("- No build errors", "value:0 count"),
        ("- Open bugs: none", "value:0 count"),
        ("- Response times of 10, 50 and 90 ms", "value:10 ms; value:50 ms; value:90 ms"),
        ("- Tested with 100, 500 and 1000 users", "value:100 count; value:500 count; value:1000 count"),
        ("- p50/p95/p99: 45ms / 120ms / 340ms", "value:45 ms; value:120 ms; value:340 ms"),
        ("- Build: [█████░░] 70%", "value:70 %"),
        ("- Error rate: 0% over 24 hours", "value:0 %; value:24 h"),
    ],
)
def test_english(amounts: Amounts, line: str, expected: str) -> None:
    """What the line states, in the order of the line."""
    assert amounts(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "- Phase 6 begins",
        "- Sprints 1 & 2",
        "- Week 2-3",
        "- Answers HTTP 503",
        "- Unknown routes are answered (404)",
        "- Pages for failed logins (401, 403, 500)",
        "- Own pages (403/404)",
        "- Clause 310.4(b)(2) on access",
        "- Call 555-0142 at night",
        "- NIST 800-53 controls",
        "- Planned for 2031 Q2",
        "- The database (5432) and the proxy (8443)",
        "- On a slow 3G line",
        "- Returns 200 OK",
        "- Python 3.11",
        "- React 17 → 18",
        "- See section 4.2",
        "- On port 8080",
        "- Runs at db:6432",
        "- p95 alone",
        "- Merged #123",
        "- Since 2025-10-02 10:30",
        "- On August 26, 2025",
        "- Version 3.15.0",
        "- v2.4",
        "- UTF-8 and SHA-256",
        "- Three-state breaker",
        "- Two-factor login",
        "- Zero-downtime release",
        "- On call 24/7",
        "- Screen 1920x1080",
        "- Ratio 16:9",
        "- Host 10.0.0.1",
        "- Run `head -n 20`",
        "- [docs](https://example.org/v2/10)",
        "- 3D view",
        "- The 1st of many",
        "**Phase:** 6 - Readiness",
        "**Version**: 1.0",
        "- Mode 600/640 permissions 600/640",
        "### 2. Health check",
        "- ✅ (3/10) Unit tests",
        "1️⃣ Set up",
        "- Node 18.x",
        "- commit 9f8e7d6a1",
    ],
)
def test_none_of_these_is_an_amount(amounts: Amounts, line: str) -> None:
    """Dates, versions, numbers of phases and ports, codes and identifiers count nothing."""
    assert amounts(line) == ""


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "- Cobertura: 82,5 % (objetivo: 85 %)", "value:82.5 %; target:85 %"),
        ("es", "- 1.204 pruebas, menos de 5 errores", "value:1204 count; value:<5 count"),
        ("es", "- El arranque bajó de 12 s a 4 s", "before:12 s; after:4 s"),
        ("es", "- Líneas de código: ~15,000", "value:~15000 count"),
        ("pt", "- Tempo: de 5+ segundos para 16ms", "before:>=5 s; after:16 ms"),
        ("en", "- Lines: ~3,000+", "value:>=3000 count"),
        ("pt", "Taxa de erro: 0,4 %", "value:0.4 %"),
        ("zh", "- 提供一个控制台,含两个页面", "value:2 count"),
        ("pt", "- Custo: R$ 1.250,50", "value:1250.5 BRL"),
        ("fr", "- 1 248 tests, environ 2,5 s", "value:1248 count; value:~2.5 s"),
        ("fr", "- 9 modèles au lieu de 72", "value:9 count; before:72 count"),
        ("fr", "- 9 essais sur 11", "value:9/11 count"),
        ("fr", "- Moins de 0,3 % d'échecs", "value:<0.3 %"),
        ("it", "- 9 prove su 11", "value:9/11 count"),
        ("it", "- Errori: meno dello 0,3%", "value:<0.3 %"),
        ("pt", "- Imagem 30% menor", "delta:30 %"),
        ("pt", "- Limite de 50 pedidos", "target:<=50 count"),
        ("ru", "- 20 тыс. строк", "value:20000 count"),
        ("en", "- Several hundred users", ""),
        ("en", "- No open bugs", "value:0 count"),
        ("en", "- Pods with 4G of memory", "value:4 GB"),
        ("ja", "- 残り: 8SP", "value:8 count"),
        ("fr", "- Paquet : 1,2 Mo (−35 %)", "value:1.2 MB; delta:-35 %"),
        ("de", "- Speicher um 30 % reduziert", "delta:30 %"),
        ("de", "- Antwortzeit von 1,2 s auf 350 ms gesenkt", "before:1.2 s; after:350 ms"),
        ("de", "- Dauer: 1 Std. 20 Min.", "value:80 min"),
        ("it", "- Tempo ridotto da 1,2 s a 350 ms", "before:1.2 s; after:350 ms"),
        ("pl", "- Koszt: 4 500 zł", "value:4500 PLN"),
        ("pl", "- Pokrycie: 78,4 % (cel: co najmniej 80 %)", "value:78.4 %; target:>=80 %"),
        ("tr", "- Kapsam: %85,4 (hedef: %80)", "value:85.4 %; target:80 %"),
        ("tr", "- Süre 450 ms'den 120 ms'ye düştü", "before:450 ms; after:120 ms"),
        ("ru", "- Время сокращено с 12 с до 3 с", "before:12 s; after:3 s"),
        ("ru", "- Память снижена, менее 200 мс", "value:<200 ms"),
        ("zh", "- 缓存性能提升 40 倍", "delta:40 x"),
        ("zh", "- 索引优化 (14表,50+索引)", "value:14 count; value:>=50 count"),
        ("zh", "- 响应时间从 450ms 降低到 120ms", "before:450 ms; after:120 ms"),
        ("zh", "- 支持 1.5万 用户", "value:15000 count"),
        ("ja", "- 応答時間を450msから120msに短縮", "before:450 ms; after:120 ms"),
        ("ja", "- カバレッジ：82.5%（目標：80%以上）", "value:82.5 %; target:>=80 %"),
        ("ja", "- 20件中15件", "value:15/20 count"),
        ("ko", "- 로딩 시간 3초 → 1.2초 (60% 개선)", "before:3 s; after:1.2 s; delta:60 %"),
        ("ko", "- 응답 시간이 450ms에서 120ms로 단축", "before:450 ms; after:120 ms"),
    ],
)
def test_other_languages(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """Separators, units, comparators and changes by the habits of each language."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("ru", "Новых вопросов нет", "value:0 count"),
        ("tr", "Hata yok", "value:0 count"),
        ("ja", "エラーなし", "value:0 count"),
        ("ko", "오류 없음", "value:0 count"),
        ("fr", "- Pas de régressions visibles", "value:0 count"),
        ("it", "- Lunghezza minima 8 caratteri", "target:>=8 count"),
        ("pl", "- ✅ Gałęzie: 91% (powyżej progu 75%)", "value:91 %; target:75 %"),
        ("de", "- Alle vier Seiten sind angepasst", "value:4 count"),
        ("es", "- Espera media: 8.125 segundos", "value:8.125 s"),
        ("es", "- Avisos: de **14 a 0**.", "before:14 count; after:0 count"),
        ("de", "- Eine Prüfsumme wurde ohne Fehler erzeugt", ""),
        ("de", "- Kritische Mängel: keine", "value:0 count"),
        ("fr", "- Anomalies ouvertes : aucune", "value:0 count"),
        ("pl", "- Usterki krytyczne: brak", "value:0 count"),
        ("de", "- Keine offenen Sicherheitslücken", "value:0 count"),
        ("fr", "- 3 millions d'entrées lues", "value:3e+06 count"),
        ("fr", "- La phase 2 s'est achevée", ""),
        ("fr", "- Livré le 07/03", ""),
        ("fr", "- Semaine du 7 au 11 mars", ""),
        ("fr", "- Note : 7/10", "value:7/10 count"),
        ("pl", "- Filtr według rozdziałów (2-9)", ""),
        ("de", "- 6-fache Menge", "delta:6 x"),
        ("tr", "- 3 Mayıs 2025 günü eklendi", ""),
    ],
)
def test_zeros_and_bounds_of_other_languages(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """A zero behind its noun, bounds in words, dates with their day."""
    assert amounts(line, language) == expected


def test_titles_that_count_on() -> None:
    """'4 Findings' behind '3 Scope' is the fourth part; '4 findings' alone counts them."""
    titles = "## 3 Scope\n\nText.\n\n## 4 Findings\n\nText.\n\n## Outlook\n\n### 4 open points\n\nText.\n"
    read = read_report(f"# Report\n\n{titles}".encode(), "r.md")
    assert [(claim.line, [a.low for a in claim.amounts]) for claim in read.statements] == [(13, [4.0])]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("- Cart cache (50 carts max)", "en", "target:<=50 count"),
        ("- Two reviewers: 4 approvals minimum", "en", "value:2 count; target:>=4 count"),
        ("- Caché (50 carritos máximo)", "es", "target:<=50 count"),
        ("- Cache (50 paniers maximum)", "fr", "target:<=50 count"),
        ("- Retries: 5 max attempts", "en", "target:<=5 count"),
        ("- Chunks (0.4KB - 90KB)", "en", "value:0.4..90 KB"),
        ("- Löschdauer: 3 s – 8 s", "de", "value:3..8 s"),
        ("- Restore: 8 MB - 3 MB", "en", "value:8 MB; value:3 MB"),
        ("- Worried about the 4 open bugs", "en", "value:4 count"),
        ("- Takes about 4 minutes", "en", "value:~4 min"),
        ("- Below the 4 s mark", "en", "value:<4 s"),
        ("- The remaining 7 are cosmetic", "en", "value:7 count"),
        ("- Die übrigen 7 sind harmlos", "de", "value:7 count"),
        ("- The Boeing 7 are planes", "en", ""),
        ("- Godot 4 scenes load", "en", ""),
        ("- Angular 17 migration, SQLite 3 file", "en", ""),
    ],
)
def test_bounds_spans_and_names(amounts: Callable[..., str], text: str, language: str, expected: str) -> None:
    """A bound may end what is counted, blanks may stand in a range, and products have their numbers."""
    assert amounts(text, language) == expected


def test_a_tree_counts_in_its_remarks(amounts: Callable[..., str]) -> None:
    """A hash with a blank behind it begins a remark; elsewhere it numbers."""
    assert amounts("```\nshop/\n├── cart/   # 9 files\n└── pay/    # 4 files (12KB)\n```") == (
        "value:9 count; value:4 count; value:12 KB"
    )
    assert amounts("- Closes issue # 12 today, and #13") == ""
