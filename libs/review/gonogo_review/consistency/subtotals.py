"""The total under a phase's or part's table, and the row that another table gives the same phase or part."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, plain, topic
from gonogo_review.consistency.totals import is_total
from gonogo_review.model import Block, Draft

COUNT = re.compile(r"\d{1,6}$")
"""A cell that holds a plain count and nothing else."""
MOST = 200
"""Totals that are kept."""


class Total(NamedTuple):
    """A total with the part that its section is about, and the head of its column."""

    line: Line
    part: str
    name: Topic
    column: str
    stated: int


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each part whose total is another in a table of all parts."""
    found = [total for block in outline.reading.blocks if block.kind == "table" for total in totals(outline, block)]
    by_column: dict[str, list[Total]] = {}
    for total in found[:MOST]:
        by_column.setdefault(total.column, []).append(total)
    for block in outline.reading.blocks if by_column else ():
        if block.kind == "table":
            yield from against(outline, block, by_column)


def totals(outline: Outline, block: Block) -> Iterator[Total]:
    """The counts in the row of a table's total, in a section about a numbered or named part."""
    section = outline.of_line[block.line]
    part = scope.phase_number(outline.sections[section].title, outline.title_words[section])
    name = topic(outline.sections[section].title)
    for row in block.rows[-1:] if name else ():
        line = outline.by_number.get(row[0].line) if row else None
        for head, cell in zip(block.header[1:], row[1:], strict=False) if line and is_total(line) else ():
            text = plain(cell.text)
            if line and COUNT.match(text):
                yield Total(line, part, name, plain(head.text).lower(), int(text))


def against(outline: Outline, block: Block, by_column: dict[str, list[Total]]) -> Iterator[Draft]:
    """The rows of one table against the totals of their parts, where both columns have one head."""
    for at, head in enumerate(block.header):
        wanted = [t for t in by_column.get(plain(head.text).lower(), ()) if at and not within(block, t.line)]
        for row in block.rows if wanted else ():
            line = outline.by_number.get(row[0].line) if len(row) > at else None
            text = plain(row[at].text) if line else ""
            if line is None or not COUNT.match(text) or is_total(line):
                continue
            other = next((t for t in wanted if same_part(outline, t, line) and t.stated != int(text)), None)
            if other:
                message = f"{quote(other.line)} is the total of one part, and {quote(line)} gives the part {text}."
                lines = [other.line, line]
                yield draft("value-conflict", "value-conflict.subtotal", "medium", lines, message, str(other.stated))


def within(block: Block, line: Line) -> bool:
    """Whether a line is a row of a table."""
    return block.line <= line.number <= block.end_line


def same_part(outline: Outline, total: Total, line: Line) -> bool:
    """Whether a row is about the part that a total is of: the same phase, or the same name."""
    if total.part:
        return scope.phase_number(line.label, outline.marks(line.label)) == total.part
    return total.name == topic(line.label)
