"""What a file is, by its content."""

import gzip
import io
import tarfile
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_ingest import sniffing
from gonogo_platform.problems import Problem

MIB = 1024 * 1024


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(*names: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(name))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"# Report\n\n- [x] done\n", "text/plain"),
        ("# Отчёт\n".encode("cp1251"), "text/plain"),
        ("# Report\n".encode("utf-16"), "text/plain"),
        ("# Report, long enough to tell\n".encode("utf-16-le"), "text/plain"),
        (b"  <!DOCTYPE html><html></html>", "text/html"),
        (b"%PDF-1.7\n", "application/pdf"),
        (zipped(**{"word/document.xml": b"<w/>"}), sniffing.DOCX),
        (zipped(**{"junit.xml": b"<testsuites/>"}), "application/zip"),
        (gzip.compress(b"x", mtime=0), "application/gzip"),
        (tarred("a"), "application/x-tar"),
        (b"\x89PNG\r\n\x1a\n" + bytes(32), "image/png"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "application/x-executable"),
        (bytes(64), "application/octet-stream"),
    ],
)
def test_tells_by_content(content: bytes, media: str) -> None:
    """The name says nothing."""
    assert sniffing.media_of("report.md", io.BytesIO(content)) == media


@given(st.binary(max_size=512))
def test_anything_is_told_or_refused(content: bytes) -> None:
    """Random bytes, and random bytes behind the first ones of an archive."""
    for data in (content, b"PK\x03\x04" + content, b"\x1f\x8b\x08" + content):
        file = io.BytesIO(data)
        with suppress(Problem):
            media = sniffing.media_of("x", file)
            sniffing.check_archive("x", media, file, entries=10, unpacked=MIB)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped(**{str(n): bytes(MIB) for n in range(5)}), "archive-bomb"),
        (gzip.compress(bytes(5 * MIB), mtime=0), "archive-bomb"),
        (gzip.compress(b"a first stream", mtime=0) + gzip.compress(bytes(5 * MIB), mtime=0), "archive-bomb"),
        (tarred(*map(str, range(20))), "archive-entries"),
        (zipped(**{"../x": b""}), "archive-path"),
        (zipped(**{"/x": b""}), "archive-path"),
        (tarred("a/../../x"), "archive-path"),
        (gzip.compress(b"x" * 1000, mtime=0)[:-20], ""),
        (gzip.compress(b"x", mtime=0) + gzip.compress(b"y", mtime=0), ""),
    ],
)
def test_archives_have_caps(content: bytes, code: str) -> None:
    """Each cap has a code of its own; a cut-off gzip is the reader's to judge, not a danger."""
    file = io.BytesIO(content)
    media = sniffing.media_of("a", file)
    if not code:
        sniffing.check_archive("a", media, file, entries=10, unpacked=4 * MIB)
        return
    with pytest.raises(Problem) as refused:
        sniffing.check_archive("a", media, file, entries=10, unpacked=4 * MIB)
    assert refused.value.code == code


@pytest.mark.parametrize("padding", [0, sniffing.STEP - 2])
def test_entries_are_counted_before_the_directory_is_loaded(padding: int) -> None:
    """A directory of a million lines fits into an allowed file and would fill the memory."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("first", b"x" * padding)
        for n in range(19):
            archive.writestr(str(n), b"")
    sniffing.check_directory("a.zip", packed, 20)
    with pytest.raises(Problem) as refused:
        sniffing.check_directory("a.zip", packed, 19)
    assert refused.value.code == "archive-entries"


def test_other_files_are_not_taken_for_archives() -> None:
    """Text that speaks of archives has no entries."""
    sniffing.check_directory("a.md", io.BytesIO(b"of zip files: " + sniffing.ENTRY * 100), 10)
