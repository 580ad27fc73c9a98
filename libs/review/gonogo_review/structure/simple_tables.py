"""Tables that dashes alone draw: a line of dashes beneath the header, one run of them for each column.

Pandoc writes them ('simple' and 'multiline' tables of its manual); CommonMark takes their lines for rules and headings.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gonogo_review.model import Cell
from gonogo_review.structure.text_tables import TextTable

_RUNS = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")
_RUN = re.compile(r"-{2,}")
_RULE = re.compile(r"\s*-{5,}\s*")
_LEAST = 2
"""Filled cells of a header and of a row."""
_LONGEST = 400
"""Lines in which a table's closing rule is looked for."""


def simple_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """The tables among a report's lines; their `rules` are every line but the header and the rows."""
    fence, taken = "", 0
    for at, line in enumerate(lines):
        head = line.lstrip()[:3]
        if head in ("```", "~~~") and fence in ("", head):
            fence = "" if fence else head
        if fence or not at or at <= taken or "-- " not in line or not _RUNS.fullmatch(line):
            continue
        columns = [match.start() for match in _RUN.finditer(line)]
        header = _cells(lines[at - 1], at, columns)
        if _filled(header) == len(columns):
            table, taken = _table(header, at, lines, columns)
            if table.rows:
                yield table


def _table(header: tuple[Cell, ...], rule: int, lines: Sequence[str], columns: list[int]) -> tuple[TextTable, int]:
    """A table and its last line: up to its closing rule, or to a blank line where nothing closes it."""
    top = rule > 1 and bool(_RULE.fullmatch(lines[rule - 2]))
    close = _closing(rule, lines) if top else 0
    last = close or _first_blank(rule + 1, lines) - 1
    table = TextTable(header, [], [*([rule - 2] if top else []), rule, *([close] if close else [])])
    for row in range(rule + 1, last + 1):
        found = _cells(lines[row], row + 1, columns)
        if row != close and _filled(found) >= _LEAST:
            table.rows.append(found)
    return table, last


def _closing(rule: int, lines: Sequence[str]) -> int:
    """The line of the rule that closes a table; 0 where a heading or nothing comes first."""
    for row in range(rule + 1, min(len(lines), rule + _LONGEST)):
        if _RULE.fullmatch(lines[row]):
            return row
        if lines[row].startswith(("#", "```", "|")):
            return 0
    return 0


def _first_blank(row: int, lines: Sequence[str]) -> int:
    return next((at for at in range(row, len(lines)) if not lines[at].strip()), len(lines))


def _cells(line: str, number: int, columns: list[int]) -> tuple[Cell, ...]:
    """One cell for each column, cut where the next column begins; a word across the cut stays whole."""
    edges = [_before_word(line, start) for start in columns[1:]]
    return tuple(_cell(line, number, *span) for span in pairwise([0, *edges, len(line)]))


def _before_word(line: str, at: int) -> int:
    """The beginning of the word that stands across a place."""
    at = min(at, len(line))
    while 0 < at < len(line) and not line[at - 1].isspace() and not line[at].isspace():
        at -= 1
    return at


def _cell(line: str, number: int, start: int, end: int) -> Cell:
    text = line[start:end]
    start += len(text) - len(text.lstrip())
    return Cell(text.strip(), number, start, start + len(text.strip()))


def _filled(row: tuple[Cell, ...]) -> int:
    return sum(bool(cell.text) for cell in row)
