"""Columns that text takes on a terminal, lines broken by them, and long lines cut so that what matters is seen."""

import itertools
import re
import unicodedata

_CUT = "…"
_JOINER, _EMOJI = "\u200d", "\ufe0f"
_KEYCAPS = frozenset("0123456789#*")
_SKIN = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_SOFT_HYPHEN = "\u00ad"
Spans = tuple[tuple[int, int], ...]


def width(text: str) -> int:
    """Columns: two for wide characters and emoji, none for what joins or combines."""
    if text.isascii():
        return len(text)
    return sum(_columns(before, sign) for before, sign in itertools.pairwise(("", *text)))


def _columns(before: str, sign: str) -> int:
    """What a character adds behind another."""
    if sign == _EMOJI:
        return 1 if before in _KEYCAPS or _is_narrow_sign(before) else 0
    if before == _JOINER or sign in _SKIN:
        return 0 if before else 2
    if (unicodedata.category(sign) in _UNSEEN and sign != _SOFT_HYPHEN) or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _is_narrow_sign(sign: str) -> bool:
    """A sign that is text by itself, such as ⚠, and an emoji of two columns by the selector behind it."""
    return bool(sign) and unicodedata.category(sign) in ("So", "Sm", "Po") and _columns("", sign) == 1


def plain(text: str) -> str:
    """The text, of equal length, without what would move a cursor, turn the writing round or break XML."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if sign in _UNSHOWN or unicodedata.category(sign) in _CONTROLS else sign for sign in text)


_CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_UNSHOWN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")
# A word; or one character of the scripts that have no blanks between words, with the signs that close what it ends.
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_PIECE = re.compile(rf"\s*(?:[{_WIDE}](?:[，。、；：！？）」』】》\u3001\u3002]|'(?!\w))*|[^\s{_WIDE}]+)")


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most so many columns, where it has blanks or wide characters to break at."""
    lines, line = [], ""
    taken = 0
    room = columns - width(first)
    for piece in _PIECE.findall(" ".join(plain(text).split())):
        needed = width(piece)
        if line and taken + needed > room:
            lines.append(line)
            line, taken, room = "", 0, columns - width(rest)
        line += piece if line else piece.lstrip()
        taken = width(line)
    return [(rest if at else first) + one for at, one in enumerate([*lines, line])]


def fit(text: str, spans: Spans, columns: int) -> tuple[str, Spans]:
    """The part of a line around its first span that fits, with the spans moved along."""
    text = plain(text)
    if width(text) <= columns:
        return text, _within(spans, 0, len(text), 0)
    first, last = min(spans, default=(0, 0))
    begin = 0 if width(text[:last]) <= columns - 2 else max(0, first - columns // 3)
    end = begin
    room = columns - 2
    head = _CUT if begin else ""
    while end < len(text) and (taken := _columns(text[end - 1] if end > begin else head, text[end])) <= room:
        room -= taken
        end += 1
    tail = _CUT if end < len(text) else ""
    return head + text[begin:end] + tail, _within(spans, begin, end, len(head) - begin)


def _within(spans: Spans, begin: int, end: int, moved: int) -> Spans:
    inside = ((max(start, begin), min(stop, end)) for start, stop in spans)
    return tuple((start + moved, stop + moved) for start, stop in inside if start < stop)
