"""'Current: 50%' and 'Target: 80%' in one list, or one under the other, and a success told all the same."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.target_miss import misses
from gonogo_review.model import Amount, Block, Draft

LATER = frozenset(("future", "next_steps", "remaining", "optional"))


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each missed target that stands beside its value, where the whole is called ready."""
    yield from beneath(outline)
    top = scope.claims_of_whole(outline)
    for block in outline.reading.blocks if top else ():
        pair = current_and_target(outline, block) if block.kind == "list" else None
        if pair and misses(named(outline, block, pair[0][0]), pair[0][1], pair[1][1]):
            value, target = pair
            message = f"{quote(value[0])} misses {quote(target[0])}, and the whole is {quote(top[0])}."
            lines = [value[0], target[0], top[0]]
            yield draft("target-miss", "target-miss.current", "medium", lines, message)


def beneath(outline: Outline) -> Iterator[Draft]:
    """An entry that sets a target, and beneath it a value that is ticked and misses it."""
    for block in outline.reading.blocks:
        aim = parent(outline, block)
        for line in outline.lines_at(block.lines) if aim else ():
            values = [a for a in line.present if aim and dimension(a.unit) == dimension(aim[1].unit) and not a.of]
            if aim and line.state == "done" and len(values) == 1 and misses(aim[0], values[0], aim[1]):
                message = f"{quote(line)} is marked as met, and misses {quote(aim[0])}."
                yield draft("target-miss", "target-miss.beneath", "high", [line, aim[0]], message)


def parent(outline: Outline, block: Block) -> tuple[Line, Amount] | None:
    """The entry that a list stands under, where it sets one target and gives no value."""
    if block.kind != "list" or block.parent < 0:
        return None
    above = [n for n in outline.reading.blocks[block.parent].lines if n < block.line]
    line = outline.by_number.get(max(above, default=0))
    if line is None or len(line.amounts) != 1 or line.amounts[0].role != "target":
        return None
    return line, line.amounts[0]


def current_and_target(outline: Outline, block: Block) -> tuple[tuple[Line, Amount], tuple[Line, Amount]] | None:
    """The entry of a list that is called current, and the one that is called target, of one dimension."""
    lines = outline.lines_at(block.lines)
    targets = [x for x in lines if len(x.amounts) == 1 and x.amounts[0].role == "target"]
    values = [x for x in lines if len(x.present) == 1 and x.is_called("current")] if len(targets) == 1 else []
    if len(values) != 1 or outline.inherited[outline.of_line[block.line]] & LATER:
        return None
    value, target = values[0].present[0], targets[0].amounts[0]
    if dimension(value.unit) != dimension(target.unit) or value.of or target.of:
        return None
    return (values[0], value), (targets[0], target)


def named(outline: Outline, block: Block, line: Line) -> Line:
    """The line that names what is measured: the entry or heading over the list, which tells if more is better."""
    above = outline.by_number.get(block.line - 1)
    return above if above and above.has("more_is_better", "less_is_better") else line
