"""The text layer of a PDF. A line's place is the line itself; pages are told by their first lines."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gonogo_review.formats.converted import Converted, Lines
from gonogo_review.formats.pdf_page import Pages
from gonogo_review.model import Problem

MAX_PAGES = 300
MAX_CHARACTERS = 1_000_000
MAX_UNPACKED = 128 * 1024 * 1024
"""Bytes of all streams together."""
MAX_STREAM = 32 * 1024 * 1024
MAX_CONTENT = 4 * 1024 * 1024
"""Bytes of drawing instructions on one page."""
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/Filter\s*\[[^\]]{0,200}(?:Flate|LZW|RunLength)[^\]]{0,200}(?:Flate|LZW|RunLength)")
# What pdfminer raises on broken files.
_BROKEN = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, RecursionError, ArithmeticError,
    struct.error, zlib.error, OSError, NotImplementedError,
)  # fmt: skip


def from_pdf(data: bytes, name: str) -> Converted:
    """The lines of a PDF's text layer."""
    made = _Made(Lines())
    problems: list[Problem] = []
    try:
        with _translated():
            _check_streams(data)
            _read(data, made)
    except _Refused as error:
        problems.append(Problem(error.code, error.message, name))
    except _BROKEN as error:
        problems.append(Problem("pdf-broken", f"The PDF cannot be read on: {str(error)[:200]}. Print it anew.", name))
    if not problems and not any(made.lines.texts):
        message = "The PDF has no text layer: its pages are pictures. Upload the document that it was made from."
        problems.append(Problem("no-text", message, name))
    return made.lines.converted("pdf", problems, name, pages=made.pages)


class _Made:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.pages: list[int] = []


def _read(data: bytes, made: _Made) -> None:
    reader = Pages(made.lines)
    for page in _pages(data):
        if len(made.pages) >= MAX_PAGES or sum(map(len, made.lines.texts)) > MAX_CHARACTERS:
            message = f"More than {MAX_PAGES} pages or {MAX_CHARACTERS} characters. Only the beginning was read."
            raise _Refused("too-long", message)
        made.pages.append(len(made.lines.texts) + 1)
        reader.add(page)


class _Refused(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def _pages(data: bytes) -> Iterator[Any]:
    import pdfplumber
    from pdfminer.pdftypes import stream_value

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            if sum(len(stream_value(part).get_data()) for part in page.page_obj.contents) > MAX_CONTENT:
                raise _Refused("pdf-bomb", f"Page {page.page_number} draws more than {MAX_CONTENT} bytes.")
            yield page
            page.close()


@contextmanager
def _translated() -> Iterator[None]:
    """What the two libraries raise, as what is caught here."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        yield
    except (PdfminerException, PDFException, PSException, MalformedPDFException) as error:
        causes = (error, *error.args)
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise _Refused("encrypted", "The PDF is encrypted. Upload it without a password.") from error
        raise ValueError(str(error)) from error


def _check_streams(data: bytes) -> None:
    """Unpacks every stream once, bounded, since the reader below would unpack any whole.

    Raises:
        _Refused: a stream, or all together, are larger than the cap.
    """
    if _TWICE.search(data):
        raise _Refused("pdf-bomb", "The PDF packs streams twice. Print it anew and upload that.")
    left = MAX_UNPACKED
    for stream in _STREAM.finditer(data):
        size = _unpacked(memoryview(data)[stream.end() :], MAX_STREAM + 1)
        left -= size
        if left < 0 or size > MAX_STREAM:
            raise _Refused("pdf-bomb", f"The PDF unpacks to more than {MAX_UNPACKED} bytes. Print it anew.")


def _unpacked(packed: Any, limit: int) -> int:
    """Bytes that a stream unpacks to, at most about `limit`; none where it is not packed."""
    unpacker = zlib.decompressobj()
    size, at = 0, 0
    try:
        while at < len(packed) and size < limit and not unpacker.eof:
            size += len(unpacker.decompress(packed[at : at + 4096], limit - size))
            if unpacker.unconsumed_tail:
                return limit
            at += 4096
    except zlib.error:
        return size
    return size
