"""A row of targets under rows of values, and a count that names what it counts."""

import pytest

from .finding import rules

TABLES = {
    "en": (
        "# Quality\n\n| Month | Statement coverage | Path coverage |\n|---|---|---|\n| May | 71% | 66% |\n"
        "| June | {}% | 74% |\n| Target | 90% | 85% |\n\n"
        "| Gate | Minimum | Now | State |\n|---|---|---|---|\n| Coverage | 70% | 80% | ✅ Pass |\n"
    ),
    "de": (
        "# Qualität und der Bericht für die Freigabe\n\n| Monat | Testabdeckung Zeilen | Testabdeckung Pfade |\n"
        "|---|---|---|\n| Mai | 71% | 66% |\n| Juni | {}% | 74% |\n| Ziel | 90% | 85% |\n\n"
        "| Prüfung | Minimum | Aktuell | Status |\n|---|---|---|---|\n| Testabdeckung | 70% | 80% | ✅ Bestanden |\n"
    ),
}


@pytest.mark.parametrize("language", sorted(TABLES))
def test_missed_row_of_targets(language: str) -> None:
    """Both values of June are below their targets, and one of them passes a lower gate."""
    lines = TABLES[language].split("\n")
    june = next(n for n, text in enumerate(lines, 1) if "{}" in text)
    assert rules(TABLES[language].format(80))["target-miss.goal-row"][:2] == (june, june + 1)
    assert "target-miss.goal-row" not in rules(TABLES[language].format(95))


def test_missed_row_that_is_owned() -> None:
    """Who shows the values nowhere as a success owns that they fall short."""
    assert rules(TABLES["en"].partition("| Gate")[0].format(80)) == {}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "# Kiln\n\n- **Code**: {} large subsystems\n\n### Our Subsystems\n\n1. Heat\n2. Door\n3. Fan\n4. Log\n",
            4,
        ),
        ("# Ofen und der Bericht\n\n- **Umfang**: {} Bausteine\n\n### Bausteine\n\n1. Heizung\n2. Tür\n3. Lüfter\n", 3),
    ],
)
def test_named_count(text: str, right: int) -> None:
    """A count, and a list under a heading of that noun."""
    assert rules(text.format(right)) == {}
    assert "count-mismatch.elsewhere" in rules(text.format(right + 1))


@pytest.mark.parametrize(
    "value", ["5 subsystems in all of the plants", "5 validated", "~5 subsystems", "14 subsystems"]
)
def test_no_named_count(value: str) -> None:
    """A count of something else, of nothing that is named, of about so many, or of far more."""
    text = f"# Kiln\n\n- **Code**: {value}\n\n### Finished Subsystems\n\n1. Heat\n2. Door\n3. Fan\n4. Log\n"
    assert "count-mismatch.elsewhere" not in rules(text)
