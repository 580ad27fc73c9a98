"""A total, and the list headed as its breakdown, or the names beneath it that each have a count in brackets."""

import re
from collections.abc import Iterator

from gonogo_review.consistency import sums
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.totals import Sum, entry_above, only, wrong
from gonogo_review.model import Amount, Block, Draft

ABOVE = 12
"""Lines above a breakdown in which its total stands."""
LEAST = 3
IN_BRACKETS = re.compile(r"\s?[개個个件条項]?[)）]")
"""What stands right behind a count in brackets; of words at most a counter."""
SLACK = 0.34
"""Parts that are off by more than this part of the total count something else."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each total that its breakdown does not add up to."""
    for block in outline.reading.blocks:
        if block.kind == "list" and block.depth:
            yield from enclosed(outline, block)
    for block in outline.reading.blocks if outline.having("breakdown") else ():
        if block.kind == "list" and not block.depth and len(block.lines) >= LEAST:
            lines = outline.lines_at(block.lines)
            parts = [(line, amount) for line in lines if line.is_keyed and (amount := only(line))]
            total = total_above(outline, block, parts) if len(parts) == len(lines) else None
            if total and not sums.adds_up([amount for _, amount in parts], total[1]):
                yield wrong(Sum(total, parts), [amount for _, amount in parts])


def total_above(outline: Outline, block: Block, parts: list[tuple[Line, Amount]]) -> tuple[Line, Amount] | None:
    """The total of what the entries of a breakdown count, right above its heading."""
    head = next((x for n in range(block.line - 1, block.line - 4, -1) if (x := outline.by_number.get(n))), None)
    if head is None or not head.has("breakdown") or head.amounts:
        return None
    counted = [noun(*part) for part in parts]
    for number in range(head.number - 1, max(0, head.number - ABOVE), -1):
        line = outline.by_number.get(number)
        if line is not None and line.is_called("total") and line.present:
            first = line.present[0]
            named = noun(line, first)
            return (line, first) if named and all(named & other for other in counted) else None
    return None


def enclosed(outline: Outline, block: Block) -> Iterator[Draft]:
    """An entry that counts things, and beneath it names that each have a bare count in brackets: 'Rooms (6)'."""
    head = entry_above(outline, block)
    total = head.present[0] if head and head.present else None
    lines = outline.lines_at(block.lines)
    parts = [(line, amount) for line in lines if (amount := only(line)) and IN_BRACKETS.match(line.text, amount.end)]
    parts = [(line, amount) for line, amount in parts if line.text[: amount.start].rstrip().endswith(("(", "（"))]
    if head is None or total is None or total.unit != "count" or not LEAST <= len(parts) == len(lines):
        return
    added = sum(amount.low for _, amount in parts)
    near = 0 < abs(total.low - added) <= SLACK * total.low
    if near and total.low != len(lines) and not total.comparator:
        yield wrong(Sum((head, total), parts), [amount for _, amount in parts])
