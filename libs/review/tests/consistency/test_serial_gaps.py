"""Rows of phases that leave one out."""

import pytest

from .finding import rules

TABLE = "# Plan\n\n| {} | Work | Status |\n|---|---|---|\n| 1 | Cart | ✅ |\n| 2 | Till | ✅ |\n| {} | Mail | ✅ |\n"
LISTED = "# Plan\n\n- {0} 1: ✅ cart\n- {0} 2: ✅ till\n- {0} {1}: ✅ mail\n"


INTRODUCED = {
    "Sprint": "The shop is made in several steps, and this is how far they are.",
    "Fase": "La tienda se construye en varios pasos, y este es el estado de cada uno de ellos.",
    "Phase": "Der Laden wird in mehreren Schritten gebaut, und so weit sind sie bisher gekommen.",
    "Этап": "Магазин создаётся за несколько шагов, и вот как далеко они продвинулись.",
}


@pytest.mark.parametrize("word", INTRODUCED)
@pytest.mark.parametrize("text", [TABLE, LISTED])
def test_phase_that_is_left_out(text: str, word: str) -> None:
    """After phase 2 comes phase 5, and 3 and 4 stand nowhere."""
    text = text.replace("# Plan", f"# Plan\n\n{INTRODUCED[word]}")
    assert "scope-gap.phases" in rules(text.format(word, 5))
    assert "scope-gap.phases" not in rules(text.format(word, 3))


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format("Sprint", 5) + "\nSprints 3-4 were merged.\n",
        TABLE.format("Sprint", 5) + "\nSprint 3 and 4 were cancelled.\n",
        TABLE.format("Sprint", "3-5"),
        TABLE.format("Shop", 5),
        TABLE.format("Sprint", 5).replace("# Plan", "# Plan\n\n## Remaining sprints"),
        TABLE.format("Sprint", 5).replace("| ✅ |", "| fine |"),
    ],
)
def test_phases_that_are_told_elsewhere(text: str) -> None:
    """What is named elsewhere is not left out, and not every table lists all that there is."""
    assert "scope-gap.phases" not in rules(text)
