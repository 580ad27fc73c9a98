"""What a file is, by its content: its name and its declared type are not believed."""

import re
import tarfile
import zipfile
import zlib
from typing import BinaryIO

import filetype  # type: ignore[import-untyped]

from gonogo_ingest.refusals import bad_file
from gonogo_platform.problems import Problem

HEAD = 8192
"""Bytes that decide."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REPORTS = frozenset({"text/plain", "text/html", "application/pdf", DOCX})
ARCHIVES = frozenset({"application/zip", "application/x-tar", "application/gzip"})
EVIDENCE = frozenset({"text/plain", "text/html", "application/pdf", *ARCHIVES})

TEXT_WITH_NULS = (b"\xff\xfe", b"\xfe\xff")
"""UTF-16 begins so where it says what it is."""

MOSTLY, RARELY = 0.5, 0.05
"""Shares of zero bytes; text in Chinese has fewer zeros in UTF-16, and is then known by its mark only."""

STEP = 1024 * 1024

GZIP = 31
"""zlib's number for streams with a gzip header."""

ENTRY = b"PK\x01\x02"
"""How each line of a zip's directory begins."""


def media_of(name: str, file: BinaryIO) -> str:
    """The media type of the content; `application/octet-stream` where nothing is known of it."""
    file.seek(0)
    head = file.read(HEAD)
    if zipfile.is_zipfile(file) and head.startswith(b"PK"):
        return DOCX if _holds_document(name, file) else "application/zip"
    if (kind := filetype.guess(head)) is not None:
        return str(kind.mime)
    if head.startswith(TEXT_WITH_NULS) or b"\0" not in head:
        return "text/html" if re.match(rb"\s*(<!doctype html|<html)", head[:512].lower()) else "text/plain"
    return "text/plain" if _wide_text(head) else "application/octet-stream"


def _wide_text(head: bytes) -> bool:
    """UTF-16 without a mark: one byte of each pair is mostly zero, the other hardly ever; in UTF-32, of each four."""
    for width in (2, 4):
        zeros = sorted(head[at::width].count(0) * width / len(head) for at in range(width))
        if zeros[0] < RARELY and zeros[1] > MOSTLY:
            return True
    return False


def _holds_document(name: str, file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise bad_file("archive-broken", name, f"the archive cannot be read: {error}") from error


def check_report(name: str, media: str) -> None:
    """A report is prose.

    Raises:
        Problem: it is something else.
    """
    if media not in REPORTS:
        detail = f"its content is {media}; a report is Markdown, plain text, HTML, DOCX or PDF"
        raise bad_file("report-type", name, detail, 415)


def check_evidence(name: str, media: str) -> None:
    """Evidence is written by a machine, as text or as an archive of it.

    Raises:
        Problem: it is an image, a program or the like.
    """
    if media not in EVIDENCE:
        raise bad_file(
            "evidence-type", name, f"its content is {media}; evidence is text (JSON, XML, YAML, ...) or zip or tar", 415
        )


def check_archive(name: str, media: str, file: BinaryIO, *, entries: int, unpacked: int) -> None:
    """Counts what an archive would unpack to, without keeping any of it; a zip's entries, `check_directory` counts.

    Raises:
        Problem: too many entries, too many bytes, an entry that leads out of the archive, or a broken archive.
    """
    file.seek(0)
    try:
        if media in ("application/zip", DOCX):
            _check_zip(name, file, unpacked)
        elif media == "application/gzip":
            _check_gzip(name, file, unpacked)
        elif media == "application/x-tar":
            _check_tar(name, file, entries)
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise bad_file("archive-broken", name, f"the archive cannot be read: {error}") from error


def check_directory(name: str, file: BinaryIO, entries: int) -> None:
    """Counts a zip's entries before anything loads its whole directory, which takes half a kilobyte for each.

    Raises:
        Problem: too many.
    """
    file.seek(0)
    count, before = 0, b""
    if file.read(2) != ENTRY[:2]:
        return
    while count <= entries and (data := file.read(STEP)):
        count += (before + data).count(ENTRY)
        before = data[1 - len(ENTRY) :]
    if count > entries:
        raise _too_many_entries(name, entries)


def _too_many_entries(name: str, entries: int) -> Problem:
    return bad_file("archive-entries", name, f"the archive holds more than {entries:,} entries", 413)


def _check_zip(name: str, file: BinaryIO, unpacked: int) -> None:
    with zipfile.ZipFile(file) as archive:
        total = 0
        for member in archive.infolist():
            _check_member(name, member.filename)
            total += member.file_size
            _check_total(name, total, unpacked)


def _check_tar(name: str, file: BinaryIO, entries: int) -> None:
    with tarfile.open(fileobj=file, mode="r:") as archive:
        for number, member in enumerate(archive):
            if number >= entries:
                raise _too_many_entries(name, entries)
            _check_member(name, member.name)


def _check_gzip(name: str, file: BinaryIO, unpacked: int) -> None:
    """The only way to know is to unpack; nothing of it is kept."""
    inflater, total = zlib.decompressobj(wbits=GZIP), 0
    while data := file.read(STEP):
        while data:
            total += len(inflater.decompress(data, STEP))
            _check_total(name, total, unpacked)
            data = inflater.unconsumed_tail
            if inflater.eof:  # one file may hold several streams, one after the other
                data, inflater = inflater.unused_data.lstrip(b"\0"), zlib.decompressobj(wbits=GZIP)


def _check_total(name: str, total: int, limit: int) -> None:
    if total > limit:
        raise bad_file("archive-bomb", name, f"the archive would unpack to more than {limit:,} bytes", 413)


def _check_member(name: str, member: str) -> None:
    if member.startswith("/") or "\\" in member or ".." in member.split("/"):
        raise bad_file("archive-path", name, f"the entry {member[:80]!a} leads out of the archive", 422)
