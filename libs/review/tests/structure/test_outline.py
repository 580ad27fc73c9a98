"""What every line of a report is: headings, items, rows, code, and the sections they stand in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gonogo_review.structure.cells import cells
from gonogo_review.structure.entry import Outline
from gonogo_review.structure.outline import outline
from gonogo_review.structure.prefix import prefix
from gonogo_review.structure.view import HIDDEN, view


def made(text: str) -> Outline:
    return outline(text.split("\n"))


def kinds(text: str) -> list[tuple[int, str]]:
    return [(entry.line, entry.kind) for entry in made(text).entries]


def test_headings_by_sign_and_by_underline() -> None:
    """Both forms, with their levels."""
    found = made("# One\n\nTwo\n---\n\n### Three ###")
    assert [(section.title, section.level) for section in found.sections[1:]] == [("One", 1), ("Two", 2), ("Three", 3)]


def test_an_underline_below_keys_is_a_rule() -> None:
    """A blank line forgotten before `---` makes no heading of two keys."""
    assert kinds("**Status**: done\n**Date**: today\n---\ntext")[:2] == [(1, "text"), (2, "text")]


def test_sections_have_numbers_parents_and_ends() -> None:
    """`6.1` stands below `6`, and ends where the next begins."""
    sections = made("# Report\n\n## 6. Work\n\n### 6.1 Tests\na\n\n## 7. Rest").sections
    assert [(part.number, part.parent, part.line, part.end_line) for part in sections[2:]] == [
        ("6", 1, 3, 7),
        ("6.1", 2, 5, 7),
        ("7", 1, 8, 8),
    ]


def test_bold_lines_open_parts() -> None:
    """`**Before**:` holds the list below it; `**Impact**: none` ends it; a bold sentence is none."""
    found = made("# A\n\n**Before**:\n- x\n\n**Impact**: none\n\n**All is well.**")
    titles = [found.sections[entry.section].title for entry in found.entries]
    assert titles == ["A", "Before", "Before", "A", "A"]


def test_lists_nest_and_hold_their_first_lines() -> None:
    """Nested lists know their parent and depth; boxes and labels are read."""
    found = made("- [x] a\n  1. b\n  2. [ ] c\n- [~] d\n\n(a) e\nb) f")
    assert [(entry.box, entry.label, entry.level) for entry in found.entries] == [
        ("x", "", 1),
        ("", "1", 2),
        (" ", "2", 2),
        ("~", "", 1),
        ("", "a", 1),
        ("", "b", 1),
    ]
    lists = [block for block in found.blocks if block.kind == "list"]
    assert [(block.lines, block.depth, block.parent, block.ordered) for block in lists] == [
        ((1, 4), 0, -1, False),
        ((2, 3), 1, 0, True),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| A | B |\n|---|---|\n| 1 | 2 |",
        "A | B\n--|--\n1 | 2",
        "| A | B\n|--|\n| 1 | 2 | ",
        "| A | B |\n| 1 | 2 |",
        "+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n+---+---+",
        "┌───┬───┐\n│ A │ B │\n├───┼───┤\n│ 1 │ 2 │\n└───┴───┘",
    ],
)
def test_tables_also_broken_ones(table: str) -> None:
    """Without a ruler, ragged, drawn: header and row are found."""
    block = next(block for block in made(table).blocks if block.kind == "table")
    assert [cell.text for cell in block.header][:2] == ["A", "B"]
    assert [[cell.text for cell in row][:2] for row in block.rows] == [["1", "2"]]


def test_html_tables_lists_and_comments() -> None:
    """Rows over several lines belong to their first; comments hold nothing."""
    text = (
        "<table>\n<tr><th>A</th></tr>\n<tr><td>1</td>\n<td>2</td></tr>\n</table>\n\n<!-- ✅ 5%\nmore -->\n<h2>Next</h2>"
    )
    assert kinds(text) == [(3, "row"), (9, "heading")]


def test_code_front_matter_and_quotes() -> None:
    """Fences and front matter's own lines hold nothing; what is inside is told by kind."""
    assert kinds("---\nstatus: draft\n---\n> quoted\n\n```sh\nls\n```") == [(2, "text"), (4, "text"), (7, "code")]


def test_cells_have_places() -> None:
    """Bars in code do not divide; every cell says where it stands."""
    line = "| a `x|y` | b |"
    assert [(cell.text, line[cell.start : cell.end]) for cell in cells(line, 1)] == [("a `x|y`", "a `x|y`"), ("b", "b")]


@pytest.mark.parametrize(
    ("line", "box", "rest"),
    [
        ("- [ ] a", " ", "a"),
        ("* [X] a", "x", "a"),
        ("1. [-] a", "-", "a"),
        ("  > - a", "", "a"),
        ("[link](x)", "", "[link](x)"),
    ],
)
def test_prefix(line: str, box: str, rest: str) -> None:
    """Bullets, numbers, quotes and boxes are taken off."""
    found = prefix(line)
    assert (found.box, line[found.start :]) == (box, rest)


def test_view_keeps_every_place() -> None:
    """Markup is blank, code and addresses are hidden, nothing moves."""
    line = "**48%** of `x=1` at https://a.example/9 [docs](b) ~~old 5~~"
    seen = view(line)
    assert len(seen) == len(line)
    assert seen[2:5] == "48%"
    assert "docs" in seen
    assert "9" not in seen.replace(HIDDEN, "")
    assert "5" not in seen


@given(
    st.lists(
        st.sampled_from(
            ["# a", "- b", "  - c", "| d | e |", "|---|---|", "```", "<td>", "f", "", "> g", "---", "1. h"]
        ),
        max_size=40,
    )
)
@settings(deadline=None)
def test_every_line_is_at_most_one_thing(lines: list[str]) -> None:
    """In any order of lines, each has one entry at most, in order, inside its section."""
    found = outline(lines)
    numbers = [entry.line for entry in found.entries]
    assert numbers == sorted(set(numbers))
    for entry in found.entries:
        section = found.sections[entry.section]
        assert section.line <= entry.line <= section.end_line
        assert -1 <= entry.block < len(found.blocks)
