"""Tables drawn with blanks, as terminals and authors of plain text print them."""

import pytest

from gonogo_review.model import Block, Cell
from gonogo_review.structure.outline import outline


def tables(*lines: str) -> list[list[list[str]]]:
    """The cells of each table's rows, of a block of code with these lines."""
    found = outline(["```", *lines, "```"]).blocks
    return [[[cell.text for cell in row] for row in _all(block)] for block in found if block.kind == "table"]


def _all(block: Block) -> list[tuple[Cell, ...]]:
    return [block.header, *block.rows]


def test_a_header_with_a_line_beneath() -> None:
    """Cells are parted by two blanks; the table ends at a blank line, not at a second line."""
    found = tables(
        "SERVICES",
        "Name         Port   Status",
        "──────────────────────────",
        "Mail relay   8025   ✅",
        "Search       9200   ⚠️",
        "──────────────────────────",
        "Total        2      -",
        "",
        "Next         line   out",
    )
    assert found == [
        [
            ["Name", "Port", "Status"],
            ["Mail relay", "8025", "✅"],
            ["Search", "9200", "⚠️"],
            ["Total", "2", "-"],
        ]
    ]


def test_bars_divide_where_the_line_has_them() -> None:
    """As coverage tools print."""
    found = tables("File      | % Lines |", "----------|---------|", "All files |   91.20 |")
    assert found == [[["File", "% Lines"], ["All files", "91.20"]]]


def test_an_empty_cell_stays_empty() -> None:
    """A cell goes under the header that it stands nearest to."""
    found = tables("Check      Before     After", "---------------------------", "Latency               40 ms")
    assert found == [[["Check", "Before", "After"], ["Latency", "", "40 ms"]]]


@pytest.mark.parametrize(
    "lines",
    [
        ("├─ Analysis     45 minutes", "└─ Review       10 minutes", "   ─────────────", "Total:   55  minutes"),
        ("Tests:     12", "-------------", "Passed:    12"),
        ("Just a title", "------------", "Some  text"),
    ],
)
def test_what_is_no_table(lines: tuple[str, ...]) -> None:
    """A line beneath the last of several rows, keys, and a title with one cell."""
    assert tables(*lines) == []


def test_a_block_of_source_has_none() -> None:
    """A fence that names a language holds code."""
    lines = ["```python", "a  b", "-----", "c  d", "```"]
    assert all(block.kind != "table" for block in outline(lines).blocks)


@pytest.mark.parametrize("row", ["a", "x  y", "                     far  out"])
def test_every_cell_stands_on_its_line(row: str) -> None:
    """Under a header that is longer than the row, too."""
    text = ["```", "First     Second     Third     Fourth", "-----------------", row + "  z", "```"]
    cells = [cell for block in outline(text).blocks for line in block.rows for cell in line]
    assert cells
    assert all(0 <= cell.start <= cell.end <= len(text[cell.line - 1]) for cell in cells)
