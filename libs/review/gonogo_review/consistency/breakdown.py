"""A total, and the list headed as its breakdown."""

from collections.abc import Iterator

from gonogo_review.consistency import sums
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.totals import Sum, only, wrong
from gonogo_review.model import Amount, Block, Draft

ABOVE = 12
"""Lines above a breakdown in which its total stands."""
LEAST = 3


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each total that its breakdown does not add up to."""
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
