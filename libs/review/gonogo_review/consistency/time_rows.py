"""Rows with a start, an end and a length: an end before its start, and a length that leaves what the others follow."""

from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import lengths
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.moments import Moment, before, moments
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.times import BEGINS, ENDS, TO, is_length, is_working
from gonogo_review.consistency.topics import plain
from gonogo_review.consistency.totals import in_cell
from gonogo_review.model import Amount, Block, Cell, Draft

USUAL = 3
"""Rows in order that show two columns without known heads to be a start and an end."""
TWO = 2


class Row(NamedTuple):
    """A row with its start and end, and its length where it gives one."""

    line: Line
    start: Moment
    end: Moment
    length: Amount | None


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each wrong row, in tables most of whose rows are right."""
    for block in outline.reading.blocks:
        if block.kind == "table" and len(block.header) > TWO and block.rows and "20" in texts(block):
            yield from in_table(outline, block)


def texts(block: Block) -> str:
    """What stands in a table's first row."""
    return " ".join(cell.text for cell in block.rows[0])


def in_table(outline: Outline, block: Block) -> Iterator[Draft]:
    """The wrong rows of one table."""
    columns = dated_columns(outline, block)
    if columns is None:
        return
    rows = list(rows_of(outline, block, *columns))
    late = [row for row in rows if before(row.start, row.end)]
    first, last = (block.header[at] for at in columns)
    until = is_head(outline, last, ENDS) or plain(last.text).lower() in TO
    known = until and is_head(outline, first, BEGINS)
    if late and len(late) * 2 <= len(rows) and (known or len(rows) - len(late) >= USUAL):
        for row in late:
            message = f"{quote(row.line)}: the end, {row.end.day}, is before the start, {row.start.day}."
            yield draft("date-order", "date-order.span", "medium", [row.line], message)
    yield from wrong_lengths([row for row in rows if row.length and row not in late])


def dated_columns(outline: Outline, block: Block) -> tuple[int, int] | None:
    """The only two columns of dates, side by side, neither of what was planned while the other is not."""
    first = block.rows[0]
    dated = [at for at, cell in enumerate(first) if len(cell.text) < 40 and any(m.day for m in moments(cell.text))]
    if len(dated) != TWO or dated[1] != dated[0] + 1 or dated[1] >= len(block.header):
        return None
    planned = [is_head(outline, block.header[at], ("next_on", "expected", "future")) for at in dated]
    return (dated[0], dated[1]) if planned[0] == planned[1] else None


def is_head(outline: Outline, cell: Cell, categories: tuple[str, ...]) -> bool:
    """Whether a head has a word of the categories."""
    return not outline.marks(cell.text).keys().isdisjoint(categories)


def rows_of(outline: Outline, block: Block, start: int, end: int) -> Iterator[Row]:
    """The rows with both dates."""
    at = length_column(outline, block, end)
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if len(row) > end else None
        cells = [moments(row[c].text) for c in (start, end)] if line else []
        if line and [len(found) for found in cells] == [1, 1] and cells[0][0].day and cells[1][0].day:
            yield Row(line, cells[0][0], cells[1][0], in_cell(line, row[at]) if 0 < at < len(row) else None)


def length_column(outline: Outline, block: Block, end: int) -> int:
    """The first column behind the end that says how long each row took; 0 where none does."""
    first = block.rows[0]
    line = outline.by_number.get(first[0].line)
    for at in range(end + 1, min(len(first), len(block.header))) if line else ():
        amount = in_cell(line, first[at]) if line else None
        headed = is_head(outline, block.header[at], ("length", "workdays", "lasted", "day_count"))
        if line and amount and (headed or is_length(line, amount)):
            return at
    return 0


def wrong_lengths(rows: list[Row]) -> Iterator[Draft]:
    """The rows whose length fits in no way, where most of them fit."""
    bad = [row for row in rows if row.length and not fits(row, row.length)]
    if not bad or len(bad) * 2 > len(rows) - (len(rows) == 1):
        return
    for row in bad:
        if row.length:
            right = lengths.shown(row.start, row.end, row.length.unit)
            said = row.length.printed.strip()
            message = f"{quote(row.line)}: from {row.start.day} to {row.end.day} is {right}, not {said}."
            yield draft("arithmetic", "arithmetic.duration", "low", [row.line], message, right)


def fits(row: Row, length: Amount) -> bool:
    """Whether a row's length is that of its time."""
    return lengths.fits(row.start, row.end, length, working=is_working(row.line, length))
