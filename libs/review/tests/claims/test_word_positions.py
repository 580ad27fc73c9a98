"""Words of state by what stands around them: adjectives behind their nouns, questions, labels, remarks, shares."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "- ✅ **Avisos** - Lista de carros bloqueados", "done"),
        ("it", "- ✅ **Avvisi** - Elenco pesate bloccate", "done"),
        ("fr", "- ✅ Page des pesées restantes", "done"),
        ("pt", "- ✅ Filtro de pesagens pendentes", "done"),
        ("es", "- ✅ Pesaje - 3 pruebas fallidas", "failed"),
        ("es", "- ✅ Pesaje - pruebas pendientes", "open"),
        ("es", "- [ ] Corregir 4 pesajes fallidos", "open"),
        ("fr", "- Compléter les pesées manquantes", None),
        ("pt", "- Corrigir o peso bloqueado", None),
        ("it", "- Aggiungere le bilance mancanti", None),
        ("fr", "- Pesées manquantes", "open"),
        ("es", "- Pesaje de carros pendiente", "open"),
        ("es", "- ✅ 4 de: pendientes", "open"),
        ("es", "- Corregir los pesos (aún pendientes)", "open"),
    ],
)
def test_adjectives_behind_their_noun(states: States, language: str, line: str, expected: str | None) -> None:
    """What a thing is called for, or what a deed is done to, is no state of the line."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "**Ready to weigh?**", None),
        ("pt", "**Pronto para pesar?**", None),
        ("ja", "- 計量は完了？", None),
        ("en", "The project is complete. Is the scale ready?", "done"),
        ("en", "### Ready for:", None),
        ("it", "### Pronto per:", None),
        ("en", "The product is production-ready with:", "done"),
        ("en", "- Scale works (error tracking)", None),
        ("en", "- Scale works (error)", "failed"),
        ("en", "- ✅ Scale (1 harmless warning)", "done"),
        ("de", "- ✅ Waage (2 harmlose Warnungen)", "done"),
        ("en", "- ✅ Scale (warning)", "partial"),
        ("fr", "- **Balance :** ~70% terminé", "partial"),
        ("en", "**Progress**: ~40%", "partial"),
        ("de", "### Niedrig / Akzeptiert", None),
        ("de", "- Waage, Tor. Bereinigt.", "done"),
        ("de", "- Eichung für den Betrieb nötig", "open"),
        ("de", "- Eichung, falls nötig", None),
        ("de", "## Notwendige Korrekturen", "open"),
        ("es", "## Mejoras necesarias", "open"),
        ("fr", "## Actions requises", "open"),
        ("en", "## Scales required", None),
        ("pt", "**Status**: BALANÇA OK, PORTÃO A AJUSTAR", "open"),
        ("it", "- Bilancia: da sistemare", "open"),
        ("es", "- Módulo de pesaje ausente", "open"),
    ],
)
def test_positions(states: States, language: str, line: str, expected: str | None) -> None:
    """Questions and labels state nothing, a counted warning is a remark, a rough share is one all the same."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "- Scale OK", "done"),
        ("pt", "Balança: OK", "done"),
        ("ja", "- 計量OK", "done"),
        ("en", "- Scale not OK", "failed"),
        ("en", "- The scale answers 200 OK", None),
        ("en", "- OK button of the scale", None),
        ("en", "- **Scale**: press OK", None),
        ("es", "- **Manual**: completo", "done"),
        ("fr", "- **Notice** : complète", "done"),
        ("ru", "- **Руководство**: полное", "done"),
        ("it", "- Guida completa", None),
        ("es", "- **Manual**: guía completa", None),
    ],
)
def test_short_words(states: States, language: str, line: str, expected: str | None) -> None:
    """'OK' says a state wherever a state stands; adjectives of completeness only as the whole of a value."""
    assert states(line, language) == ([expected] if expected else [])


def test_a_word_behind_a_share_in_a_cell(states: States) -> None:
    """Where no column is called for states, a cell may judge the share that it gives."""
    head = "| Bloque | PASS | FAIL | % |\n|---|---|---|---|\n"
    assert states(f"{head}| Pesaje | 7 | 0 | 100% OK |\n| Portón | 0 | 4 | 0% FALLO |", "es") == ["done", "failed"]
    assert states(f"{head}| Pesaje | 7 | 0 | 100% de los carros |", "es") == []


def test_few_rows_that_are_called_for_a_role(amounts: Amounts) -> None:
    """A table is read by its rows where most of them name a role, not where 'base' or 'post' occurs in two."""
    rows = ("| Base de pesos | 25 |", "| Post-pesaje | 10 |", "| Carros | 5 |", "| Portón | 3 |", "| Avisos | 2 |")
    assert "before" not in amounts("\n".join(("| Bloque | PASS |", "|---|---|", *rows)), "es")


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "- Wägungen von etwa 3 bis 10 Kilobyte", "value:~3..10 KB"),
        ("de", "- Dauer von 9 auf 4 Minuten gesenkt", "before:9 min; after:4 min"),
        ("pl", "- Czas od 3 do 10 minut", "value:3..10 min"),
        ("pl", "- Czas skrócony z 10 do 3 minut", "before:10 min; after:3 min"),
        ("ru", "- Время от 3 до 10 минут", "value:3..10 min"),
        ("de", "- Keine kritischen Wägeprobleme gefunden", "value:0 count"),
        ("de", "- null Speicherfehler", "value:0 count"),
        ("de", "- innerhalb 30 Tage", "target:<=30 day"),
        ("en", "- [ ] Run the moves (007, 008, 019)", ""),
        ("en", "- Sorts in $O(n^3)$ steps", ""),
        ("fr", "La balance renvoie des erreurs 500 le soir", ""),
        ("es", "- Pesaje: Estado:500 cuerpo vacío", ""),
        ("en", "- 20% discount for the year", "delta:20 %"),
    ],
)
def test_amounts(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """Ranges and changes told apart by their small words; zeros of compound nouns; numbers that count nothing."""
    assert amounts(line, language) == expected
