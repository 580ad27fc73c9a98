"""Tables of HTML as tables of Markdown."""

from collections.abc import Callable

from gonogo_review.formats.converted import Lines
from gonogo_review.formats.tags import Tag


class Tables:
    """The table that is being read. A table in a cell is that cell's text."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._depth = 0
        self._header_written = False
        self._cells: list[str] = []
        self._in_cell = False
        self._row_line = 0

    @property
    def inside(self) -> bool:
        """A table is open."""
        return self._depth > 0

    @property
    def nested(self) -> bool:
        """A table is open in a cell of another."""
        return self._depth > 1

    @property
    def between_cells(self) -> bool:
        """A table is open and no cell is, so that no text belongs to anything."""
        return self._depth > 0 and not self._in_cell

    def tag(self, tag: Tag, taken: Callable[[], str] | None) -> None:
        """One of `table`, `tr`, `td`, `th`; `taken` gives the text since the last one, and takes it away."""
        if tag.name == "table":
            self._depth = max(0, self._depth - 1) if tag.ends else self._depth + 1
            if self._depth == (0 if tag.ends else 1):
                self._end_row(taken)
                self._lines.blank(tag.line)
                self._header_written = False
        elif self._depth == 1 and tag.name == "tr":
            self._end_row(taken)
            self._row_line = tag.line
        elif self._depth == 1:
            self._end_cell(taken)
            self._in_cell = not tag.ends
            self._row_line = self._row_line or tag.line

    def _end_cell(self, taken: Callable[[], str] | None) -> None:
        text = taken() if taken else ""
        if self._in_cell:
            self._cells.append(text)
        self._in_cell = False

    def _end_row(self, taken: Callable[[], str] | None) -> None:
        self._end_cell(taken)
        if self._cells:
            self._lines.row(self._cells, self._row_line, header=not self._header_written)
            self._header_written = True
        self._cells, self._row_line = [], 0
