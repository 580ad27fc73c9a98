"""Columns that text takes on a terminal, and long lines cut so that what matters stays visible."""

import unicodedata

_CUT = "…"
_JOINERS = frozenset("\u200d\ufe0f\ufe0e")
Spans = tuple[tuple[int, int], ...]


def width(text: str) -> int:
    """Columns: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if sign in _JOINERS or unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def plain(text: str) -> str:
    """The text, of equal length, without what would move a cursor, turn the writing round or break XML."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if sign in _UNSHOWN or unicodedata.category(sign) in _CONTROLS else sign for sign in text)


_CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_UNSHOWN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


def fit(text: str, spans: Spans, columns: int) -> tuple[str, Spans]:
    """The part of a line around its first span that fits, with the spans moved along."""
    text = plain(text)
    if width(text) <= columns:
        return text, _within(spans, 0, len(text), 0)
    first = min((start for start, _ in spans), default=0)
    begin = max(0, first - columns // 3)
    end = begin
    room = columns - 2
    while end < len(text) and (taken := _columns(text[end])) <= room:
        room -= taken
        end += 1
    head = _CUT if begin else ""
    tail = _CUT if end < len(text) else ""
    return head + text[begin:end] + tail, _within(spans, begin, end, len(head) - begin)


def _within(spans: Spans, begin: int, end: int, moved: int) -> Spans:
    inside = ((max(start, begin), min(stop, end)) for start, stop in spans)
    return tuple((start + moved, stop + moved) for start, stop in inside if start < stop)
