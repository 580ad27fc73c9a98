"""Russian: cases of numbers, verbs that deny, participles in all genders, words of limits and changes."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Проверка двух складов и пяти корзин", "value:2 count; value:5 count"),
        ("- Около двухсот покупателей", "value:~200 count"),
        ("- Учёт ускорен в 3 раза", "delta:3 x"),
        ("- Ускорение в два раза", "delta:2 x"),
        ("- Пересчёт повторён 3 раза", "value:3 count"),
        ("- Повышено с 7.5/10", "before:7.5/10 count"),
        ("- Раньше 12 с, теперь 3 с", "before:12 s; after:3 s"),
        ("- Остаток уменьшен на 30%", "delta:30 %"),
        ("- Завершено 6 заказов", "value:6 count"),
        ("- Собран за 3 дня", "value:3 day"),
        ("- Возврат в течение 5 рабочих дней", "target:<=5 day"),
        ("- Срок: 5 дн.", "target:5 day"),
        ("- Доставка 20 евро", "value:20 EUR"),
        ("- До: 12 с, после: 3 с", "before:12 s; after:3 s"),
        ("- Открытие 15 янв 2026", ""),
    ],
)
def test_amounts(amounts: Amounts, line: str, expected: str) -> None:
    """Numbers and units have cases; 'в 3 раза' multiplies, '3 раза' counts; 'за 3 дня' promises nothing."""
    assert amounts(line, "ru") == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("ru", "- Критических ошибок в учёте заказов не выявлено.", "value:0 count"),
        ("ru", "- Не обнаружено уязвимостей", "value:0 count"),
        ("ru", "- Ни одной ошибки не найдено", "value:0 count"),
        ("ru", "- Нет критических уязвимостей", "value:0 count"),
        ("ru", "- Критические ошибки отсутствуют", "value:0 count"),
        ("ru", "- Проверить, что ошибок не обнаружено", ""),
        ("ru", "- Заказов не найдено", ""),
        ("ru", "- Обнаружены ошибки", ""),
        ("pl", "- Nie znaleziono błędów krytycznych", "value:0 count"),
        ("pl", "- Błędów w magazynie nie wykryto", "value:0 count"),
    ],
)
def test_nothing_found(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """A verb of finding that is denied counts none of what goes wrong, in front of it or behind."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Статус:** Настроена", "done"),
        ("**Статус:** Опубликовано", "done"),
        ("**Статус:** Готов к приёмке", "done"),
        ("**Статус:** На согласовании", "partial"),
        ("**Статус:** Не полностью выполнено", "partial"),
        ("**Статус:** Дорабатывается", "partial"),
        ("**Статус:** Не проверено", "open"),
        ("**Статус:** Завершено с ошибками", "failed"),
        ("**Статус:** Не согласовано", "failed"),
        ("**Статус:** Недоступна", "failed"),
        ("**Статус:** Приостановлена", "na"),
        ("- Склад не создан", "open"),
        ("- Остатки (настроены)", "done"),
        ("- Критические ошибки отсутствуют", None),
        ("- Тесты на ошибки отсутствуют", "open"),
        ("### Осталось:", None),
        ("Сборка прошла успешно.", "done"),
        ("**Каталог готов к публикации.**", "done"),
        ("Почти всё готово.", "partial"),
        ("## Нерешённые проблемы", "open"),
        ("## Отложенные задачи", "na"),
        ("## Исправленные ошибки", "done"),
        ("- Отложенные платежи и закрытые заказы", None),
    ],
)
def test_states(states: States, line: str, expected: str | None) -> None:
    """Short participles in every gender, aspects, and what is denied."""
    assert states(line, "ru") == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "header", "cell"),
    [("ru", "Что было сделано", "убраны 5 полок"), ("en", "What was done", "moved 5 shelves")],
)
def test_a_question_heads_no_column_of_states(amounts: Amounts, language: str, header: str, cell: str) -> None:
    """'What was done' tells neither a state nor what was before."""
    table = f"# Store\n\n| Store | {header} |\n|---|---|\n| North | {cell} |"
    assert amounts(table, language) == "value:5 count"
