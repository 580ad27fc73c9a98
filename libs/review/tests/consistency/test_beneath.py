"""A done thing, and its own result that falls short."""

import pytest

from .finding import rules

RULE = "status.result"


@pytest.mark.parametrize(
    ("done", "result"),
    [
        ("- **invoices**: ✅ complete", "- Result: 480 / 500 rows migrated successfully"),
        ("- **Rechnungen**: ✅ abgeschlossen", "- Ergebnis: 480/500 Zeilen erfolgreich"),
        ("- **facturas**: ✅ completado", "- Resultado: 480/500 filas con éxito"),
        ("- **factures** : ✅ terminé", "- Résultat : 480/500 lignes réussies"),
    ],
)
def test_result_of_an_entry(done: str, result: str) -> None:
    """Some of it did not pass."""
    assert rules(f"# Data\n\n## Tables\n\n{done}\n  {result}\n")[RULE] == (5, 6)
    assert RULE not in rules(f"# Data\n\n## Tables\n\n{done}\n  {result.replace('480', '500')}\n")


def test_result_under_a_heading() -> None:
    """A step that is ticked, and its checks."""
    text = "# Work\n\n### Step 2: Import ✅\n\n- Checks: 11/12 cases passed\n- Time: 3 min\n"
    assert rules(text)[RULE] == (3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "# Work\n\n### Step 2: Import ✅\n\n- Before: 11/12 cases passed\n",
        "# Work\n\n### Step 2: Import ✅\n\n- Score: 4/5, passed\n",
        "# Work\n\n### Step 2: Import ✅\n\n- Disks in use: 11/12\n",
        "# Work\n\n### Step 2: Import (11/12) ✅\n\n- Checks: 11/12 cases passed\n",
        "# Work\n\n### Faults fixed ✅\n\n- Checks: 1 case fixed (11/12 passed)\n",
        "# Work\n\n### Step 2: Import\n\n- Checks: 11/12 cases passed\n",
    ],
)
def test_no_shortfall(text: str) -> None:
    """How it was, a score, a use, a thing that is not called done."""
    assert RULE not in rules(text)


def test_result_under_a_label() -> None:
    """A label between a heading and its results says nothing of how far they are."""
    text = "# Log\n\n### Storage (completed)\n\n**{}:**\n\n- Upload\n- ✅ Suite ({}/15 tests passed)\n"
    assert rules(text.format("Parts", 13))[RULE] == (3, 8)
    assert RULE not in rules(text.format("Parts", 15))
