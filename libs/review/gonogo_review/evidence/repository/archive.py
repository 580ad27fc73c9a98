"""A tar or zip of the repository's tree, opened within caps and never unpacked to a disk."""

import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, NamedTuple

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.repository.tree import Tree
from gonogo_review.evidence.source import Source

MAX_ENTRIES = 50_000
MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked bytes for one packed byte, once more than `RATIO_FROM` are unpacked."""
RATIO_FROM = 1024 * 1024
MAX_COUNTED = 4 * 1024 * 1024
"""Bytes of one file of which lines and tests are counted."""
_BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    ArithmeticError,
    LookupError,
    AssertionError,
    AttributeError,
    TypeError,
    struct.error,
)
"""What the two libraries let through of damaged bytes, besides their own errors."""


class _Entry(NamedTuple):
    name: str
    size: int
    body: IO[bytes]


def read(source: Source, found: Found) -> None:
    """Files that exist, numbers of files by kind, lines and tests by static count.

    Raises:
        Unreadable: broken, or over a cap, or an entry that would land outside the tree.
    """
    tree, unpacked = Tree(found), 0
    try:
        for count, entry in enumerate(_entries(source)):
            if count >= MAX_ENTRIES:
                raise Unreadable("archive-entries", f"More than {MAX_ENTRIES} entries. Upload a list of files.")
            _check_path(entry.name)
            body = entry.body.read(MAX_COUNTED)
            unpacked += max(len(body), entry.size)
            if unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * source.size):
                raise Unreadable("archive-bomb", f"'{entry.name[:80]}' unpacks beyond the cap. Upload a list of files.")
            tree.add(entry.name, body)
    except _BROKEN as error:
        raise Unreadable("archive-broken", f"The archive cannot be opened: {str(error)[:200]}.") from error
    tree.tell()


def _entries(source: Source) -> Iterator[_Entry]:
    source.stream.seek(0)
    if source.head.kind == "zip":
        with zipfile.ZipFile(source.stream) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    with archive.open(member) as body:
                        yield _Entry(member.filename, member.file_size, body)
        return
    with tarfile.open(fileobj=source.stream, mode="r|gz" if source.head.kind == "gzip" else "r|") as archive:
        for inner in archive:
            handle = archive.extractfile(inner) if inner.isfile() else None
            if handle is not None:
                yield _Entry(inner.name, inner.size, handle)


def _check_path(name: str) -> None:
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or "\0" in name or name[1:2] == ":":
        raise Unreadable("archive-path", f"The entry '{name[:80]}' would land outside the tree. Pack it anew.")
