"""Tables that dashes alone draw, as pandoc writes them."""

from gonogo_review.reading import read_report

RULED = """\
# Sign-off

  ---------------------------------------------
  **Suite**   **Run**   **Passed**   **Failed**
  ----------- --------- ------------ ----------
     Smoke       24          24           0

   Contract      61          58           3

     Soak                     2           0
  ---------------------------------------------

Overall: 96%
"""
BARE = """\
# Sign-off

Suite      Run   Failed
--------  ----  -------
Smoke       24        0
Contract    61        3

Nothing else ran.
"""


def amounts(text: str) -> dict[int, list[float]]:
    """The amounts of each line."""
    return {claim.line: [a.low for a in claim.amounts] for claim in read_report(text.encode(), "r.md").statements}


def test_rows_between_rules() -> None:
    """Blank lines divide the rows of a table that a rule closes; an empty cell leaves its column empty."""
    found = amounts(RULED)
    assert {line: found[line] for line in (6, 8, 10, 13)} == {6: [24, 24, 0], 8: [61, 58, 3], 10: [2, 0], 13: [96]}
    block = next(b for b in read_report(RULED.encode(), "r.md").blocks if b.kind == "table")
    assert [cell.text for cell in block.header] == ["**Suite**", "**Run**", "**Passed**", "**Failed**"]
    assert [cell.text for cell in block.rows[2]] == ["Soak", "", "2", "0"]
    assert len(read_report(RULED.encode(), "r.md").sections) == 2


def test_rows_up_to_a_blank_line() -> None:
    """A table that nothing closes ends where its rows do."""
    assert amounts(BARE) == {5: [24, 0], 6: [61, 3]}


def test_rules_that_draw_no_table() -> None:
    """Under one word or in a fence, dashes are what they are elsewhere."""
    for text in ("# R\n\nNotes\n-- --\n\nText.\n", f"# R\n\n```python\n{BARE}```\n"):
        assert "table" not in {block.kind for block in read_report(text.encode(), "r.md").blocks}
