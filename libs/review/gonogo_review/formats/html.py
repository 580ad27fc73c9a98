"""HTML as Markdown, each line with the line that its content comes from."""

import re

from gonogo_review.formats.converted import Converted, Lines
from gonogo_review.formats.tables import Tables
from gonogo_review.formats.tags import Piece, Tag, tokens
from gonogo_review.text import Text

_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "menu", "nav", "ol", "p", "section", "summary", "ul",
    ]
)  # fmt: skip
_TABLE = frozenset(("table", "tr", "td", "th"))
_LISTS = frozenset(("ul", "ol", "menu"))
_INLINE = {"b": "**", "strong": "**", "code": "`", "kbd": "`", "s": "~~", "del": "~~", "strike": "~~"}
_DEEPEST = 20
_SPACE = re.compile(r"\s+")
_HEADING = re.compile(r"h[1-6]")
_EMPTY = re.compile(r"\*\*\s?\*\*|~~\s?~~|``")


def from_html(text: Text, name: str) -> Converted:
    """An HTML document as Markdown."""
    made = _Maker()
    for token in tokens("\n".join(text.lines)):
        if isinstance(token, Piece):
            made.text(token.text, token.line)
        else:
            made.tag(token)
        if made.lines.full:
            break
    made.finish()
    return made.lines.converted("html", [], name, encoding=text.encoding, repaired=text.repaired)


class _Maker:
    """Turns tags and texts into lines."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._parts: list[str] = []
        self._line = 0
        """Where the first of the parts stands; 0 while there is none."""
        self._last = 1
        self._prefix = ""
        self._lists: list[str] = []
        self._tables = Tables(self.lines)
        self._verbatim = False
        self._hidden = False

    def text(self, text: str, line: int) -> None:
        """A text between tags."""
        self._last = line + text.count("\n")
        if self._verbatim:
            self._line = self._line or line
            self._parts.append(text)
            return
        words = _SPACE.sub(" ", text)
        if self._hidden or self._tables.between_cells or not (self._parts or words.strip()):
            return
        self._line = self._line or line + text[: len(text) - len(text.lstrip())].count("\n")
        self._parts.append(words)

    def tag(self, tag: Tag) -> None:
        """A start or end tag."""
        self._last = tag.line
        if tag.name in {"head", "title"}:
            self._hidden = not tag.ends
        elif tag.name == "pre":
            self._code(tag)
        elif self._verbatim or self._hidden:
            return
        elif tag.name in _TABLE:
            self._table(tag)
        elif tag.name in _BLOCKS:
            self._block(tag)
        else:
            self._inline(tag)

    def flush(self) -> None:
        """Ends the line that is being made."""
        if self._tables.inside:
            self._parts.append(" ")
            return
        text = self._taken()
        if text:
            self.lines.add(self._prefix + text, self._line)
        self._prefix, self._line = "  " * len(self._lists), 0

    def finish(self) -> None:
        """Ends what the page left open."""
        if self._verbatim:
            self._code(Tag("pre", ends=True, attributes={}, line=self._last))
        while self._tables.inside:
            self._table(Tag("table", ends=True, attributes={}, line=self._last))
        self.flush()

    def _taken(self) -> str:
        text = _EMPTY.sub("", _SPACE.sub(" ", "".join(self._parts))).strip()
        self._parts = []
        return text

    def _table(self, tag: Tag) -> None:
        if not self._tables.inside and (tag.name != "table" or tag.ends):
            return
        if not tag.ends and tag.name == "table":
            self.flush()
        if self._tables.nested:
            self._parts.append(" ")
        self._tables.tag(tag, self._taken if self._tables.inside else None)
        if not self._tables.inside:
            self._line = 0

    def _code(self, tag: Tag) -> None:
        if self._tables.inside:
            return
        if self._verbatim and tag.ends:
            self._end_code(tag.line)
            self.lines.add("```", tag.line)
        elif not self._verbatim and not tag.ends:
            self.flush()
            self.lines.blank(tag.line)
            self.lines.add("```", tag.line)
            self._verbatim = True

    def _end_code(self, last: int) -> None:
        text = "".join(self._parts)
        first = self._line + text.startswith("\n")
        for number, line in enumerate(text.removeprefix("\n").rstrip("\n").split("\n") if text.strip("\n") else ()):
            self.lines.add(line, min(first + number, last))
        self._parts, self._line, self._verbatim = [], 0, False

    def _block(self, tag: Tag) -> None:
        self.flush()
        if self._tables.inside or tag.name == "br":
            return
        if tag.name in _LISTS:
            self._list(tag)
        elif tag.name == "hr":
            self.lines.blank(tag.line)
            self.lines.add("---", tag.line)
        elif tag.name == "li" and not tag.ends:
            mark = "1. " if self._lists and self._lists[-1] == "ol" else "- "
            self._prefix = "  " * max(0, len(self._lists) - 1) + mark
        elif tag.name == "blockquote":
            self._prefix = "" if tag.ends else "> "
        elif not self._lists:
            self.lines.blank(tag.line)
            heading = _HEADING.fullmatch(tag.name) and not tag.ends
            self._prefix = "#" * int(tag.name[1]) + " " if heading else ""

    def _list(self, tag: Tag) -> None:
        if tag.ends:
            self._lists = self._lists[:-1]
        elif len(self._lists) < _DEEPEST:
            self._lists.append(tag.name)
        if not self._lists:
            self.lines.blank(tag.line)
        self._prefix = "  " * len(self._lists)

    def _inline(self, tag: Tag) -> None:
        if tag.name == "input" and tag.attributes.get("type", "").lower() == "checkbox":
            self._mark("[x] " if "checked" in tag.attributes else "[ ] ", tag.line)
        elif tag.name == "img":
            self._mark(tag.attributes.get("alt", ""), tag.line)
        elif tag.name in _INLINE:
            self._mark(_INLINE[tag.name], tag.line)

    def _mark(self, text: str, line: int) -> None:
        if not self._tables.between_cells:
            self._line = self._line or line
            self._parts.append(text)
