"""What the walk has found so far."""

from typing import TYPE_CHECKING, Any

from gonogo_review.model import Block, Cell
from gonogo_review.structure.cells import cells, is_ruler
from gonogo_review.structure.entry import Entry
from gonogo_review.structure.prefix import prefix
from gonogo_review.structure.text_tables import TextTable, text_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN = frozenset(("", "text", "txt", "plaintext", "plain"))
"""What a fence calls a block that is no source."""


class Draft:
    """Entries and blocks by line; a line is given to the first that claims it."""

    def __init__(self, count: int) -> None:
        self.entries: list[Entry | None] = [None] * count
        self.hidden = bytearray(count)
        self.html_lines: list[int] = []
        self.blocks: list[dict[str, Any]] = []
        self.languages: dict[int, str] = {}

    def taken(self, index: int) -> bool:
        """Whether a line is something already."""
        return self.hidden[index] != 0

    def add(self, entry: Entry) -> Entry | None:
        """Gives the line to the entry, if nothing else has it."""
        index = entry.line - 1
        if self.hidden[index]:
            return None
        self.hidden[index] = 1
        self.entries[index] = entry
        return entry

    def hide(self, rows: "Sequence[int]") -> None:
        """These lines hold nothing further."""
        for row in rows:
            self.hidden[row] = 1

    def block(self, kind: str, lines: "Sequence[int]", /, **more: Any) -> int:
        """A new block over these lines (0-based); its index."""
        self.blocks.append({"kind": kind, "line": lines[0] + 1, "end_line": lines[-1] + 1, **more})
        return len(self.blocks) - 1

    def paragraph(self, walk: Any, rows: "Sequence[int]") -> None:
        """Lines of running text. In it, lines that begin with a letter and a bracket, or a bullet, are items."""
        own = -1
        for row in rows:
            before = prefix(walk.lines[row - walk.base])
            listed = bool(before.label or before.bullet or before.box)
            entry = walk.add(row, "item" if listed else "text", len(walk.stack) + listed, before)
            if entry is not None:
                entry.alone = len(rows) == 1
                if not walk.stack:
                    own = own if own >= 0 else self.block("paragraph", rows)
                    entry.block = own

    def listing(self, rows: "Sequence[int]", ordered: bool, depth: int, parent: int) -> int:
        """A list that opens here; its items are told as they come."""
        return self.block("list", rows, ordered=ordered, depth=depth, parent=parent, lines=[])

    def item(self, block: int, line: int) -> None:
        """An item of a list, by its first line."""
        self.blocks[block]["lines"].append(line)

    def rows(self, rows: "Sequence[int]", lines: "Sequence[str]", base: int) -> None:
        """A table. The first row is its header where a line is drawn under it, or where none is drawn at all."""
        table: list[tuple[Cell, ...]] = []
        ruled = [row for row in rows if is_ruler(lines[row - base])]
        self.hide(ruled)
        content = [row for row in rows if row not in set(ruled)]
        if not content:
            return
        if rows[0] in ruled and all(len(cells(lines[row - base], row + 1)) == 1 for row in content):
            self.framed(content, lines, base)
            return
        index = self.block("table", rows)
        for row in content:
            found = cells(lines[row - base], row + 1)
            table.append(found)
            if row != content[0]:
                end = found[-1].end if found else 0
                self.add(Entry(row + 1, "row", found[0].start if found else 0, end, block=index, cells=found))
        self.hide(rows)
        self.blocks[index]["header"] = table[0]
        self.blocks[index]["rows"] = tuple(table[1:])

    def framed(self, rows: "Sequence[int]", lines: "Sequence[str]", base: int) -> None:
        """Text in a drawn frame: a table of one column whose first line is no header."""
        for row in rows:
            inner = cells(lines[row - base], row + 1)[0]
            if inner.text:
                self.add(Entry(row + 1, "text", inner.start, inner.end, alone=True))
        self.hide(rows)

    def code(self, rows: "Sequence[int]", language: str, parent: int, lines: "Sequence[str]", base: int) -> None:
        """A block of code, line by line."""
        if not rows:
            return
        index = self.block("code", rows, parent=parent)
        self.languages[index] = language
        for table in text_tables(rows, lines, base) if language in PLAIN else ():
            self.text_table(table, index)
        for row in rows:
            line = lines[row - base]
            body = line.rstrip()
            if body.strip():
                self.add(Entry(row + 1, "code", len(body) - len(body.lstrip()), len(body), block=index))

    def text_table(self, table: TextTable, parent: int) -> list[int]:
        """A table drawn in plain text; returns its lines."""
        first, last = table.header[0].line - 1, table.rows[-1][0].line - 1
        index = self.block("table", range(first, last + 1), parent=parent, header=table.header, rows=tuple(table.rows))
        for row in table.rows:
            self.add(Entry(row[0].line, "row", row[0].start, row[-1].end, block=index, cells=row))
        self.hide([first, *table.rules])
        return [first, *table.rules, *(row[0].line - 1 for row in table.rows)]

    def html(self, rows: "Sequence[int]") -> None:
        """Lines of HTML, to be read in one pass afterwards."""
        for row in rows:
            if not self.hidden[row]:
                self.hidden[row] = 1
                self.html_lines.append(row)

    def finished(self, sections: list[int]) -> list[Block]:
        """The blocks as they travel. `sections` gives the section of each line (1-based), 0 where it has no entry."""
        return [_block(fields, sections) for fields in self.blocks]


def _block(fields: dict[str, Any], sections: list[int]) -> Block:
    lines = tuple(fields.pop("lines", ()))
    section = sections[fields["line"]]
    return Block(section=section, lines=lines, **fields)
