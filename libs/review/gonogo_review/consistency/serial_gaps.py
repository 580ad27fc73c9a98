"""'Phase 1 ✅, Phase 2 ✅, Phase 4 ✅': a row of phases that leaves one out, of which nothing is said anywhere."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Block, Draft

LEAST = 3
"""Phases that make a row."""
CELL = re.compile(r"\D{0,14}?(\d{1,2})\b(?:\s*[-–—]\s*(\d{1,2})\b)?")
"""A first cell with a number, or with the first and last of several: '3', 'Sprint 3', '3-5'."""
HEAD = re.compile(r"\W*(?P<word>[^\W\d_]+)\s*#?(?P<number>\d{1,2})\b(?![.\d])")
"""'Phase 3' at the head of a line."""
OTHERS = ("remaining", "next_steps", "future", "optional", "failed")
"""Titles over rows that are only some of all phases."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each row of phases with a gap."""
    for block in outline.reading.blocks if outline.having("phase") else ():
        word, row = in_table(outline, block) if block.kind == "table" else in_lines(outline, block)
        told = len(row) >= LEAST and all(line.state for _, _, line in row)
        if told and outline.inherited[row[0][2].section].isdisjoint(OTHERS):
            yield from gaps(outline, word, row)


Phases = tuple[str, list[tuple[int, int, Line]]]
"""The word for a phase, and of each entry the first and last number and its line."""


def in_table(outline: Outline, block: Block) -> Phases:
    """The rows of a table whose first column is headed as phases."""
    head = block.header[0].text if block.header else ""
    marks = sorted(outline.marks(head).get("phase", ())) if head else []
    cells = [(CELL.match(row[0].text), outline.by_number.get(row[0].line)) for row in block.rows if row]
    if not marks or not all(found and line for found, line in cells):
        return "", []
    row = [(int(found.group(1)), int(found.group(2) or found.group(1)), x) for found, x in cells if found and x]
    return head[marks[0].start : marks[0].end].lower(), row


def in_lines(outline: Outline, block: Block) -> Phases:
    """The lines of a list or of code that each begin with a phase and its number."""
    lines = outline.lines_at(range(block.line, block.end_line + 1)) if block.kind in ("list", "code") else []
    heads = [(found, line) for line in lines if line.has("phase") and (found := HEAD.match(line.text))]
    heads = [(found, x) for found, x in heads if any(m.start == found.start("word") for m in x.words["phase"])]
    words = {found.group("word").lower() for found, _ in heads}
    row = [(int(found.group("number")), int(found.group("number")), line) for found, line in heads]
    return (words.pop(), row) if len(words) == 1 else ("", [])


def gaps(outline: Outline, word: str, row: list[tuple[int, int, Line]]) -> Iterator[Draft]:
    """The first gap of a row in ascending order."""
    if any(last >= first for (_, last, _), (first, _, _) in pairwise(row)):
        return
    told = named(outline, word)
    for (_, last, before), (first, _, after) in pairwise(row):
        missing = [n for n in range(last + 1, first) if n not in told]
        if missing and len(missing) == first - last - 1:
            message = f"{quote(before)} is followed by {quote(after)}: number {missing[0]} stands nowhere."
            yield draft("scope-gap", "scope-gap.phases", "low", [before, after], message, str(missing[0]))
            return


def named(outline: Outline, word: str) -> set[int]:
    """The numbers of the phases that any line names, by itself or among others: 'phases 3 to 5', 'phases 3, 4'."""
    found: set[int] = set()
    for text in outline.reading.lines:
        for match in pattern(word).finditer(text):
            numbers = [int(n) for n in re.findall(r"\d+", match.group())]
            found.update(range(min(numbers), max(numbers) + 1))
    return found


@cache
def pattern(word: str) -> re.Pattern[str]:
    """A word for phases, in one or several, with the numbers behind it."""
    further = r"(?:\W{1,3}(?:\w{1,3}\W)?\d{1,2}\b)*"
    return re.compile(rf"{re.escape(word)}\w{{0,2}}\W{{0,3}}\d{{1,2}}{further}", re.IGNORECASE)
