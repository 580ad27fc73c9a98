"""Numbers that stand beside others: two things with a slash between, scores of audits, factors of a formula."""

from collections.abc import Callable

import pytest

Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Carts / Wheels: 12 / 48", "value:12 count; value:48 count"),
        ("de", "| Kennzahl | Wert |\n|---|---|\n| Karren / Räder | 12 / 48 |", "value:12 count; value:48 count"),
        ("zh", "| 指标 | 值 |\n|---|---|\n| 推车 / 车轮 | 12 / 48 |", "value:12 count; value:48 count"),
        ("en", "- Carts / Total: 12 / 48", "value:12/48 count"),
        ("en", "- Weighed / Planned: 12 / 48", "target:12/48 count"),
        ("en", "- Cart/wheel checks: 3/5", "value:3/5 count"),
        ("en", "- Carts / Wheels: 12 / 48 weighed", "value:12/48 count"),
    ],
)
def test_two_things_with_two_numbers(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """A name of two things makes two counts; a name that says out of what leaves a share."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Lighthouse: Performance 54, SEO 98", "value:54 count; value:98 count"),
        ("fr", "- Moyenne : Performance 54, Accessibilité 98", "value:54 count; value:98 count"),
        ("ja", "- 平均: パフォーマンス 54、アクセシビリティ 98", "value:54 count; value:98 count"),
        ("en", "- Built with Cartkit 5, Wheelbase 18", ""),
        ("en", "- Performance 54", ""),
    ],
)
def test_scores_of_audits(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """Two audits of a page name their scores; a product beside another has a version."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Share: (weighed / total) × 100", ""),
        ("- Share: (weighed + total) * 100 carts", "value:100 count"),
        ("| Area | Value |\n|---|---|\n| Scales | 37 in 23 yards |", "value:37 count; value:23 count"),
    ],
)
def test_formulas_and_cells(amounts: Amounts, line: str, expected: str) -> None:
    """A factor is no amount; a number at the head of a cell is one, though a small word follows."""
    assert amounts(line) == expected


def test_time_that_a_setup_takes(amounts: Amounts) -> None:
    """It is no setting."""
    assert amounts("## Время настройки\n\n- Весы: 2-5 минут", "ru") == "value:2..5 min"
    assert amounts("## Настройки\n\n- Таймаут весов: 5 минут", "ru") == "target:5 min"
