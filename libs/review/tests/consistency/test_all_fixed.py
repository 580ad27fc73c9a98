"""All defects are fixed, and some remain; a thing that is open, and fixed by its own status."""

import pytest

from .finding import rules

ALL, OWN, GRAVE = "absolute.all-fixed", "value-conflict.open-but-fixed", "value-conflict.grave-and-minor"


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("All issues have been resolved.", "Remaining issues (3)"),
        ("- ✅ All bugs fixed", "Open bugs"),
        ("- ✅ Alle Fehler behoben", "Verbleibende Fehler"),
        ("- ✅ Todos los errores corregidos", "Errores pendientes"),
        ("- ✅ Tous les problèmes sont résolus", "Problèmes restants"),
    ],
)
def test_some_remain(claim: str, left: str) -> None:
    """A list of what remains is the exception to 'all'."""
    text = f"# Audit report\n\n## Work\n\n{claim}\n\n## {left}\n\n- The export loses a column\n"
    assert rules(text)[ALL] == (5, 7)
    assert ALL not in rules(text.replace("- The export loses a column", "- None"))


def test_row_that_counts_some() -> None:
    """As many after the work as before."""
    text = (
        "# Audit\n\nAll lint errors are fixed.\n\n| Kind | Before | After |\n|---|---|---|\n| Lint errors | 9 | 4 |\n"
    )
    assert rules(text)[ALL] == (3, 7)
    assert ALL not in rules(text.replace("| 4 |", "| 0 |"))


@pytest.mark.parametrize(
    "claim",
    ["All critical issues have been resolved.", "All issues must be resolved.", "Not all issues have been resolved."],
)
def test_not_all(claim: str) -> None:
    """The gravest ones only, a wish, a denial."""
    assert ALL not in rules(f"# Audit\n\n{claim}\n\n## Remaining issues (3)\n\n- The export loses a column\n")


@pytest.mark.parametrize(
    ("title", "head", "status"),
    [
        ("List of issues", "Issue 7: slow login (open)", "**Status:** ✅ Fixed in 2.1"),
        ("Liste der offenen und behobenen Fehler", "Fehler 7: langsame Anmeldung (🟡 offen)", "**Status:** behoben"),
        ("Lista de los errores del proyecto", "Error 7: acceso lento (pendiente)", "**Estado:** corregido"),
    ],
)
def test_open_but_fixed(title: str, head: str, status: str) -> None:
    """The heading was left behind."""
    assert rules(f"# {title}\n\n### {head}\n\n{status}\n")[OWN] == (3, 5)
    assert OWN not in rules(f"# {title}\n\n### {head.partition('(')[0]}\n\n{status}\n")


def test_grave_and_minor() -> None:
    """Two critical issues that are minor are none."""
    assert rules("# Audit\n\n- Critical issues: 2 (minor)\n")[GRAVE] == (3,)
    assert rules("# Audit\n\n- Kritische Fehler: 2 (gering)\n")[GRAVE] == (3,)
    assert GRAVE not in rules("# Audit\n\n- Critical issues: 0 (minor: 2)\n- Critical and minor issues: 2\n")
