"""Which encoding bytes are in."""

import codecs

from gonogo_review.text.legacy import detect
from gonogo_review.text.plausible import kind_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes that are looked at for an unmarked UTF-16 or UTF-32, and the least shares of spaces and line ends, and of
# characters that a report holds, that tell it.
_HEAD = 4096
_BLANKS = 0.02
_SENSIBLE = 0.95
_SHIFT = b"\x1b$"
"""How ISO-2022-JP, which is plain ASCII otherwise, goes over to Japanese."""


def to_lines(data: bytes) -> tuple[list[str], str]:
    """The text, split at line feeds, and the name of the encoding it was in. What cannot be read becomes U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").split("\n"), encoding
    encoding = _wide(data[:_HEAD]) if b"\0" in data[:_HEAD] else "iso2022_jp" if _SHIFT in data else ""
    if encoding:
        return data.decode(encoding, "replace").split("\n"), encoding
    try:
        # Line by line: one sign beyond the commonest makes each character of a whole text take four bytes.
        return [line.decode() for line in data.split(b"\n")], "utf-8"
    except UnicodeDecodeError:
        return _not_quite_utf_8(data)


def _wide(head: bytes) -> str:
    """The encoding whose units of four or two bytes explain the zeros; nothing where they are not explained."""
    readings = [
        (_blanks(head, encoding), encoding) for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    ]
    blanks, encoding = max(readings, key=lambda reading: reading[0])
    return encoding if blanks >= _BLANKS else ""


def _blanks(head: bytes, encoding: str) -> float:
    """Share of spaces and line ends in one reading; 0 where it holds what no report does."""
    text = head[: len(head) // 4 * 4].decode(encoding, "replace")
    sensible = sum(char in "\r\n\t" or " " <= char <= "~" or bool(kind_of(char)) for char in text)
    if not text or sensible < _SENSIBLE * len(text):
        return 0.0
    return sum(char in " \n" for char in text) / len(text)


def _not_quite_utf_8(data: bytes) -> tuple[list[str], str]:
    """UTF-8 that was damaged, or with lines of another encoding pasted in, or another encoding altogether."""
    lines = data.split(b"\n")
    others = [line for line in lines if not _is_utf_8(line)]
    good = sum(not line.isascii() for line in lines) - len(others)
    intact, broken = _sequences(b"\n".join(others))
    if intact > broken:
        return [line.decode(errors="replace") for line in lines], "utf-8"
    encoding = detect(b"\n".join(others))
    if good <= len(others):
        return data.decode(encoding, "replace").split("\n"), encoding
    foreign = frozenset(others)
    shown = (line.decode(encoding if line in foreign else "utf-8", "replace").split("\n") for line in lines)
    return [part for parts in shown for part in parts], "utf-8"


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _sequences(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are there whole, and how many pieces are not part of one."""
    text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken, broken
