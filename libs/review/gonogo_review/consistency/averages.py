"""The averages that a table states under its rows."""

from collections.abc import Iterator

from gonogo_review.consistency import sums
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, measured, shown, span, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.consistency.totals import in_cell
from gonogo_review.model import Amount, Block, Cell, Draft

LEAST = 2
"""Rows that make an average."""
BOTH = 2
"""A high and a low grade."""
Column = list[tuple[Line, Amount]]


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each average that no usual mean of its column gives."""
    for block in outline.reading.blocks:
        for row in block.rows if block.kind == "table" and not by_grade(outline, block) else ():
            line = outline.by_number.get(row[0].line) if row else None
            if line is None or not line.has("average", "overall") or len(topic(line.label)) > 1:
                continue
            if line.is_called("average"):
                yield from wrong(outline, block, row, line)
            elif line.is_called("overall"):
                yield from outside(outline, block, row, line)
        if block.kind == "list":
            yield from of_list(outline.lines_at(block.lines))


def by_grade(outline: Outline, block: Block) -> bool:
    """Whether the rows are grades, where the word for an average is the one in the middle: 'Alta, Media, Baja'."""
    lines = (outline.by_number.get(row[0].line) for row in block.rows if row)
    grades = {c for line in lines if line for c in ("level_low", "level_high") if line.is_called(c)}
    return len(grades) == BOTH


def wrong(outline: Outline, block: Block, row: tuple[Cell, ...], line: Line) -> Iterator[Draft]:
    """The wrong averages of one row."""
    above = [other for other in block.rows if other and other[0].line < line.number]
    columns = [column(outline, [r[at] for r in above if at < len(r)]) for at in range(len(row))]
    for at, cell in enumerate(row):
        stated = in_cell(line, cell)
        if stated is None or len(columns[at]) < max(LEAST, len(above)):
            continue
        amounts = [amount for _, amount in columns[at]]
        weights = [[a.low for _, a in other] for other in columns if len(other) == len(amounts)]
        means = [sums.average(amounts), *filter(None, (sums.weighted(amounts, w) for w in weights))]
        if sums.one_dimension([stated, *amounts]) and not any(mean.meets(measured(stated)) for mean in means):
            right = span(means[0])
            message = f"{quote(line)}: the rows' average is {right}, not {shown(stated)}."
            lines = [line, *(other for other, _ in columns[at])]
            yield draft("arithmetic", "arithmetic.average", "medium", lines, message, right)


def outside(outline: Outline, block: Block, row: tuple[Cell, ...], line: Line) -> Iterator[Draft]:
    """The overall percentages and scores of one row that lie outside of all those above it."""
    above = [other for other in block.rows if other and other[0].line < line.number]
    for at, cell in enumerate(row):
        stated, found = in_cell(line, cell), column(outline, [r[at] for r in above if at < len(r)])
        if stated is None or len(found) < max(LEAST, len(above)) or not all(alike(stated, a) for _, a in found):
            continue
        lowest, highest = min(a.low for _, a in found), max(a.high for _, a in found)
        summed = line.has("total") and sums.adds_up([a for _, a in found], stated)
        if not summed and not Interval(lowest, highest).meets(measured(stated)):
            right = f"{tidy(lowest)} to {tidy(highest)}"
            message = f"{quote(line)}: the rows go from {right}, and no mean of them is {shown(stated)}."
            lines = [line, *(other for other, _ in found)]
            yield draft("arithmetic", "arithmetic.overall", "medium", lines, message, right)


def of_list(lines: list[Line]) -> Iterator[Draft]:
    """The overall percentage or score of a list that lies outside of all the others."""
    found = [(x, x.present[0]) for x in lines if len(x.amounts) == len(x.present) == 1 and x.is_keyed]
    means = [(x, a) for x, a in found if x.is_called("overall") and not x.has("total") and len(topic(x.label)) <= 1]
    parts = [(x, a) for x, a in found if not x.is_called("overall")]
    if len(means) != 1 or len(parts) <= LEAST or len(found) != len(lines):
        return
    line, stated = means[0]
    lowest, highest = min(a.low for _, a in parts), max(a.high for _, a in parts)
    if all(alike(stated, a) for _, a in parts) and not Interval(lowest, highest).meets(measured(stated)):
        right = f"{tidy(lowest)} to {tidy(highest)}"
        message = f"{quote(line)}: the others go from {right}, and no mean of them is {shown(stated)}."
        yield draft("arithmetic", "arithmetic.overall", "medium", [line, *(x for x, _ in parts)], message, right)


def alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts are percentages, or scores out of the same number."""
    return one.unit == other.unit and one.of == other.of and (one.unit == "%" or one.of is not None)


def column(outline: Outline, cells: list[Cell]) -> Column:
    """The amounts of a column's cells that hold one."""
    found = ((outline.by_number.get(cell.line), cell) for cell in cells)
    return [(line, amount) for line, cell in found if line and (amount := in_cell(line, cell))]
