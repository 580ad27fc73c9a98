"""Numbers that only tell which thing is meant, or how something is done."""

from collections.abc import Callable

import pytest

Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "- (1) Weigh the cart and print the slip"),
        ("ko", "- (2) 수레를 달고 전표 인쇄"),
        ("en", "- Line ~15: `const cart = 1`"),
        ("it", "- Linea ~15: `const carro = 1`"),
        ("en", "- Sign-in with two factors"),
        ("fr", "- Connexion à deux facteurs"),
        ("es", "- Acceso de dos factores"),
        ("pt", "- Acesso de dois fatores"),
        ("it", "- Accesso a due fattori"),
        ("pl", "- Logowanie z użyciem dwóch składników"),
        ("tr", "- İki faktörlü giriş"),
        ("ja", "- 2段階認証"),
        ("fr", "- Carte pesée deux fois"),
    ],
)
def test_numbers_that_only_tell_which_or_how(amounts: Amounts, language: str, line: str) -> None:
    """Steps in brackets, lines of a file, factors of a sign-in, and how often something was done."""
    assert amounts(line, language) == ""
