"""Zeros in words: what is gone, and things that go wrong by their adjective."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "### ✅ No Former Names Remain", "value:0 count"),
        ("en", "- ✅ No debug calls remain in the shop", "value:0 count"),
        ("en", "- No duplicate rows", "value:0 count"),
        ("en", "- No dead links found", "value:0 count"),
        ("en", "- No missing data", ""),
        ("en", "- No dead code remains", ""),
        ("en", "- No downtime", ""),
        ("en", "- Verify that no former names remain", ""),
        ("en", "- No duplicate", ""),
        ("en", "- The rest: no, stale branches", ""),
        ("de", "- Keine doppelten Einträge", "value:0 count"),
        ("de", "- Keine alten Verweise übrig", "value:0 count"),
        ("fr", "- Aucun lien cassé", "value:0 count"),
        ("es", "- Ningún enlace roto", "value:0 count"),
        ("pt", "- Nenhum link quebrado", "value:0 count"),
        ("it", "- Nessun collegamento interrotto", "value:0 count"),
        ("pl", "- Brak martwych linków", "value:0 count"),
        ("tr", "- Hiçbir kırık bağlantı kalmadı", "value:0 count"),
    ],
)
def test_nothing_left_and_nothing_wrong(amounts: Callable[..., str], language: str, line: str, expected: str) -> None:
    """'No' counts what could have been left, and things whose adjective says that they go wrong."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(("language", "line"), [("es", "- Ningún enlace roto"), ("pt", "- Nenhum link quebrado")])
def test_none_of_what_is_broken_fails(states: Callable[..., list[str | None]], language: str, line: str) -> None:
    """What is denied is no failure."""
    assert states(line, language) == []


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("fr", "- ✅ Pas d'erreurs de pesée", "value:0 count"),
        ("fr", "- ✅ Pas d’avertissement", "value:0 count"),
        ("es", "- ✅ Pesaje correcto (12 s, sin errores)", "value:12 s; value:0 count"),
        ("es", "Estado: CORRECTO - Sin errores", "value:0 count"),
        ("pt", "- ✅ Pesagem correta (12 s, sem erros)", "value:12 s; value:0 count"),
        ("it", "Stato: CORRETTO - Senza errori", "value:0 count"),
        ("es", "- Pesado a mano, sin errores", ""),
        ("es", "- Pesado sin errores", ""),
        ("zh", "- 产生大量无效告警", ""),
    ],
)
def test_zeros_in_brackets_and_behind_dashes(
    amounts: Callable[..., str], language: str, line: str, expected: str
) -> None:
    """'Without errors' counts where it stands for itself, and 'no' before an elided noun."""
    assert amounts(line, language) == expected
