"""Walks a Markdown parser's events once and says what every line is."""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

import pyromark
from pyromark.event import Range

from gonogo_review.structure.cells import looks_like_row
from gonogo_review.structure.draft import Draft
from gonogo_review.structure.entry import Entry
from gonogo_review.structure.prefix import Prefix, prefix
from gonogo_review.structure.simple_tables import simple_tables

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS | pyromark.Options.ENABLE_FOOTNOTES
_PARSER = pyromark.Markdown(options=_OPTIONS)
_KEY = re.compile(r"\s*(?:$|#|- |[\w.-]+ ?:(?:\s|$)|\s)")
_LONGEST_FRONT = 200
_PIECE = 1 << 18
"""Characters parsed at once: the parser's tree is many times the size of its text."""


def walk(lines: list[str] | tuple[str, ...], draft: Draft) -> None:
    """Fills the draft with what the Markdown in `lines` says each line is."""
    end = front_matter(lines)
    for row in range(1, end - 1):
        body = lines[row].rstrip()
        draft.add(Entry(row + 1, "text", len(body) - len(body.lstrip()), len(body)))
    draft.hide(range(end))
    lines = [*[""] * end, *lines[end:]] if end else lines
    drawn = {row for table in simple_tables(lines) for row in draft.text_table(table, -1)}
    lines = ["" if row in drawn else line for row, line in enumerate(lines)] if drawn else lines
    for first, last in _pieces(lines):
        _Walk(lines[first:last], first, draft).run()


def front_matter(lines: list[str] | tuple[str, ...]) -> int:
    """How many lines the front matter has: keys and values between two rules at the very beginning; 0 without one."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    if len(lines) < 2 or not re.match(r"[\w.-]+ ?:(?:\s|$)", lines[1]):
        return 0
    for index, line in enumerate(lines[1:_LONGEST_FRONT], 1):
        if line.rstrip() in ("---", "..."):
            return index + 1
        if not _KEY.match(line):
            return 0
    return 0


def _pieces(lines: list[str] | tuple[str, ...]) -> list[tuple[int, int]]:
    """Cuts a very long report before headings, never inside a fence, so that memory stays bounded."""
    pieces, first, size, fence = [], 0, 0, ""
    for index, line in enumerate(lines):
        head = line.lstrip()[:3]
        if head in ("```", "~~~") and fence in ("", head):
            fence = "" if fence else head
        if size > _PIECE and not fence and (line.startswith("#") or size > 4 * _PIECE):
            pieces.append((first, index))
            first, size = index, 0
        size += len(line) + 1
    return [*pieces, (first, len(lines))]


class _Walk:
    """One pass over the events of one piece. `base` is the number of lines before it."""

    def __init__(self, lines: list[str] | tuple[str, ...], base: int, draft: Draft) -> None:
        self.lines = lines
        self.base = base
        self.draft = draft
        self.text = "\n".join(lines)
        sizes = [len(line if line.isascii() else line.encode("utf-8", "replace")) + 1 for line in lines]
        self.starts = list(accumulate(sizes, initial=0))
        self.count = len(lines)
        self.stack: list[int] = []
        self.opened: list[str] = []
        self.quiet = 0
        self.edge = 0
        """The byte behind the last line that was given to something."""

    def run(self) -> None:
        """Sends each event to the method that is named for it; inline tags open and close nothing."""
        event: Any  # text, or one name with what it holds
        start = _START.get
        for event, span in _PARSER.events_with_range(self.text, merge_text=False):
            if type(event) is not dict:
                if event == "Rule":
                    self.add(self.line(span["start"]), "rule")
                continue
            [what] = event
            if what == "Start":
                tag = event[what]
                name, info = (tag, None) if type(tag) is str else next(iter(tag.items()))
                if opened := start(name):
                    opened(self, info, span)
            elif what == "End":
                tag = event[what]
                name = tag if type(tag) is str else next(iter(tag))
                if name == "List":
                    self.stack.pop()
                elif name in _QUIET:
                    self.quiet -= 1
            elif self.stack and not self.quiet and span["start"] >= self.edge:
                self.inline(span["start"])

    def line(self, offset: int) -> int:
        """The index in the whole report of the line that holds this byte."""
        return self.base + bisect_right(self.starts, offset, 0, self.count) - 1

    def span(self, span: Range) -> range:
        """The lines of a byte range."""
        return range(self.line(span["start"]), self.line(max(span["end"] - 1, span["start"])) + 1)

    def inline(self, offset: int) -> None:
        """A tight item's further lines have no event of their own but their text's."""
        index = self.line(offset)
        self.edge = self.starts[index - self.base + 1]
        self.add(index, "text")

    def add(self, index: int, kind: str, level: int = 0, before: Prefix | None = None) -> Entry | None:
        """One line of content, unless the line is something already."""
        if self.draft.taken(index):
            return None
        line = self.lines[index - self.base]
        before = before or prefix(line)
        depth = len(self.stack)
        return self.draft.add(
            Entry(
                index + 1,
                kind,
                before.start,
                max(before.start, len(line.rstrip())),
                depth if kind == "text" and depth else level,
                before.box,
                before.label,
                block=self.stack[-1] if depth else -1,
            )
        )

    def on_heading(self, info: Any, span: Range) -> None:
        """A heading. An underline beneath several lines, or beneath `key: value`, is a rule without its blank line."""
        self.quiet += 1
        rows = self.span(span)
        first = self.lines[rows.start - self.base]
        while len(rows) > 1 and not self.lines[rows.stop - 1 - self.base].strip():
            rows = range(rows.start, rows.stop - 1)
        if len(rows) > 2 or (len(rows) == 2 and (":" in first or prefix(first).bullet)):
            self.draft.paragraph(self, rows[:-1])
            self.draft.hide(rows[-1:])
            return
        entry = self.add(rows.start, "heading", int(info["level"][1]))
        if entry is not None:
            _trim_heading(entry, first)
        self.draft.hide(rows)

    def on_paragraph(self, _: Any, span: Range) -> None:
        """Every line of a paragraph, or a table that no parser takes for one."""
        rows = self.span(span)
        if sum(looks_like_row(self.lines[row - self.base]) for row in rows) > 1:
            self.draft.rows(rows, self.lines, self.base)
        else:
            self.draft.paragraph(self, rows)

    def on_list(self, ordered: Any, span: Range) -> None:
        """A list, nested where another is open."""
        rows = self.span(span)
        parent = self.stack[-1] if self.stack else -1
        self.stack.append(self.draft.listing(rows, ordered is not None, len(self.stack), parent))

    def on_item(self, _: Any, span: Range) -> None:
        """The first line of an item."""
        index = self.line(span["start"])
        self.draft.item(self.stack[-1], index + 1)
        self.add(index, "item", len(self.stack))

    def on_code(self, info: Any, span: Range) -> None:
        """A block of code, without its fences. The indented kind is mostly text that someone moved in."""
        self.quiet += 1
        rows = self.span(span)
        fenced = type(info) is dict
        inner = rows
        if fenced:
            last = self.lines[rows.stop - 1 - self.base].lstrip(" >\t")
            closed = len(rows) > 1 and last.startswith(("```", "~~~"))
            inner = rows[1 : len(rows) - closed]
        language = next(iter(info.values())).split(" ")[0].lower() if fenced else ""
        self.draft.code(inner, language, self.stack[-1] if self.stack else -1, self.lines, self.base)
        self.draft.hide(rows)

    def on_html(self, _: Any, span: Range) -> None:
        """Lines that are HTML are read afterwards, in one pass."""
        self.quiet += 1
        self.draft.html(self.span(span))

    def on_table(self, _: Any, span: Range) -> None:
        """A table, read row by row from its lines: they are ragged more often than not."""
        self.quiet += 1
        self.draft.rows(self.span(span), self.lines, self.base)


_START = {
    "Heading": _Walk.on_heading,
    "Paragraph": _Walk.on_paragraph,
    "List": _Walk.on_list,
    "Item": _Walk.on_item,
    "CodeBlock": _Walk.on_code,
    "HtmlBlock": _Walk.on_html,
    "Table": _Walk.on_table,
}
_QUIET = frozenset({"Heading", "CodeBlock", "HtmlBlock", "Table"})


def _trim_heading(entry: Entry, line: str) -> None:
    """A heading's text stands between its signs."""
    text = line[: entry.end]
    stripped = text.lstrip(" >\t")
    marks = len(stripped) - len(stripped.lstrip("#"))
    if marks:
        entry.start = len(text) - len(stripped) + marks
        entry.end = len(text.rstrip("#").rstrip()) if text.rstrip("#").endswith(" ") else entry.end
    while entry.start < entry.end and line[entry.start] in " \t":
        entry.start += 1
