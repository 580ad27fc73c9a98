"""Lists with the same keys, one for each of several runs: what they give are no two values of one thing."""

from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Block

LEAST = 2
"""Keys that two lists have in common."""


def parallel(outline: Outline, one: Line, other: Line) -> bool:
    """Whether two lines stand in two lists with the same keys, most of whose values differ.

    A list that is given again has most of its values again.
    """
    blocks = [outline.block(line) for line in (one, other)]
    lists = [block for block in blocks if block and block.kind == "list"]
    if len(lists) < len(blocks) or one.block == other.block:
        return False
    first, second = (keyed(outline, block) for block in lists)
    shared = first.keys() & second.keys()
    same = sum(first[key] == second[key] for key in shared)
    return len(shared) >= LEAST and same * 2 < len(shared)


def keyed(outline: Outline, block: Block) -> dict[str, tuple[float, ...]]:
    """The values of a list by their keys."""
    lines = outline.lines_at(block.lines)
    return {line.label: tuple(a.low for a in line.amounts) for line in lines if line.is_keyed and line.amounts}
