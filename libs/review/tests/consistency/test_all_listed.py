"""All of the listed, and one of the list that is not."""

import pytest

from .finding import rules

TABLE = """# Memo

## Drills

{}

| Drill | Evidence | Result |
|---|---|---|
| Restore | log 14 | ✅ Passed |
| Failover | log 15 | ✅ Passed |
| Paging | log 16 | {} |
"""


@pytest.mark.parametrize("claim", ["All three drills are passed.", "All drills passed.", "✅ Every drill is complete."])
def test_a_row_that_is_open(claim: str) -> None:
    """The table's first column is of what all are said to be done."""
    assert rules(TABLE.format(claim, "✅ Passed")) == {}
    assert rules(TABLE.format(claim, "⏳ In progress"))["absolute.all-listed"] == (5, 11)


def test_all_of_other_things() -> None:
    """All hosts are done, which says nothing of the drills."""
    assert "absolute.all-listed" not in rules(TABLE.format("All hosts are patched and passed.", "⏳ In progress"))


def test_alle() -> None:
    """In other languages too."""
    text = (
        TABLE.replace("# Memo", "# Bericht über die Prüfungen")
        .replace("Drill", "Prüfung")
        .format("Alle drei Prüfungen sind abgeschlossen.", "❌ offen")
    )
    assert "absolute.all-listed" in rules(text)
