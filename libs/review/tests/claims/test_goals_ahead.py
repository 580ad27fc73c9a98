"""What is still to come: goals that something must reach, work that waits, parts of a plan with their state."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Uptime must be raised to 98%", "target:98 %"),
        ("en", "- Uptime was raised to 98%", "after:98 %"),
        ("en", "- All 5 clerks must confirm", "value:5 count"),
        ("en", "- Must stay small, uptime rose to 98%", "after:98 %"),
        ("de", "- Die Deckung muss auf 70 % erhöht werden", "target:70 %"),
        ("de", "- Die Deckung wurde auf 70 % erhöht", "value:70 %"),
        ("fr", "- Le taux doit être porté à 70 %", "target:70 %"),
        ("es", "- El tiempo debe reducirse a 3 s", "target:3 s"),
        ("pt", "- A taxa deve ser elevada para 70%", "target:70 %"),
        ("it", "- Il tasso deve essere portato all'70%", "target:70 %"),
        ("pl", "- Czas musi spaść do 3 s", "target:<=3 s"),
        ("ru", "- Необходимо снизить время до 3 секунд", "target:<=3 s"),
        ("tr", "- Oran %70'e çıkarılmalı", "target:70 %"),
        ("zh", "- 命中率需提升至70%", "target:70 %"),
        ("zh", "- 命中率已提升至70%", "after:70 %"),
        ("ja", "- ヒット率を70%に上げる必要があります", "target:70 %"),
        ("ko", "- 적중률을 70%로 높여야 합니다", "target:70 %"),
    ],
)
def test_demands(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """What something must become is a goal; how many must do something is counted."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Carts (5s polling)", "target:5 s"),
        ("ko", "- 장바구니 5초 폴링", "target:5 s"),
        ("zh", "- 满足 300ms 的性能要求", "target:300 ms"),
        ("zh", "- 完成 3 个要求", "value:3 count"),
    ],
)
def test_times_that_are_set(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """How often something asks, and how long a requirement allows, are settings."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- **Invoices**: coming soon", "open"),
        ("en", "- **Invoices** (later)", "open"),
        ("en", "- **Invoices**: waiting for legal review", "open"),
        ("en", "- Starts slowly (waiting for the cache)", None),
        ("de", "- **Rechnungen** (später)", "open"),
        ("fr", "- **Factures** : bientôt disponible", "open"),
        ("es", "- **Facturas**: próximamente", "open"),
        ("pt", "- **Faturas** - em breve", "open"),
        ("it", "- **Fatture**: prossimamente", "open"),
        ("pl", "- **Faktury**: wkrótce", "open"),
        ("tr", "- **Faturalar** (ileride)", "open"),
        ("tr", "## Yapılacaklar", "open"),
        ("ru", "- **Счета**: скоро", "open"),
        ("zh", "- **发票**：敬请期待", "open"),
        ("zh", "- **发票**：等待合并", "open"),
        ("ja", "- **請求書** (次回)", "open"),
        ("ko", "- **청구서** (다음)", "open"),
    ],
)
def test_work_that_waits(states: States, language: str, line: str, expected: str | None) -> None:
    """What comes later is open."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("### Phase 3 (complete): the ledger", "done"),
        ("- Task 9 (partial) - weigh carts", "partial"),
        ("- Carts (failed): 3", None),
        ("- Phase 3 (the complete ledger): 4 pages", None),
    ],
)
def test_brackets_behind_a_number_of_the_plan(states: States, line: str, expected: str | None) -> None:
    """A part of a plan may have its state in brackets in front of its name."""
    assert states(line) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("pl", "- ✅ **Kasa** - brak awarii w koszyku", "done"),
        ("pl", "- ✅ **Kasa** - dokumentacja: brak", "open"),
        ("pl", "- Instrukcja - brak", "open"),
        ("ru", "- **Статус**: проверка корзины проваливается", "failed"),
    ],
)
def test_what_is_missing(states: States, language: str, line: str, expected: str) -> None:
    """Behind a good sign a word for 'missing' leads to what is good to be without; alone it tells what is open."""
    assert states(line, language) == [expected]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "To reach a score > 70:", "target:>70 count"),
        ("it", "Per raggiungere un punteggio > 70:", "target:>70 count"),
        ("en", "The score was > 70", "value:>70 count"),
        ("de", "- Deckung auf 70 % erhöhen", "target:70 %"),
        ("de", "- Gelang es, sie auf 70 % zu erhöhen", "value:70 %"),
        ("pl", "- Zwiększyć pokrycie do 70%", "target:70 %"),
        ("ru", "- Повысить долю до 70%", "target:70 %"),
        ("tr", "- Oranı %70'e çıkarmak", "target:70 %"),
        ("ja", "- ヒット率を70%に上げる", "target:70 %"),
        ("ko", "- 적중률을 70%로 높이기", "target:70 %"),
    ],
)
def test_steps_towards_a_goal(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """A verb that asks for a change, wherever the language puts it, makes a goal of what it leads to."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "- Aumentar los pedidos en un 40%", "delta:40 %"),
        ("pt", "- Aumentar os pedidos em 40%", "delta:40 %"),
        ("it", "- Aumentare gli ordini del 40-50%", "delta:40..50 %"),
        ("it", "- Mantenere una quota del 40%", "target:40 %"),
        ("ru", "- Увеличить число заказов на 40%", "delta:40 %"),
        ("tr", "- Siparişleri %40 artırmak", "delta:40 %"),
        ("ja", "- 注文を40%増やす", "delta:40 %"),
        ("ko", "- 주문 40% 늘리기", "delta:40 %"),
        ("it", "- Visite più lunghe (+2-3 minuti)", "delta:2..3 min"),
    ],
)
def test_steps_by_an_amount(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """By how much something is to change is a change."""
    assert amounts(line, language) == expected
