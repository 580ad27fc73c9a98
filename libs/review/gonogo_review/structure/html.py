"""HTML inside Markdown: tables, lists and headings written as tags; comments are no content."""

import re
from html import unescape

from gonogo_review.model import Cell
from gonogo_review.structure.draft import Draft
from gonogo_review.structure.entry import Entry

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=</t[dh]>|<t[dh]\b|</tr>|$)", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>")
_SILENT = frozenset({"script", "style", "svg"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(draft: Draft, lines: "list[str] | tuple[str, ...]") -> None:
    """Adds what the HTML lines of the draft hold."""
    reader = _Html(draft, lines)
    for index in draft.html_lines:
        reader.line(index)
    reader.end_row()
    reader.end_table()


class _Html:
    """Line by line; a row's cells may stand on several lines and belong to its first."""

    def __init__(self, draft: Draft, lines: "list[str] | tuple[str, ...]") -> None:
        self.draft = draft
        self.lines = lines
        self.comment = False
        self.silent = ""
        self.row: list[Cell] = []
        self.table: list[tuple[Cell, ...]] = []

    def line(self, index: int) -> None:
        text = self.visible(self.lines[index])
        if not text.strip() or self.skipped(text):
            return
        lower = text.lower()
        if "<table" in lower:
            self.end_table()
        found = [Cell(_plain(match[1]), index + 1, match.start(1), match.end(1)) for match in _CELL.finditer(text)]
        self.row.extend(found)
        if "</tr" in lower:
            self.end_row()
        if "</table" in lower:
            self.end_table()
        if not found and not self.row:
            self.content(index, text)

    def visible(self, text: str) -> str:
        """The line with its comments blanked, also those that began on a line before."""
        if self.comment:
            end = text.find("-->")
            if end < 0:
                return ""
            self.comment = False
            text = " " * (end + 3) + text[end + 3 :]
        shown = _COMMENT.sub(lambda match: " " * len(match[0]), text)
        self.comment = text.rfind("<!--") > text.rfind("-->")
        return shown

    def skipped(self, text: str) -> bool:
        """Whether the line is inside a script or a style."""
        if self.silent:
            if f"</{self.silent}" in text.lower():
                self.silent = ""
            return True
        match = _TAG.search(text)
        if match and match[1].lower() in _SILENT and f"</{match[1].lower()}" not in text.lower():
            self.silent = match[1].lower()
            return True
        return False

    def content(self, index: int, text: str) -> None:
        """A line outside a table."""
        tags = {match[1].lower() for match in _TAG.finditer(text)}
        bare = _TAG.sub(lambda match: " " * len(match[0]), text)
        if not bare.strip():
            return
        start, end = len(bare) - len(bare.lstrip()), len(bare.rstrip())
        level = next((level for tag, level in _HEADINGS.items() if tag in tags), 0)
        kind = "heading" if level else "item" if "li" in tags else "text"
        self.draft.entries[index] = Entry(index + 1, kind, start, end, level or int(kind == "item"), alone=True)

    def end_row(self) -> None:
        if self.row:
            self.table.append(tuple(self.row))
        self.row = []

    def end_table(self) -> None:
        if not self.table:
            return
        rows = range(self.table[0][0].line - 1, self.table[-1][-1].line)
        block = self.draft.block("table", rows, header=self.table[0], rows=tuple(self.table[1:]))
        for row in self.table[1:]:
            first = row[0]
            self.draft.entries[first.line - 1] = Entry(
                first.line,
                "row",
                first.start,
                row[-1].end if row[-1].line == first.line else first.end,
                block=block,
                cells=row,
            )
        self.table = []


def _plain(text: str) -> str:
    return unescape(_TAG.sub(" ", text)).strip()
