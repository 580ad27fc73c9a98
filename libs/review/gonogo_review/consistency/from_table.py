"""A sentence right under a table that gives a total, an average or a price of its numbers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gonogo_review.consistency import sums
from gonogo_review.consistency.columns import value
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, measured, span, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.totals import ADDED, in_cell, is_total
from gonogo_review.model import Amount, Block, Draft

BELOW = 6
"""Lines under a table in which a sentence speaks of it."""
LEAST = 3
"""Numbers that make a row or column."""
MOST = 40


class Series(NamedTuple):
    """The numbers of a row or column, with their lines and what its head says."""

    amounts: list[Amount]
    lines: list[Line]
    head: Topic


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each sentence that its table does not bear out."""
    for block in outline.reading.blocks:
        if block.kind == "table" and block.header and len(block.rows) <= MOST:
            lines = below(outline, block)
            if any(line.amounts for line in lines):
                found = list(series(outline, block))
                for line in lines:
                    yield from averaged(line, found)
                    yield from summed(line, found)
                    yield from priced(outline, block, line)


def below(outline: Outline, block: Block) -> list[Line]:
    """The sentences right under a table, in its section."""
    numbers = range(block.end_line + 1, block.end_line + BELOW)
    lines = [line for n in numbers if (line := outline.by_number.get(n))]
    return [x for x in lines if x.section == outline.of_line[block.line] and not x.is_row]


def series(outline: Outline, block: Block) -> Iterator[Series]:
    """The columns of a table without its totals, and its rows, as far as they hold numbers and nothing else."""
    rows = [(line, row) for row in block.rows if row and (line := outline.by_number.get(row[0].line))]
    parts = [(line, row) for line, row in rows if not {"total", "average", "overall"} & line.label_words.keys()]
    for at in range(1, len(block.header)):
        amounts = [in_cell(line, row[at]) if at < len(row) else None for line, row in parts]
        yield from whole(amounts, [line for line, _ in parts], topic(block.header[at].text))
    for line, row in parts:
        amounts = [in_cell(line, cell) for cell in row[1:]]
        yield from whole(amounts, [line], topic(line.label))


def whole(amounts: Sequence[Amount | None], lines: list[Line], head: Topic) -> Iterator[Series]:
    """A series without gaps, of one dimension."""
    found = [a for a in amounts if a and not a.of and not a.comparator]
    if len(found) == len(amounts) >= LEAST and sums.one_dimension(found):
        yield Series(found, lines, head)


def about(line: Line, stated: Amount, one: Series) -> bool:
    """Whether a line's amount is of what a series holds: by its unit, or by the words of both."""
    same = dimension(stated.unit) == dimension(one.amounts[0].unit)
    return (same and stated.unit not in ("count", "%")) or bool(one.head & (noun(line, stated) | topic(line.text)))


def counted(line: Line, one: Series) -> list[Amount]:
    """The amounts of a line that say how many numbers a series has: 'three' of 'over three cycles'."""
    return [
        a for a in line.amounts if a.unit == "count" and a.low == len(one.amounts) and not a.of and not a.comparator
    ]


def averaged(line: Line, found: list[Series]) -> Iterator[Draft]:
    """'Average of the last four sprints: 36 points'."""
    if not line.is_called("average"):
        return
    for one in found:
        number = counted(line, one)
        stated = [a for a in line.present if a not in number[:1] and dimension(a.unit) in kin(one)]
        if len(stated) != 1 or len(line.amounts) - len(number[:1]) != 1 or not about(line, stated[0], one):
            continue
        if not number and len(line.amounts) > 1:
            continue
        means = [sums.average(one.amounts[at:]) for at in range(len(one.amounts) - 1)]
        means += [sums.average(other.amounts) for other in found if other is not one]
        if not any(mean.meets(measured(stated[0])) for mean in (means[:1] if number else means)):
            right = span(means[0])
            message = f"{quote(line)}: the average of the table's numbers is {right}, not {stated[0].printed.strip()}."
            yield draft("arithmetic", "arithmetic.average", "medium", [line, *one.lines], message, right)
            return


def kin(one: Series) -> set[str]:
    """The dimensions in which the numbers of a series may be spoken of."""
    return {dimension(one.amounts[0].unit)}


def summed(line: Line, found: list[Series]) -> Iterator[Draft]:
    """'Testing took 12 test days over three cycles': how many, and how many of them."""
    if len(line.amounts) != 2 or line.has("average"):
        return
    for one in found:
        number = counted(line, one)
        stated = [a for a in line.present if a not in number[:1]]
        if not number or len(stated) != 1 or dimension(stated[0].unit) not in ADDED or stated[0].of:
            continue
        name = noun(line, stated[0])
        named = one.head and name and (one.head <= name or name <= one.head)
        most = max(a.low for a in one.amounts)
        if named and len(one.lines) > 1 and stated[0].low >= most and not sums.adds_up(one.amounts, stated[0]):
            right = span(sums.total(one.amounts))
            message = f"{quote(line)}: the table's rows add up to {right}, not {stated[0].printed.strip()}."
            yield draft("arithmetic", "arithmetic.total", "medium", [line, *one.lines], message, right)
            return


def priced(outline: Outline, block: Block, line: Line) -> Iterator[Draft]:
    """'At a day rate of 900 EUR that is 9,000 EUR', under a table with a total of days."""
    money = [a for a in line.amounts if len(a.unit) == LEAST and a.unit.isupper() and not a.of and not a.comparator]
    if not line.has("unit_price") or len(money) != 2 or len({a.unit for a in money}) != 1 or len(line.amounts) != 2:
        return
    low, high = sorted(money, key=lambda a: a.low)
    rows = [x for row in block.rows if row and (x := outline.by_number.get(row[0].line))]
    totals = [x for x in rows if is_total(x) and len(x.amounts) == 1]
    if len(totals) != 1 or low.low <= 0 or totals[0].amounts[0].unit == low.unit:
        return
    quantity = totals[0].amounts[0]
    others = [a for x in [*rows, *below(outline, block)] for a in x.amounts if a not in money]
    if any(abs(a.low * low.low - high.low) <= low.low / 2 for a in others):
        return
    right = f"{tidy(quantity.low * low.low)} {high.unit}"
    message = f"{quote(line)}: {tidy(quantity.low)} times {tidy(low.low)} is {right}, not {high.printed.strip()}."
    if not value(quantity).scaled(low.low).meets(value(high)):
        yield draft("arithmetic", "arithmetic.price", "medium", [line, totals[0]], message, right)
