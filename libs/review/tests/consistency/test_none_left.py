"""No defects of a kind, and some of them counted as remaining."""

import pytest

from .finding import rules

TEXTS = {
    "en": ("# Audit\n\n- **Remaining**: {} warnings\n\n## State\n\n- **Build**: ✅ good ({})\n", "no real warnings"),
    "de": (
        (
            "# Bericht über die Prüfung der Pakete\n\n- **Verbleibend**: {} Warnungen\n\n## Stand\n\n"
            "- **Paket**: ✅ gut ({})\n"
        ),
        "keine Warnungen",
    ),
    "fr": (
        (
            "# Rapport de la vérification des paquets\n\n- **Restant** : {} vulnérabilités\n\n## État\n\n"
            "- **Paquet** : ✅ bon ({})\n"
        ),
        "aucune vulnérabilité",
    ),
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_none_and_some_left(language: str) -> None:
    """Six remain where there are none."""
    text, denial = TEXTS[language]
    assert rules(text.format(6, denial))["absolute.none-left"] == (7, 3)
    assert "absolute.none-left" not in rules(text.format(0, denial))


@pytest.mark.parametrize(
    "denial", ["no critical warnings", "no errors", "no new warnings", "6 warnings", "no fix, warnings"]
)
def test_other_defects(denial: str) -> None:
    """Of the grave ones, of others or of the new ones there may be none."""
    assert "absolute.none-left" not in rules(TEXTS["en"][0].format(6, denial))
