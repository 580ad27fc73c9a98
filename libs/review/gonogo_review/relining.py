"""A reading of lines that were made of a document, told by the lines of the document itself."""

from collections.abc import Sequence

import msgspec

from gonogo_review.model import Block, Cell, Reading


def relined(reading: Reading, sources: Sequence[int], count: int) -> Reading:
    """The reading with every line number taken through `sources` (for each line read, the line it came from, from 1).

    Lines that come from one line are joined by a blank; `count` is the number of lines of the document.
    """
    return _Relining(reading, sources, count).reading()


class _Relining:
    def __init__(self, reading: Reading, sources: Sequence[int], count: int) -> None:
        self.old = reading
        self.sources = sources
        parts: list[list[str]] = [[] for _ in range(max([count, *sources]))]
        self.shifts: list[int] = []
        for line, source in zip(reading.lines, sources, strict=True):
            held = parts[source - 1]
            self.shifts.append(sum(len(part) + 1 for part in held))
            if line:
                held.append(line)
        self.lines = tuple(" ".join(held) for held in parts)

    def line(self, number: int) -> int:
        """The source of a line read."""
        return self.sources[min(max(number, 1), len(self.sources)) - 1] if self.sources else 1

    def shift(self, number: int) -> int:
        """How far a line read is moved to the right in its source line."""
        return self.shifts[number - 1] if 0 < number <= len(self.shifts) else 0

    def reading(self) -> Reading:
        old, replace = self.old, msgspec.structs.replace
        return replace(
            old,
            lines=self.lines,
            sections=tuple(
                replace(part, line=self.line(part.line), end_line=self.line(part.end_line)) for part in old.sections
            ),
            blocks=tuple(self.block(block) for block in old.blocks),
            statements=tuple(
                replace(
                    each,
                    line=self.line(each.line),
                    end_line=self.line(each.end_line),
                    start=each.start + self.shift(each.line),
                    end=each.end + self.shift(each.line),
                    amounts=tuple(
                        replace(a, start=a.start + self.shift(each.line), end=a.end + self.shift(each.line))
                        for a in each.amounts
                    ),
                )
                for each in old.statements
            ),
            secrets=tuple(
                replace(
                    each,
                    line=self.line(each.line),
                    start=each.start + self.shift(each.line),
                    end=each.end + self.shift(each.line),
                )
                for each in old.secrets
            ),
        )

    def block(self, block: Block) -> Block:
        return msgspec.structs.replace(
            block,
            line=self.line(block.line),
            end_line=self.line(block.end_line),
            lines=tuple(self.line(number) for number in block.lines),
            header=tuple(self.cell(cell) for cell in block.header),
            rows=tuple(tuple(self.cell(cell) for cell in row) for row in block.rows),
        )

    def cell(self, cell: Cell) -> Cell:
        shift = self.shift(cell.line)
        return Cell(cell.text, self.line(cell.line), cell.start + shift, cell.end + shift)
