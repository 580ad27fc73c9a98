"""Tables inside blocks of output: cells set apart by blanks or bars, and a line beneath their header."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gonogo_review.model import Cell
from gonogo_review.structure.cells import cells, is_ruler

_CELL = re.compile(r"\S+(?: \S+)*")
"""A single blank stands inside a cell, two or more between cells."""
_BAR = re.compile(r"[|│┼+]")
"""A line with bars in it stands under a header whose cells bars divide."""
_LEAST = 2
"""Cells of a row, and of a header."""
_SHORTEST_RULE = 5


class TextTable(NamedTuple):
    """A table's header, its rows, and the lines that only draw."""

    header: tuple[Cell, ...]
    rows: list[tuple[Cell, ...]]
    rules: list[int]


def text_tables(rows: Sequence[int], lines: Sequence[str], base: int) -> Iterator[TextTable]:
    """The tables among these lines (0-based, of the whole report; `lines` begins at `base`)."""
    taken = -1
    for row in rows:
        if row - 1 < rows[0] or row - 1 <= taken or not _is_rule(lines[row - base]):
            continue
        split = cells if _BAR.search(lines[row - base]) else _cells
        header = split(lines[row - 1 - base], row)
        before = lines[row - 2 - base] if row - 2 >= rows[0] else ""
        table = _table(header, row, rows, lines, base) if _is_header(header, before) else None
        if table is not None and table.rows:
            taken = table.rows[-1][0].line - 1
            yield table


def _table(header: tuple[Cell, ...], rule: int, rows: Sequence[int], lines: Sequence[str], base: int) -> TextTable:
    """What stands under a header up to a blank line, or to a line with fewer than two cells."""
    table = TextTable(header, [], [rule])
    split = cells if _BAR.search(lines[rule - base]) else _cells
    for row in range(rule + 1, rows[-1] + 1):
        line = lines[row - base]
        if _is_rule(line):
            table.rules.append(row)
            continue
        found = split(line, row + 1)
        if not _LEAST <= len(found) <= len(header):
            break
        table.rows.append(_under(header, found, row + 1))
    return table


def _is_header(found: tuple[Cell, ...], before: str) -> bool:
    """Whether cells name columns: several, with letters, no keys, and not the last of a run of rows."""
    names = all(
        cell.text[-1:] not in (":", "：") and any(c.isalpha() for c in cell.text) for cell in found if cell.text
    )
    return len(found) >= _LEAST and names and (_is_rule(before) or len(_cells(before, 0)) < _LEAST)


def _is_rule(line: str) -> bool:
    text = line.strip()
    return len(text) >= _SHORTEST_RULE and is_ruler(text) and not set(text) <= {"*", "|", " "}


def _cells(line: str, number: int) -> tuple[Cell, ...]:
    return tuple(Cell(match[0], number, match.start(), match.end()) for match in _CELL.finditer(line))


def _under(header: tuple[Cell, ...], found: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
    """One cell for each column: in order where none is empty, else under the header that each stands nearest to."""
    if len(found) == len(header):
        return found
    placed: list[Cell | None] = [None] * len(header)
    column = -1
    for index, cell in enumerate(found):
        last = len(header) - (len(found) - index)
        column = min(range(column + 1, last + 1), key=lambda at: _apart(header[at], cell))
        placed[column] = cell
    return tuple(_filled(placed, found[0], number))


def _filled(placed: list[Cell | None], first: Cell, number: int) -> Iterator[Cell]:
    """An empty cell stands where the one before it ends."""
    at = first.start
    for cell in placed:
        yield cell or Cell("", number, at, at)
        at = cell.end if cell else at


def _apart(one: Cell, other: Cell) -> int:
    """Characters between the nearer ends of two cells."""
    return min(abs(one.start - other.start), abs(one.end - other.end))
