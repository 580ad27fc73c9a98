"""Rows of a weighted score whose contribution is not their weight times their score."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import measured, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.totals import in_cell, is_total
from gonogo_review.model import Amount, Block, Cell, Draft

LEAST = 3
"""Rows of a weighted score."""
SCALES = (1.0, 10.0, 100.0)
"""What the best score may be, where no row says so."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for the wrong rows of each table, most of whose rows are right."""
    for block in outline.reading.blocks:
        heads = columns(outline, block) if block.kind == "table" and len(block.rows) >= LEAST else None
        if heads:
            yield from wrong(outline, block, *heads)


def columns(outline: Outline, block: Block) -> tuple[int, int, int] | None:
    """The columns of the weights, the scores between and the contributions."""
    words = [outline.marks(cell.text) for cell in block.header]
    last = [at for at, found in enumerate(words) if "weighted" in found]
    first = [at for at, found in enumerate(words) if "weights" in found and at not in last]
    others = [at for at in range(1, len(words)) if at not in (*first, *last) and numeric(outline, block, at)]
    return (first[0], others[0], last[0]) if len(first) == len(last) == len(others) == 1 else None


def numeric(outline: Outline, block: Block, at: int) -> bool:
    """Whether every row has one amount in a column."""
    rows = [row for row in block.rows if len(row) > at]
    return all((line := outline.by_number.get(row[0].line)) and cell_amount(line, row[at]) for row in rows)


def cell_amount(line: Line, cell: Cell) -> Amount | None:
    """The amount of a cell."""
    return in_cell(line, cell)


def wrong(outline: Outline, block: Block, weight: int, score: int, given: int) -> Iterator[Draft]:
    """The rows whose contribution no usual scale gives, under the scale that most rows follow."""
    rows = [r for r in products(outline, block, weight, score, given) if r]
    for factor in sorted({1.0, *(1 / scale for scale in SCALES), *SCALES}):
        right = [fits(row, factor) for row in rows]
        if len(rows) >= LEAST and sum(right) * 2 > len(rows):
            bad = [row for row, good in zip(rows, right, strict=True) if not good]
            if bad:
                line, product, stated = bad[0]
                message = (
                    f"{quote(line)}: weight times score is {tidy(product * factor)}, not {stated.printed.strip()}."
                )
                lines = [line, *(row[0] for row in bad[1:])]
                yield draft("arithmetic", "arithmetic.weighted", "medium", lines, message, tidy(product * factor))
            return


Product = tuple[Line, float, Amount]


def products(outline: Outline, block: Block, weight: int, score: int, given: int) -> Iterator[Product | None]:
    """Each row with its weight times its score, as a part of the scale if it has one, and its contribution."""
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if len(row) > max(weight, score, given) else None
        if line is None or is_total(line):
            continue
        amounts = [cell_amount(line, row[at]) for at in (weight, score, given)]
        if all(amounts):
            one, two, three = (a for a in amounts if a)
            share = one.low / 100 if one.unit == "%" else one.low
            yield line, share * (two.low / two.of if two.of else two.low), three


def fits(row: Product, factor: float) -> bool:
    """Whether a contribution is its product on a scale, as printed."""
    stated = measured(row[2])
    return stated.low - 1e-9 <= row[1] * factor <= stated.high + 1e-9
