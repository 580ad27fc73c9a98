"""Where things stand in a report: lines in sections and blocks, sections in one another."""

from gonogo_review.consistency.kept import kept
from gonogo_review.consistency.spans import innermost
from gonogo_review.model import Block, Cell, Reading


class Layout:
    """A reading's sections and blocks, indexed by line; each index is made when it is first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sections = reading.sections
        """The reading's sections; 0 is the whole."""
        self.has_title = len(self.sections) > 1 and self.sections[1].level <= 1
        """Whether the first heading is the report's title, over all the others."""

    def is_title(self, index: int) -> bool:
        """Whether a section is the report's title: its first heading, with all the others beneath or after it."""
        return index == 0 or (index == 1 and self.has_title)

    @kept
    def of_line(self) -> list[int]:
        """For each line (from 1), the innermost section that it stands in."""
        spans = [(section.line, section.end_line) for section in self.sections]
        return [max(index, 0) for index in innermost(spans, len(self.reading.lines))]

    @kept
    def block_of(self) -> list[int]:
        """For each line (from 1), the innermost list, table or paragraph; -1 where none holds it."""
        spans = [(block.line, block.end_line) for block in self.reading.blocks]
        return innermost(spans, len(self.reading.lines))

    @kept
    def rows(self) -> dict[int, tuple[str, ...]]:
        """The texts of the cells of every row of a table, by its line."""
        tables = (block for block in self.reading.blocks if block.kind == "table")
        return {row[0].line: tuple(c.text for c in row) for block in tables for row in block.rows if row}

    @kept
    def row_at(self) -> dict[tuple[int, int], tuple[Cell, ...]]:
        """The first row that a block, by its number, has on a line."""
        found: dict[tuple[int, int], tuple[Cell, ...]] = {}
        for index, block in enumerate(self.reading.blocks):
            for row in block.rows:
                if row:
                    found.setdefault((index, row[0].line), row)
        return found

    @kept
    def tables(self) -> list[Block]:
        """The tables."""
        return [block for block in self.reading.blocks if block.kind == "table"]

    @kept
    def blocks_in(self) -> list[list[Block]]:
        """For each section, the blocks that stand directly in it."""
        found: list[list[Block]] = [[] for _ in self.sections]
        for block in self.reading.blocks:
            found[self.of_line[block.line]].append(block)
        return found

    @kept
    def entries(self) -> frozenset[int]:
        """The numbers of the lines that begin an entry of an outermost list, which is their innermost block."""
        blocks = enumerate(self.reading.blocks)
        listed = ((index, b) for index, b in blocks if b.kind == "list" and not b.depth)
        return frozenset(number for index, b in listed for number in b.lines if self.block_of[number] == index)

    @kept
    def chains(self) -> list[tuple[int, ...]]:
        """For each section, itself and those above it, innermost first."""
        found: list[tuple[int, ...]] = [()]
        for index, section in enumerate(self.sections[1:], 1):
            found.append((index, *found[max(section.parent, 0)]))
        return found

    def chain(self, section: int) -> tuple[int, ...]:
        """A section and those above it, innermost first."""
        return self.chains[section]

    @kept
    def inner_chains(self) -> list[tuple[int, ...]]:
        """The same without the report's title."""
        title = 1 if self.has_title else 0
        return [chain[:-1] if chain and chain[-1] == title else chain for chain in self.chains]
