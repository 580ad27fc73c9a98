"""Rows of a table that leave what all its other rows follow: one column is the share, rest or product of others.

What the columns are called is not asked: the rows themselves show how they belong together.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from gonogo_review.consistency import shares
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, dimension, measured, resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.sums import whole_number
from gonogo_review.consistency.totals import in_cell
from gonogo_review.model import Amount, Block, Draft

LEAST = 4
"""Rows that show how columns belong together, and one that may leave it."""
PER_WRONG = 3
"""Rows that must be right for each that is wrong."""
WIDEST = 8
"""Columns of numbers that are held against each other."""
TRIED = 6
"""Rows that are asked first whether a relation can be the table's."""
UNTOLD = (0.0, 1.0)
"""Nearly every relation holds of nothing, and products of one."""


class Relation(NamedTuple):
    """What one column must be, from two others: the columns, the result's last."""

    at: tuple[int, int, int]
    result: Callable[[Interval, Interval], Interval]
    said: str


Row = tuple[Line, dict[int, Amount]]


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each row that is wrong in a table whose other rows agree."""
    for block in outline.reading.blocks:
        if block.kind == "table" and len(block.rows) >= LEAST and len(block.rows[0]) > 2:
            rows = list(rows_of(outline, block))
            told: set[int] = set()
            for relation in relations(rows):
                for line, right, stated in astray(rows, relation):
                    if line.number not in told:
                        told.add(line.number)
                        yield wrong(line, relation, right, stated)


def rows_of(outline: Outline, block: Block) -> Iterator[Row]:
    """The rows of parts, each with its exact amounts by column; totals and averages follow rules of their own."""
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if row else None
        if line is not None and not {"total", "average", "overall"} & line.label_words.keys():
            found = ((at, in_cell(line, cell)) for at, cell in enumerate(row) if at)
            yield line, {at: a for at, a in found if a and not a.comparator and not a.of and a.low == a.high}


def relations(rows: list[Row]) -> Iterator[Relation]:
    """Every way in which the columns may belong together."""
    if len(rows) < LEAST:
        return
    units = {at: kinds(rows, at) for at in sorted({at for _, amounts in rows for at in amounts})[:WIDEST]}
    plain = [at for at, unit in units.items() if unit and unit not in ("%", "x")]
    percents = [at for at, unit in units.items() if unit == "%"]
    for one, other in combinations(plain, 2):
        for at in plain:
            if at not in (one, other):
                if units[one] == units[other] == units[at]:
                    yield Relation((one, other, at), Interval.__add__, "sum")
                yield Relation((one, other, at), product, "product")
    for whole, part in permutations(plain, 2):
        if units[whole] == units[part]:
            yield from (Relation((part, whole, at), shares.share, "share") for at in percents)
            yield from (Relation((part, whole, at), left, "rest") for at in percents)


def kinds(rows: list[Row], at: int) -> str:
    """The dimension of a column's amounts; nothing where it has two."""
    found = {dimension(amounts[at].unit) for _, amounts in rows if at in amounts}
    return found.pop() if len(found) == 1 else ""


def left(part: Interval, whole: Interval) -> Interval:
    """What percentage of the whole is left without the part."""
    share = shares.share(part, whole)
    return Interval(100 - share.high, 100 - share.low)


def product(one: Interval, other: Interval) -> Interval:
    """Of intervals above zero."""
    return Interval(one.low * other.low, one.high * other.high)


def astray(rows: list[Row], relation: Relation) -> list[tuple[Line, Interval, Amount]]:
    """The rows that leave a relation; none where it is not the table's."""
    full = [(line, [amounts[at] for at in relation.at]) for line, amounts in rows if telling(amounts, relation)]
    if len(full) < LEAST or sum(follows(found, relation) for _, found in full[:TRIED]) * 2 < min(len(full), TRIED):
        return []
    bad = [(line, found) for line, found in full if not follows(found, relation)]
    if not bad or (len(full) - len(bad)) < PER_WRONG * len(bad):
        return []
    return [(line, relation.result(value(found[0]), value(found[1])), found[2]) for line, found in bad]


def telling(amounts: dict[int, Amount], relation: Relation) -> bool:
    """Whether a row has all three amounts, and none of which everything is true."""
    found = [amounts[at] for at in relation.at if at in amounts]
    if len(found) < len(relation.at) or any(a.low < 0 for a in found):
        return False
    inputs = found[:2]
    if any(a.low in UNTOLD for a in inputs):
        return False
    return relation.said in ("sum", "product") or inputs[0].low < inputs[1].low


def follows(found: Sequence[Amount], relation: Relation) -> bool:
    """Whether a row's three amounts can belong together."""
    result = relation.result(value(found[0]), value(found[1]))
    stated = found[2]
    return result.meets(rounded(stated.low, resolution(stated)) if stated.unit == "%" else value(stated))


def value(amount: Amount) -> Interval:
    """What an amount may be: a plain count is itself."""
    return whole_number(amount) or measured(amount)


def wrong(line: Line, relation: Relation, right: Interval, stated: Amount) -> Draft:
    """The finding for one row."""
    unit = "%" if stated.unit == "%" else ""
    middle = f"{tidy((right.low + right.high) / 2)}{unit}"
    message = (
        f"{quote(line)}: by the {relation.said} that the other rows follow it is {middle}, not "
        f"{stated.printed.strip()}."
    )
    return draft("arithmetic", "arithmetic.column", "medium", [line], message, middle)
