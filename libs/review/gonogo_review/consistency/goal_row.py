"""A table's row of targets that its last row of values misses, where such a value passes elsewhere."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Amount, Block, Draft

LEAST = 2
"""Columns in which every target is missed."""
NEAREST = 40
"""Targets that are looked for at most."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each table."""
    for line in [x for x in outline.having("aims") if x.is_row and x.is_called("aims")][:NEAREST]:
        block = outline.block(line)
        value = last_value(outline, block, line) if block and not topic(line.label) else None
        if block is None or value is None or not missed(outline, block, value, line):
            continue
        passing = [x for x in outline.counting if x.state == "done" and passes(outline, block, value, x)]
        if passing:
            message = f"{quote(value)} misses {quote(line)}, and {quote(passing[0])} tells it as a success."
            yield draft("target-miss", "target-miss.goal-row", "medium", [value, line, *passing], message)


def last_value(outline: Outline, block: Block, goal: Line) -> Line | None:
    """The row of values next to a row of targets that ends or begins a table."""
    rows = [row[0].line for row in block.rows if row]
    if len(rows) < LEAST or goal.number not in (rows[0], rows[-1]):
        return None
    return outline.by_number.get(rows[-2] if goal.number == rows[-1] else rows[-1])


def missed(outline: Outline, block: Block, value: Line, goal: Line) -> bool:
    """Whether more is better by the table's heads, and every value is less than its target."""
    heads = [cell.text for cell in block.header[1:]]
    better = all("more_is_better" in outline.marks(head) for head in heads)
    pairs = list(zip(value.amounts, goal.amounts, strict=False))
    whole = LEAST <= len(heads) == len(value.amounts) == len(goal.amounts)
    return better and whole and all(is_less(*pair) for pair in pairs)


def is_less(value: Amount, goal: Amount) -> bool:
    """Whether a value is of its target's unit and below it."""
    return value.unit == goal.unit and not value.of and value.high < goal.low


def passes(outline: Outline, block: Block, value: Line, line: Line) -> bool:
    """Whether a line of a measure that the table's heads name shows one of its values as good."""
    names = topic(" ".join(cell.text for cell in block.header[1:]))
    same = any(a.low == v.low and a.unit == v.unit for a in line.present for v in value.amounts)
    return same and bool(topic(line.label) & names) and line.block != value.block and outline.current(line)
