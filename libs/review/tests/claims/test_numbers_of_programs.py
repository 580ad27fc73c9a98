"""Numbers that programs have and no report counts: versions, statuses of HTTP, arguments, percentiles."""

from collections.abc import Callable

import pytest

Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "**Version**: 2.4 Final"),
        ("de", "**Version des Handbuchs**: 2.4"),
        ("fr", "**Version du guide** : 2.4"),
        ("es", "**Versión del manual**: 2.4"),
        ("pt", "**Versão do manual**: 2.4"),
        ("it", "**Versione del manuale**: 2.4"),
        ("pl", "**Wersja podręcznika**: 2.4"),
        ("ru", "**Версия руководства**: 2.4"),
        ("tr", "**Kılavuz Sürümü**: 2.4"),
        ("zh", "**手册版本**: 2.4"),
        ("ja", "**手引書バージョン**: 2.4"),
        ("ko", "**안내서 버전**: 2.4"),
        ("en", "- Ledger version: 3"),
        ("en", "Written in .NET 9 for clerks"),
    ],
)
def test_versions_behind_a_label(amounts: Amounts, language: str, line: str) -> None:
    """The label asks for a version, whichever of its words says so."""
    assert amounts(line, language) == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- ✅ Cone with r=3, h=5", ""),
        ("- Opens /carts?page=2&size=25 at once", ""),
        ("- Asked for cartId=7", ""),
        ("- Only rows with status=3", ""),
        ("- Sample of n=40", "value:40 count"),
        ("- errors=0, warnings=3", "value:0 count; value:3 count"),
        ("- Log: outcome=good carts=9", "value:9 count"),
        ("- Batch size = 32", "value:32 count"),
        ("- coverage=85%", "value:85 %"),
    ],
)
def test_arguments(amounts: Amounts, line: str, expected: str) -> None:
    """What a call is given is no amount; what a report counts under a word's name is."""
    assert amounts(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- 95% response time: 80 ms", "value:80 ms"),
        ("de", "- 99% Latenz: 80 ms", "value:80 ms"),
        ("es", "- 90% tiempo de respuesta: 80 ms", "value:80 ms"),
        ("zh", "- 99% 响应时间：80ms", "value:80 ms"),
        ("en", "- 95% line coverage", "value:95 %"),
        ("en", "- 95% latency improvement", "delta:95 %"),
        ("en", "- 95% of answers: 80 ms", "value:95 %; value:80 ms"),
    ],
)
def test_percentiles(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """A share that names which one of all times was measured is none."""
    assert amounts(line, language) == expected


def test_stars_with_their_number(amounts: Amounts) -> None:
    """Behind stars a ratio says how many, also in front of a remark; elsewhere it may be a step's."""
    assert amounts("- ⭐⭐⭐ (3/5) quick enough") == "value:3/5 count"
    assert amounts("- (3/5) Pack the carts") == ""


def test_house_numbers(amounts: Amounts) -> None:
    """Letters with digits behind a number make it a name, in every script."""
    assert amounts("- Дом 37с5 найден, 4 теста", "ru") == "value:4 count"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Cart without rows → 400", ""),
        ("- `POST /carts {}` → 400 with the field named", ""),
        ("- ✅ no key → 400, old key → 200", ""),
        ("- Token (expired → 401 token_expired)", ""),
        ("- `/alive` 503 logic", ""),
        ("- purge of 410/404 handles", ""),
        ("- Server answered 200 throughout", ""),
        ("- Returned 400 validation error", ""),
        ("- surge/429 keeps its queue, 401 & 5xx wait", ""),
        ("- Carts: 200 → 500", "before:200 count; after:500 count"),
        ("- Load test with 200 clerks", "value:200 count"),
        ("- The call returned 500 rows", "value:500 count"),
        ("- 404/500 carts passed", "value:404/500 count"),
    ],
)
def test_statuses_of_http(amounts: Amounts, line: str, expected: str) -> None:
    """What a server answers is no amount; what a status's number counts is one."""
    assert amounts(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Smoothing with window=3", "target:3 count"),
        ("- Tuned for crowds (cart_buffer=120, match_thresh=0.6)", "target:120 count; target:0.6 count"),
        ("- loss=0.02 in 9 rounds", "value:0.02 count; value:9 count"),
        ("- Resized (3, 40, 130) → (3, 224, 224)", ""),
        ("- Results (4 new, 3 old)", "value:4 count; value:3 count"),
        ("- Yard of 90m x 45m", ""),
        ("- Beacon (2.5m radius), 4 m/s at most", ""),
        ("- Took 3m in all", "value:3 min"),
    ],
)
def test_settings_shapes_and_metres(amounts: Amounts, line: str, expected: str) -> None:
    """What a setting was given is a target; shapes and metres are no amounts."""
    assert amounts(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Admin port: 9000", ""),
        ("en", "| Setting | Value |\n|---|---|\n| Admin port | 9000 |", ""),
        ("es", "- Puerto HTTP: 7474", ""),
        ("pt", "- Porta do painel: 7474", ""),
        ("ru", "- Порт панели: 7474", ""),
        ("en", "- Open ports: 12", "value:12 count"),
        ("en", "**Phase:** 3 Checkout", ""),
        ("en", "**Phase:** 3 complete", ""),
        ("zh", "阶段：3 结算页", ""),
        ("en", "- Notes of Session 2", ""),
        ("en", "- Pages: 3 Drafts", "value:3 count"),
        ("en", "- Runs at 2 AM", ""),
        ("de", "- Läuft 2 am Montag, 3 Seiten", "value:3 count"),
        ("en", "- Ten in-scope pages and 5 on-call teams", "value:10 count; value:5 count"),
        ("en", "- Start exceeded 300 seconds", "value:>300 s"),
        ("en", "- Coverage: 91% (exceeded 90% target)", "value:91 %; target:90 %"),
        ("de", "- Der Start überschritt 300 Sekunden", "value:>300 s"),
    ],
)
def test_numbers_of_ports_titles_and_hours(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """The label says what the number numbers; what hyphens join is counted as one."""
    assert amounts(line, language) == expected
