"""The documentation says what the registry says."""

from pathlib import Path

from gonogo_review.evidence.table import table

DOCS = Path(__file__).parents[4] / "docs" / "evidence.md"


def test_the_table_of_formats_is_the_registry() -> None:
    text = DOCS.read_text("utf-8")
    inside = text.partition("<!-- formats -->\n")[2].partition("<!-- /formats -->")[0]
    assert inside == table()
