"""'Overall: 96% complete', where the parts are 'complete 88%, in progress 8%, pending 4%'."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.planned_rows import is_progress
from gonogo_review.model import Amount, Block, Draft

LEAST = 3
"""Shares that a whole is split into."""
SLACK = 1.0
"""By how much rounded shares may miss a hundred, and each other."""
NEAR = 6
"""Characters between a share and the word that says what it is the share of."""
CLOSE = 2
"""Characters between a share and such a word behind it."""
MOST = 40
STAGES = ("finished", "progress", "remaining")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding where the whole's progress is not the share that is split off as complete."""
    yield from below_whole(outline)
    found = next(splits(outline), None)
    if found is None:
        return
    split, done = found
    stated = [x for x in outline.counting[:MOST] if x is not split and (a := overall(outline, x)) and off(a, done)]
    if stated:
        message = f"{quote(stated[0])}, but {quote(split)} counts {tidy(done.low)}% as complete."
        lines = [stated[0], split, *stated[1:]]
        yield draft("value-conflict", "value-conflict.split-progress", "high", lines, message, f"{tidy(done.low)}%")


def below_whole(outline: Outline) -> Iterator[Draft]:
    """'Overall progress: 100%', and a table of the parts' progress in which one has less."""
    whole = [x for x in outline.counting[:MOST] if (a := overall(outline, x)) and a.low == scope.FULL]
    lines = [x for block in outline.tables for x in short_rows(outline, block)] if whole else []
    if lines:
        message = f"{quote(whole[0])}, but {quote(lines[0])} is a part with less."
        yield draft("value-conflict", "value-conflict.part-progress", "high", [whole[0], *lines, *whole[1:]], message)


def short_rows(outline: Outline, block: Block) -> Iterator[Line]:
    """The rows of a table of progress that have less than a hundred percent."""
    heads = [at for at, cell in enumerate(block.header) if at and is_progress(outline, cell.text)]
    for row in block.rows if len(block.rows) > 1 else ():
        line = outline.by_number.get(row[0].line) if row else None
        cells = [row[at] for at in heads if at < len(row)]
        short = [a for a in line.present if a.unit == "%" and a.high < scope.FULL] if line else []
        if line and outline.current(line) and any(c.start <= a.start < c.end for c in cells for a in short):
            yield line


def splits(outline: Outline) -> Iterator[tuple[Line, Amount]]:
    """Each line, or list, that splits a hundred percent by how far things are; with the share that is complete."""
    for line in outline.having("progress"):
        shares = [a for a in line.present if a.unit == "%" and not a.of]
        if is_whole(shares) and line.has("finished") and outline.current(line):
            told = beside(line, shares)
            yield from [(line, told[0])] if len(told) == 1 else []
    for block in outline.reading.blocks:
        if block.kind == "list" and len(block.lines) == LEAST:
            yield from listed(outline.lines_at(block.lines))


def listed(lines: list[Line]) -> Iterator[tuple[Line, Amount]]:
    """A list of three shares: of what is complete, in progress and left."""
    shares = [x.present[0] for x in lines if len(x.present) == 1 and x.present[0].unit == "%"]
    labels = [[c for c in STAGES if c in x.label_words] for x in lines]
    if is_whole(shares) and labels[0] == ["finished"] and all(labels) and "progress" in labels[1]:
        yield lines[0], shares[0]


def is_whole(shares: list[Amount]) -> bool:
    """Whether shares are those of one whole."""
    exact = all(a.low == a.high and not a.comparator for a in shares)
    return exact and len(shares) >= LEAST and abs(sum(a.low for a in shares) - scope.FULL) <= SLACK


def beside(line: Line, shares: list[Amount]) -> list[Amount]:
    """The shares right before a word for complete, or else right behind one."""
    said = line.words["finished"]
    before = [a for a in shares if any(0 <= m.start - a.end <= CLOSE for m in said)]
    return before or [a for a in shares if any(0 <= a.start - m.end <= NEAR for m in said)]


def overall(outline: Outline, line: Line) -> Amount | None:
    """The only share of a line that says how much of the whole is complete."""
    shares = [a for a in line.present if a.unit == "%"]
    told = len(shares) == len(line.amounts) == 1 and line.has("finished", "readiness") and not line.has("tests")
    own = told and (line.type == "status" or line.is_keyed) and scope.of_whole(outline, line)
    return shares[0] if own and not shares[0].comparator else None


def off(stated: Amount, done: Amount) -> bool:
    """Whether a stated share is not the one that is complete, however rounded."""
    return abs(stated.low - done.low) > SLACK
