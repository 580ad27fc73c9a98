"""Totals: the rows above a total, the entries of a list, the parts beneath a count, a sum written out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gonogo_review.consistency import sums
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, span
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Amount, Block, Cell, Draft

LEAST = 2
"""Parts that make a sum."""
SHORT = 40
"""Characters of an entry that is a count and nothing else."""
NEAR = 5
"""Lines after a list in which its total may stand."""
EMPTY = frozenset(("", "-", "–", "—", "n/a", "0"))
ADDED = frozenset(("count", "s", "B", "USD", "EUR", "GBP", "BRL", "JPY", "CNY", "TRY", "PLN", "RUB", "KRW"))
"""Dimensions that add up; percentages, ratios and scores do not."""


class Sum(NamedTuple):
    """A stated total with its parts, each with its line."""

    total: tuple[Line, Amount]
    parts: list[tuple[Line, Amount]]


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each total that its parts do not add up to."""
    for made in all_sums(outline):
        amounts = [amount for _, amount in made.parts]
        if len(amounts) < LEAST or not sums.one_dimension([made.total[1], *amounts]):
            continue
        if not sums.adds_up(amounts, made.total[1]):
            yield wrong(made, amounts)


def wrong(made: Sum, amounts: Sequence[Amount]) -> Draft:
    """The finding for one total."""
    right = span(sums.total(amounts))
    unit = dimension(made.total[1].unit)
    shown = f"{right} {unit}" if unit != "count" else right
    listed = " + ".join(a.printed.strip() for a in amounts[:8]) + (" + …" if len(amounts) > 8 else "")
    message = f"{quote(made.total[0])}: {listed} is {shown}, not {made.total[1].printed.strip()}."
    lines = [made.total[0], *(line for line, _ in made.parts)]
    return draft("arithmetic", "arithmetic.total", "medium", lines, message, shown)


def all_sums(outline: Outline) -> Iterator[Sum]:
    """Every total that the report states beside its parts."""
    for block in outline.reading.blocks:
        if block.kind == "table":
            yield from columns(outline, block)
        elif block.kind == "list":
            yield from listed(outline, block)
            yield from beneath(outline, block)
            yield from right_after(outline, block)
        elif block.kind == "code":
            yield from after_tree(outline, block)
    for line in outline.counting:
        if len(line.amounts) >= LEAST:
            yield from written_out(line)
    yield from under_headings(outline)


def columns(outline: Outline, block: Block) -> Iterator[Sum]:
    """Each column of numbers above a row that is called total."""
    above: list[tuple[Cell, ...]] = []
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if row else None
        if line is None:
            continue
        if is_total(line):
            for column in range(1, len(row)):
                yield from column_sum(outline, line, row[column], [r[column] for r in above if column < len(r)])
            above = []
        elif not line.is_called("average"):
            above.append(row)


def column_sum(outline: Outline, line: Line, cell: Cell, cells: list[Cell]) -> Iterator[Sum]:
    """One column's total, where every cell above it holds one amount or nothing."""
    total = in_cell(line, cell)
    if total is None or dimension(total.unit) not in ADDED or total.of:
        return
    parts = []
    for other in cells:
        row = outline.by_number.get(other.line)
        amount = in_cell(row, other) if row else None
        if row and amount:
            parts.append((row, amount))
        elif other.text.strip().lower() not in EMPTY:
            return
    yield Sum((line, total), parts)


def in_cell(line: Line, cell: Cell) -> Amount | None:
    """The only amount of a cell, or the first of those that slashes part: '240 passed / 3 skipped'."""
    found = [a for a in line.amounts if cell.start <= a.start < cell.end]
    parted = all(" / " in line.text[a.end : b.start] for a, b in pairwise(found))
    return found[0] if found and parted else None


def only(line: Line) -> Amount | None:
    """The only present amount of a line that adds up with others."""
    found = [a for a in line.present if dimension(a.unit) in ADDED and not a.of]
    return found[0] if len(found) == 1 and len(line.amounts) == 1 else None


def listed(outline: Outline, block: Block) -> Iterator[Sum]:
    """A list whose last entry is called total and nothing else."""
    lines = outline.lines_at(block.lines)
    if len(lines) <= LEAST or not (is_total(lines[-1]) or says_total(lines[-1])):
        return
    total = only(lines[-1])
    parts = [(line, amount) for line in lines[:-1] if (amount := only(line))]
    if total and len(parts) == len(lines) - 1 and not any(is_total(line) for line in lines[:-1]):
        yield Sum((lines[-1], total), parts)


def says_total(line: Line) -> bool:
    """Whether an entry without a key is a count in all: '20 files in total'."""
    return "total" in line.words and not line.is_keyed and len(line.amounts) == 1 and len(line.plain) <= SHORT


def right_after(outline: Outline, block: Block) -> Iterator[Sum]:
    """A list, and a line right after it that is called total and nothing else."""
    if block.depth or outline.by_number.get(block.line) is None:
        return
    after = following(outline, block)
    if after is None:
        return
    total = only(after)
    lines = outline.lines_at(block.lines)
    parts = [(line, amount) for line in lines if (amount := only(line))]
    if total and LEAST <= len(parts) == len(lines) and alike(after, total, parts):
        yield Sum((after, total), parts)


def after_tree(outline: Outline, block: Block) -> Iterator[Sum]:
    """Files in a block of code, each with its size, and a line right after it that is called total."""
    after = following(outline, block)
    sizes = [a for a in after.present if dimension(a.unit) == "B"] if after else []
    lines = [x for n in range(block.line, block.end_line + 1) if after and (x := outline.counting_at.get(n))]
    parts = [(x, a) for x in lines for a in x.present if dimension(a.unit) == "B"]
    if after and len(sizes) == 1 and len({x.number for x, _ in parts}) == len(parts) > LEAST:
        yield Sum((after, sizes[0]), parts)


def following(outline: Outline, block: Block) -> Line | None:
    """The line right after a block, where it is called total and nothing else."""
    end = block.end_line + (block.kind == "code")
    after = next((x for n in range(end + 1, end + NEAR) if (x := outline.by_number.get(n))), None)
    return after if after is not None and is_total(after) else None


def alike(line: Line, total: Amount, parts: list[tuple[Line, Amount]]) -> bool:
    """Whether a total counts what its parts count, as far as they say so."""
    counted = noun(line, total)
    named = [noun(*part) for part in parts]
    return total.unit != "count" or not counted or all(counted & other for other in named) or not any(named)


def is_total(line: Line) -> bool:
    """Whether a line's key is 'Total' and says of nothing in particular."""
    return "total" in line.words and line.is_called("total") and len(topic(line.label)) <= 1


def beneath(outline: Outline, block: Block) -> Iterator[Sum]:
    """An entry that counts things, and a list beneath it that counts the same things part by part."""
    head = entry_above(outline, block)
    if head is None or len(head.present) != 1:
        return
    lines = outline.lines_at(block.lines)
    yield from of_one_noun(head, head.present[0], lines)


def entry_above(outline: Outline, block: Block) -> Line | None:
    """The entry that a list stands beneath."""
    if block.parent < 0 or outline.reading.blocks[block.parent].kind != "list":
        return None
    entries = outline.reading.blocks[block.parent].lines
    above = bisect_left(entries, block.line)
    return outline.by_number.get(entries[above - 1]) if above else None


def of_one_noun(head: Line, total: Amount, lines: list[Line]) -> Iterator[Sum]:
    """The parts, where every line counts the same thing as the head once."""
    counted = noun(head, total)
    parts = [(line, amount) for line in lines if (amount := only(line)) and noun(line, amount) & counted]
    if counted and total.unit == "count" and len(parts) == len(lines):
        yield Sum((head, total), parts)


def under_headings(outline: Outline) -> Iterator[Sum]:
    """A heading that counts things, and a list under it whose entries each count some of them."""
    for index, block in enumerate(outline.reading.blocks):
        head = outline.heading(block.section) if block.kind == "list" and not block.depth else None
        if head is None or len(head.amounts) < 1 or len(head.present) != 1 or not first(outline, index):
            continue
        yield from of_one_noun(head, head.present[0], outline.lines_at(block.lines))


def first(outline: Outline, index: int) -> bool:
    """Whether a block is the only list of its section at its level."""
    block = outline.reading.blocks[index]
    near = outline.reading.blocks[max(0, index - 1) : index]
    return not any(b.kind == "list" and b.section == block.section and not b.depth for b in near)


def written_out(line: Line) -> Iterator[Sum]:
    """'41 files (26 new + 15 modified)' and '26 + 15 = 41'."""
    if line.text.count("(") > 1 or "->" in line.text or "→" in line.text:
        return
    for at in range(len(line.amounts) - 1):
        run = [line.amounts[at]]
        for one, other in zip(line.amounts[at:], line.amounts[at + 1 :], strict=False):
            if " + " not in line.text[one.end : other.start]:
                break
            run.append(other)
        before = line.amounts[at - 1] if at else None
        after = next((a for a in line.amounts if a.start >= run[-1].end), None)
        if len(run) < LEAST or (at and " + " in line.text[line.amounts[at - 1].end : run[0].start]):
            continue
        if before and line.text[before.end : run[0].start].count("(") == 1:
            yield Sum((line, before), [(line, a) for a in run])
        elif after and line.text[run[-1].end : after.start].strip(" *`") == "=":
            yield Sum((line, after), [(line, a) for a in run])
