import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.lexicon.loading import LANGUAGES
from gonogo_review.metrics import Match, match, metrics
from gonogo_review.metrics.matching import _file, _words
from gonogo_review.metrics.registry import unit_kind


@pytest.mark.parametrize(
    ("text", "unit", "language", "metric", "scope"),
    [
        ("Backend test coverage", "%", "en", "coverage.line", "backend"),
        ("of the front-end is covered: line coverage", "%", "en", "coverage.line", "frontend"),
        ("Branches", "%", "en", "coverage.branch", ""),
        ("unit tests passing", "count", "en", "tests.passed", "unit"),
        ("integration tests failed", "count", "en", "tests.failed", "integration"),
        ("tests passed", "%", "en", "tests.pass_rate", ""),
        ("backend unit tests", "count", "en", "tests.total", "backend unit"),
        ("critical security vulnerabilities", "count", "en", "vulnerabilities.critical", ""),
        ("known vulnerabilities", "count", "en", "vulnerabilities.total", ""),
        ("API response time", "ms", "en", "latency.response", ""),
        ("average response time", "ms", "en", "latency.mean", ""),
        ("p95", "ms", "en", "latency.p95", ""),
        ("Error rate", "%", "en", "reliability.error_rate", ""),
        ("RTO", "h", "en", "reliability.rto", ""),
        ("memory usage", "MB", "en", "resources.memory", ""),
        ("`orders.ts` coverage", "%", "en", "coverage.line", "orders.ts"),
        ("lines of code", "count", "en", "code.lines", ""),
        ("Backend tests: files", "count", "en", "tests.files", "backend"),
        ("throughput", "/s", "en", "throughput.requests", ""),
        ("Cobertura de pruebas del backend", "%", "es", "coverage.line", "backend"),
        ("pruebas fallidas", "count", "es", "tests.failed", ""),
        ("vulnerabilidades críticas", "count", "es", "vulnerabilities.critical", ""),
        ("Testes unitários passando", "count", "pt", "tests.passed", "unit"),
        ("tempo médio de resposta", "ms", "pt", "latency.response", ""),
        ("Couverture du code", "%", "fr", "coverage.line", ""),
        ("tests d’intégration échoués", "count", "fr", "tests.failed", "integration"),
        ("kritische Sicherheitslücken", "count", "de", "vulnerabilities.critical", ""),
        ("Testabdeckung (Backend)", "%", "de", "coverage.line", "backend"),
        ("copertura dei test", "%", "it", "coverage.line", ""),
        ("Pokrycie kodu testami", "%", "pl", "coverage.line", ""),
        ("testów jednostkowych zaliczonych", "count", "pl", "tests.passed", "unit"),
        ("Hata oranı", "%", "tr", "reliability.error_rate", ""),
        ("Покрытие кода тестами", "%", "ru", "coverage.line", ""),
        ("критических уязвимостей", "count", "ru", "vulnerabilities.critical", ""),
        ("后端测试覆盖率", "%", "zh", "coverage.line", "backend"),
        ("测试用例全部通过", "count", "zh", "tests.passed", ""),
        ("テストカバレッジ", "%", "ja", "coverage.line", ""),
        ("平均応答時間", "ms", "ja", "latency.mean", ""),
        ("단위 테스트 통과", "count", "ko", "tests.passed", "unit"),
        ("Unit tests passed", "count", "zh", "tests.passed", "unit"),
    ],
)
def test_words_name_a_metric(text: str, unit: str, language: str, metric: str, scope: str) -> None:
    assert match(text, unit, language) == Match(metric, scope)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("remaining tests", "count"),
        ("tests to fix", "count"),
        ("test users", "count"),
        ("Add comprehensive integration tests", "count"),
        ("dashboard updates", "count"),
        ("issues found in critical areas", "count"),
        ("lines of code per minute", "count"),
        ("Documentation of the test environment", "%"),
        ("feature coverage", "%"),
        ("vulnerabilities fixed", "count"),
        ("memory leaks", "MB"),
        ("coverage", "ms"),
        ("tests", "ms"),
        ("uptime", "count"),
        ("issues", "count"),
        ("", "%"),
        ("the quick brown fox", "count"),
        ("services, endpoints", "count"),
        ("Tests are written. | Latency", "%"),
    ],
)
def test_what_names_no_metric_gets_none(text: str, unit: str) -> None:
    assert match(text, unit, "en") is None


def test_a_change_has_no_unit_of_its_own() -> None:
    assert match("improvement in average response time", "", "en") == Match("latency.mean", "")


def test_no_phrase_reaches_over_the_end_of_a_thought() -> None:
    assert match("failed! tests", "count", "en") == Match("tests.total", "")


def test_the_registry_is_rich_and_sound() -> None:
    assert len(metrics()) >= 60
    assert all(metric.units for metric in metrics().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_speaks_of_known_metrics(language: str) -> None:
    data = _file(language)
    assert set(data["metrics"]) <= set(metrics())
    assert set(data["unless"]) <= set(data["metrics"])
    assert len(data["metrics"]) >= 45


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_every_language_is_found_where_it_stands_alone(language: str) -> None:
    for phrases in (*_words(language).names._by_word.values(), *_words(language).names._by_start.values()):
        for phrase in phrases:
            tokens = [token.rstrip("*") for part in phrase.parts for token in part]
            assert phrase.meaning in {hit.meaning for hit in _words(language).names.find(tokens)}


@given(st.text(), st.sampled_from(["%", "count", "ms", "/s", "MB", "USD", "x", ""]), st.sampled_from(LANGUAGES))
def test_any_text_gives_a_known_metric_of_the_unit_or_none(text: str, unit: str, language: str) -> None:
    found = match(text, unit, language)
    assert found is None or not unit or unit_kind(unit) in metrics()[found.metric].units


@pytest.mark.parametrize(
    "text", ["tests " * 2_000_000, "测试" * 2_000_000, "`" * 1_000_000], ids=["words", "han", "ticks"]
)
def test_a_huge_text_is_read_at_its_beginning(text: str) -> None:
    assert match(text, "count", "zh") is None or match(text, "count", "zh")
