"""HTML as a stream of tags and texts with their lines, in one pass whatever the input."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# No tag holds an angle bracket, so that each is tried once.
_MARK = re.compile(r"<!--|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,30})(?P<attributes>[^<>]*)>|<[!?][^<>]*>")
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]{0,40})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW = {
    name: re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE)
    for name in ("script", "style", "template", "noscript", "svg")
}
_LONGEST_ATTRIBUTES = 4000


class Tag(NamedTuple):
    """A start or end tag."""

    name: str
    ends: bool
    attributes: dict[str, str]
    line: int


class Piece(NamedTuple):
    """A text between tags, its entities resolved."""

    text: str
    line: int


def tokens(text: str) -> Iterator[Tag | Piece]:
    """Tags and texts in order, lines counted from 1. Comments, scripts and styles are no content."""
    at, line = 0, 1
    while mark := _MARK.search(text, at):
        if mark.start() > at:
            yield Piece(unescape(text[at : mark.start()]), line)
        tag_line = line + text.count("\n", at, mark.start())
        end = _after(text, mark)
        if mark["name"]:
            yield _tag(mark, tag_line)
        line, at = tag_line + text.count("\n", mark.start(), end), end
    if at < len(text):
        yield Piece(unescape(text[at:]), line)


def _after(text: str, mark: re.Match[str]) -> int:
    """Where reading goes on: behind a comment or a script as a whole."""
    if mark[0] == "<!--":
        end = text.find("-->", mark.end())
        return end + 3 if end >= 0 else len(text)
    raw = _RAW.get((mark["name"] or "").lower())
    if raw is None or mark["end"] or mark["attributes"].endswith("/"):
        return mark.end()
    closing = raw.search(text, mark.end())
    return closing.end() if closing else len(text)


def _tag(mark: re.Match[str], line: int) -> Tag:
    found = _ATTRIBUTE.findall(mark["attributes"][:_LONGEST_ATTRIBUTES]) if mark["attributes"] else ()
    attributes = {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}
    return Tag(mark["name"].lower(), bool(mark["end"]), attributes, line)
