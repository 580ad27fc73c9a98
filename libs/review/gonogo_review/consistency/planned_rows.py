"""Rows that a table leaves undone: put off where others say that they are done, or with nothing of it complete."""

import re

from gonogo_review.consistency.kept import once
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Block

LATER = re.compile(
    r"[\s*_`(~]*(?:v\d+(?:\.\d+){1,2}|Q[1-4](?:[ /-]*20\d\d)?|20\d\d[ -]?Q[1-4])[\s*_`)]*$", re.IGNORECASE
)
DONE = ("✅", "✔", "✓", "🟢", "[x]", "☑")


NOT_BEGUN = re.compile(r"[\s*_`]*0\s*[%％][\s*_`]*$")


@once
def planned(outline: Outline) -> frozenset[int]:
    """The lines of all rows that are put off."""
    tables = [block for block in outline.reading.blocks if block.kind == "table" and len(block.header) > 1]
    return frozenset(n for block in tables for n in (*put_off(outline, block), *not_begun(outline, block)))


def not_begun(outline: Outline, block: Block) -> list[int]:
    """The rows without a state of which a table says how far they are, and that it is 0 %."""
    columns = [at for at, cell in enumerate(block.header) if at and is_progress(outline, cell.text)]
    cells = (row[at] for at in columns for row in block.rows if len(row) > at)
    return [c.line for c in cells if NOT_BEGUN.match(c.text) and c.line in outline.by_number]


def is_progress(outline: Outline, head: str) -> bool:
    """Whether a head is that of a column for how far things are."""
    words = outline.marks(head)
    return not words.keys().isdisjoint(("readiness", "progress")) and "coverage" not in words


def put_off(outline: Outline, block: Block) -> list[int]:
    """The rows of one table without a state, with a time to come in a column in which others are done."""
    for at in range(1, len(block.header)):
        cells = [row[at] for row in block.rows if len(row) > at]
        done = [c for c in cells if c.text.strip().startswith(DONE) or "finished" in outline.marks(c.text)]
        later = [c.line for c in cells if LATER.match(c.text) or "future" in outline.marks(c.text)]
        lines = [n for n in later if n in outline.by_number and not outline.by_number[n].state]
        if done and lines and len(done) + len(lines) == len(cells):
            return lines
    return []
