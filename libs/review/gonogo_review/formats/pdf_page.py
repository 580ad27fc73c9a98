"""One page of a PDF: its text lines from top to bottom, ruled tables among them as tables."""

from collections.abc import Iterator
from typing import Any

from gonogo_review.formats.converted import Lines

MAX_CROSSINGS = 5_000
"""Crossings of ruled lines in one document in which tables are looked for, since the search grows with their square."""


class Pages:
    """Adds the lines of a document's pages."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._crossings = MAX_CROSSINGS

    def add(self, page: Any) -> None:
        """Adds one page (a `pdfplumber.page.Page`)."""
        tables = [table for table in self._tables(page) if _is_table(table[1])]
        parts: list[tuple[float, str | list[list[str]]]] = [(box[1], rows) for box, rows in tables]
        for line in page.extract_text_lines(return_chars=False):
            middle = (line["top"] + line["bottom"]) / 2
            if not any(box[1] <= middle <= box[3] and box[0] - 1 <= line["x0"] <= box[2] for box, _ in tables):
                parts.append((line["top"], line["text"]))
        for _, part in sorted(parts, key=lambda part: part[0]):
            if isinstance(part, str):
                self._lines.add(part)
            else:
                _add_table(part, self._lines)
        if not parts:
            self._lines.add("")

    def _tables(self, page: Any) -> Iterator[tuple[tuple[float, float, float, float], list[list[str]]]]:
        upright = {round(edge["x0"]) for edge in page.edges if edge["orientation"] == "v"}
        level = {round(edge["top"]) for edge in page.edges if edge["orientation"] == "h"}
        crossings = len(upright) * len(level)
        if 0 < crossings <= self._crossings:
            self._crossings -= crossings
            for table in page.find_tables():
                yield table.bbox, [[" ".join((cell or "").split()) for cell in row] for row in table.extract()]


def _is_table(rows: list[list[str]]) -> bool:
    """At least two rows and two columns: a single one is a frame around text."""
    return len(rows) > 1 and len(rows[0]) > 1


def _add_table(rows: list[list[str]], lines: Lines) -> None:
    lines.blank()
    for number, row in enumerate(rows):
        lines.row(row, header=number == 0)
    lines.add("")
