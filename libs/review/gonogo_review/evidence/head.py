"""The first look at a file: what kind of content it is, told by its bytes and never by its name."""

import codecs
import re
from typing import BinaryIO, Literal, NamedTuple

from gonogo_review.evidence.found import Unreadable

HEAD = 65_536
"""Bytes that recognition looks at."""

TAIL = 16_384
"""Bytes of its end. Even, so that two-byte characters stay whole."""

ContentKind = Literal["xml", "json", "rows", "text", "zip", "gzip", "tar"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SECTION = re.compile(r"\[[A-Za-z][\w:. -]*\]\s*$", re.MULTILINE)
"""The first line of an INI file, which a JSON array cannot be."""
_CHECKS = re.compile(r"\[[+-]\]\w")
"""A line of Kubernetes' verbose health."""
_ROW = re.compile(r"\s*[{\[].*[}\]]\s*")


_BINARY = "The content is binary and no archive that is read (zip, tar, tar.gz). Upload the tool's text output."


class Head(NamedTuple):
    """`kind`, the encoding of text, and the first and last part of the text (empty for archives)."""

    kind: ContentKind
    encoding: str
    text: str
    end: str = ""


def look(stream: BinaryIO, size: int) -> Head:
    """What the stream holds.

    Raises:
        Unreadable: nothing is in it, or bytes that are neither text nor a known archive.
    """
    stream.seek(0)
    start = stream.read(HEAD)
    if not start.strip():
        raise Unreadable("empty", f"Empty ({size} bytes). Check that the step that writes it ran to its end.")
    archive = _archive(start)
    if archive is not None:
        return Head(archive, "", "")
    encoding = _encoding(start)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(start)
    if "\0" in text:
        raise _binary(text.index("\0"), text)
    if encoding == "utf-8" and len(_CONTROL.findall(start)) * 50 > len(start):
        raise Unreadable("binary", _BINARY)
    return Head(_kind(text.lstrip("\ufeff").lstrip()), encoding, text, _end(stream, size, encoding))


def _binary(at: int, text: str) -> Unreadable:
    line = text.count("\n", 0, at) + 1
    return Unreadable("binary", f"Line {line} holds a zero byte, which no text has. {_BINARY}", line)


def _end(stream: BinaryIO, size: int, encoding: str) -> str:
    """The last part of a file that is longer than its head; logs say there how it went."""
    if size <= HEAD:
        return ""
    stream.seek(size - TAIL)
    return stream.read(TAIL).decode("utf-16-le" if encoding == "utf-16" else encoding, "replace")


def _archive(start: bytes) -> ContentKind | None:
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    return "tar" if start[257:262] == b"ustar" else None


def _encoding(start: bytes) -> str:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    if start[1::2].count(0) * 4 > len(start):
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) * 4 > len(start) else "utf-8"


def _kind(text: str) -> ContentKind:
    if text.startswith("<"):
        return "xml"
    if not text.startswith(("{", "[")) or _SECTION.match(text) or _CHECKS.match(text):
        return "text"
    first, _, rest = text.partition("\n")
    several = _ROW.fullmatch(first) and first.startswith("{") and rest.lstrip().startswith("{")
    return "rows" if several else "json"
