"""Rows that count what was found, what was fixed and what is open."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.lexicon import Marks
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.totals import in_cell
from gonogo_review.model import Block, Draft

COLUMNS = 4
"""A name, what was found, what was fixed and what is open: with more columns something else may be left."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all the wrong rows of each table."""
    for block in outline.reading.blocks:
        if block.kind == "table" and len(block.header) == COLUMNS:
            heads = [outline.marks(cell.text) for cell in block.header]
            found, fixed, left = (where(heads, *names) for names in (FOUND, FIXED, LEFT))
            if len({found, fixed, left} - {0}) == COLUMNS - 1:
                yield from wrong(outline, block, (found, fixed, left))


FOUND = ("found", "total")
FIXED = ("solutions", "finished")
LEFT = ("remaining", "left_open")


def where(heads: list[Marks], *categories: str) -> int:
    """The only column whose head has a word of the categories; 0 where there is none, or several."""
    places = [at for at, words in enumerate(heads) if at and any(c in words for c in categories)]
    return places[0] if len(places) == 1 else 0


def wrong(outline: Outline, block: Block, columns: tuple[int, int, int]) -> Iterator[Draft]:
    """The rows in which what is open is not what was found without what was fixed."""
    bad: list[tuple[Line, float]] = []
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if len(row) == COLUMNS else None
        amounts = [in_cell(line, row[at]) for at in columns] if line else []
        counts = [a.low for a in amounts if a and a.unit == "count" and not a.comparator and not a.of]
        if line and len(counts) == len(columns) and counts[0] - counts[1] != counts[2]:
            bad.append((line, counts[0] - counts[1]))
    if bad and len(bad) * 2 <= len(block.rows):
        line, right = bad[0]
        message = f"{quote(line)}: what was found without what was fixed leaves {tidy(right)}."
        yield draft("arithmetic", "arithmetic.balance", "medium", [x for x, _ in bad], message, tidy(right))
