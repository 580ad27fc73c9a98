"""What one line of a report is, before anything is claimed of it."""

from dataclasses import dataclass, field

import msgspec

from gonogo_review.model import Block, Cell, Section


class Entry(msgspec.Struct, gc=False):
    """One line of content: a heading, an item, a line of a paragraph, a table row, a line of a code block.

    `start` and `end` are characters of the line, half open: what is left without bullet, number, quote sign and box.
    """

    line: int
    """1-based."""
    kind: str
    """`heading`, `item`, `text`, `row`, `code`, `rule`."""
    start: int
    end: int
    level: int = 0
    """Headings: 1 to 6. Items: how deep they are nested, 1 for the outermost."""
    box: str = ""
    """The character inside `[ ]` at the head of an item; a blank for an empty one."""
    label: str = ""
    """The number or letter of an ordered item, as printed."""
    section: int = 0
    block: int = -1
    cells: tuple[Cell, ...] = ()
    alone: bool = False
    """A paragraph of one line."""


@dataclass(slots=True)
class Outline:
    """A report's lines, sections and blocks, in the order of its lines."""

    entries: list[Entry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    """For each block, what its fence calls the code in it."""
