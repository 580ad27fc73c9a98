"""DOCX as Markdown: headings, lists, tables and checkboxes. A line's place is the line itself."""

import io
import re
import zipfile
import zlib

from gonogo_review.evidence.found import Unreadable
from gonogo_review.evidence.markup import Attributes, parse
from gonogo_review.formats.converted import Converted, Lines
from gonogo_review.model import Problem

MAX_ENTRIES = 5_000
MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes of the parts that are read: the text, and the names of its styles."""
_TEXT, _STYLES = "word/document.xml", "word/styles.xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


def from_docx(data: bytes, name: str) -> Converted:
    """A Word document as Markdown."""
    made = _Document({})
    try:
        parts = _parts(data)
        styles = _Styles()
        if parts[_STYLES]:
            parse(io.BytesIO(parts[_STYLES]), styles.start)
        made = _Document(styles.levels)
        parse(io.BytesIO(parts[_TEXT]), made.start, made.end, made.text)
    except Unreadable as error:
        return made.lines.converted("docx", [Problem(error.code, error.message, name)], name)
    except _BROKEN as error:
        message = f"The document cannot be opened: {str(error)[:200]}. Save it again, or as Markdown, and upload that."
        return made.lines.converted("docx", [Problem("docx-broken", message, name)], name)
    return made.lines.converted("docx", [], name)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > MAX_ENTRIES:
            raise Unreadable("archive-entries", f"More than {MAX_ENTRIES} parts. Save the document again.")
        parts = {}
        for part in (_TEXT, _STYLES):
            info = archive.NameToInfo.get(part)
            if info is not None and info.flag_bits & 1:
                raise Unreadable("encrypted", "The document is encrypted. Upload it without a password.")
            if info is not None and info.file_size > MAX_UNPACKED:
                raise Unreadable("archive-bomb", f"'{part}' unpacks to more than {MAX_UNPACKED} bytes.")
            # A part never gives more than the size that it states.
            parts[part] = archive.read(info) if info is not None else b""
        return parts


class _Styles:
    """The heading levels of the styles, whose ids are in the language of the program that wrote them."""

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self._style = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif name == "w:name" and self._style:
            heading = _HEADING.fullmatch(attributes.get("w:val", ""))
            title = attributes.get("w:val", "").lower() == "title"
            if heading or title:
                self.levels[self._style] = min(6, int(heading[1])) if heading else 1


class _Document:
    """The text: a line for each paragraph, a row for each table row."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.lines = Lines()
        self._levels = levels
        self._parts: list[str] = []
        self._reads = False
        self._level = 0
        self._depth = -1
        self._tables = 0
        self._rows = 0
        self._cells: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "w:t":
            self._reads = True
        elif name == "w:p" and self._tables == 0:
            self._level, self._depth = 0, -1
        elif name == "w:pStyle":
            self._level = self._levels.get(attributes.get("w:val", ""), 0)
            self._depth = max(self._depth, 0) if "list" in attributes.get("w:val", "").lower() else self._depth
        elif name == "w:ilvl":
            self._depth = min(20, int(attributes.get("w:val", "0") or 0))
        elif name == "w:numPr":
            self._depth = max(self._depth, 0)
        elif name == "w14:checked":
            self._parts.append("[x] " if attributes.get("w14:val") in {"1", "true"} else "[ ] ")
        elif name in {"w:br", "w:tab", "w:cr"}:
            self._parts.append(" ")
        else:
            self._table_start(name)

    def end(self, name: str) -> None:
        if name == "w:t":
            self._reads = False
        elif name == "w:p":
            self._parts.append(" ") if self._tables else self._paragraph()
        elif name == "w:tc" and self._tables == 1:
            self._cells.append(self._taken())
        elif name == "w:tr" and self._tables == 1 and self._cells:
            self.lines.row(self._cells, header=self._rows == 0)
            self._rows += 1
        elif name == "w:tbl":
            self._tables -= 1
            if not self._tables:
                self.lines.blank()

    def text(self, text: str) -> None:
        """Characters; only those of runs count."""
        if self._reads:
            self._parts.append(text)

    def _table_start(self, name: str) -> None:
        if name == "w:tbl":
            self._tables += 1
            if self._tables == 1:
                self._rows = 0
                self.lines.blank()
        elif name == "w:tr" and self._tables == 1:
            self._cells = []

    def _paragraph(self) -> None:
        text = self._taken()
        if self._level and text:
            self.lines.blank()
            self.lines.add("#" * self._level + " " + text)
            self.lines.blank()
        elif self._depth >= 0 and text:
            self.lines.add("  " * self._depth + "- " + text)
        else:
            self.lines.add(text) if text else self.lines.blank()

    def _taken(self) -> str:
        text = " ".join("".join(self._parts).split())
        self._parts = []
        return text
