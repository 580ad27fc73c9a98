"""Reports typed without accents and umlauts read as if they had them."""

from collections.abc import Callable

import pytest

from gonogo_review.text.accents import spellings
from gonogo_review.text.language import language_of

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "- Waage: vollstaendig geprueft", "done"),
        ("de", "- Schranke: noch zu klaeren", "open"),
        ("de", "- Ampel: ERFUELLT", "done"),
        ("es", "**Estado**: en ejecucion", "partial"),
        ("pt", "- Balança: nao concluida", "open"),
        ("pt", "- Cancela: concluida", "done"),
        ("fr", "- Balance : terminee", "done"),
        ("fr", "- Barriere : a completer", "open"),
        ("fr", "**Statut** : TERMINE", "done"),
        ("fr", "- Balance : le relevé termine la tournée", None),
        ("it", "- Bilancia: attivita completata", "done"),
        ("pl", "- Waga: zakonczone", "done"),
        ("pl", "- Szlaban: w trakcie realizacji, nie ukonczono", "open"),
        ("tr", "- Terazi: tamamlandi", "done"),
        ("tr", "- Bariyer: DOĞRULANDI", "done"),
        ("ru", "- Весы: завершён", "done"),
        ("ru", "- Шлагбаум: завершен", "done"),
    ],
)
def test_states(states: States, language: str, line: str, expected: str | None) -> None:
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "- fuenf Waagen und zwoelf Schranken", "value:5 count; value:12 count"),
        ("de", "- Laufzeit hoechstens 4 Minuten", "target:<=4 min"),
        ("es", "- Plazo maximo: 9 dias", "target:<=9 day"),
        ("pt", "- tres balanças pesadas em 4 mes", "value:3 count; value:4 month"),
        ("tr", "- 4 gun surdu", "value:4 day"),
    ],
)
def test_amounts(amounts: Amounts, language: str, line: str, expected: str) -> None:
    assert amounts(line, language) == expected


def test_a_report_without_umlauts_is_known_by_its_language() -> None:
    assert language_of(["Pruefung fuer naechste Schritte", "Test geprueft"]) == "de"


def test_what_an_accent_at_the_end_tells_from_another_word_is_left() -> None:
    assert spellings("falló") == spellings("terminé*") == spellings("à") == []
    assert spellings("größe") == ["grose", "groesse"]
    assert spellings("échec à lever") == ["echec a lever"]
