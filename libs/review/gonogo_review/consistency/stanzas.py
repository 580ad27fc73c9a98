"""What a line stands under inside its own block: an entry above a nested list, the first line of a stanza of output."""

from bisect import bisect_left

from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Block

LONGEST = 40
"""Lines of a stanza."""


def head(outline: Outline, line: Line) -> str:
    """The text of the line that heads this one inside its block; empty where it stands under nothing there."""
    block = outline.block(line)
    if block is None:
        return ""
    if block.kind == "code":
        return _stanza(outline.reading.lines, block, line.number)
    if block.kind == "list" and block.parent >= 0:
        return _entry(outline, outline.reading.blocks[block.parent], block.line)
    return ""


def _stanza(lines: tuple[str, ...], block: Block, number: int) -> str:
    """The nearest line above, with no blank line between, that is indented less."""
    own = _indent(lines[number - 1])
    for at in range(number - 1, max(block.line - 1, number - 1 - LONGEST), -1):
        text = lines[at - 1]
        if not text.strip():
            return ""
        if _indent(text) < own:
            return text
    return ""


def _entry(outline: Outline, above: Block, line: int) -> str:
    """The entry of the outer list under which a list begins."""
    at = bisect_left(above.lines, line) if above.kind == "list" else 0
    return outline.reading.lines[above.lines[at - 1] - 1] if at else ""


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
