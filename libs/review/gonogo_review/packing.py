"""How a reading travels and is kept: JSON, compressed."""

import zlib
from typing import Literal, NamedTuple

import msgspec

from gonogo_review.evidence import EVIDENCE_VERSION
from gonogo_review.model import EvidenceReading, Reading
from gonogo_review.version import READER_VERSION

LEVEL = 1
"""The fastest: a reading shrinks to a fifth already, and it is packed more often than it is stored."""

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes; a pack that grows beyond is none of ours."""


VERSION = {"report": READER_VERSION, "evidence": EVIDENCE_VERSION}


class Source(NamedTuple):
    """One content under one name, which can decide between formats."""

    kind: Literal["report", "evidence"]
    name: str
    sha256: str

    @property
    def version(self) -> str:
        """Of the code that reads it: another version reads anew."""
        return VERSION[self.kind]

    @property
    def key(self) -> str:
        """The name under which the parser caches its reading, and the scorer looks for it."""
        return f"reading:{self.kind}:{self.version}:{self.sha256}:{self.name}"


def pack(reading: Reading | EvidenceReading) -> bytes:
    """The reading as bytes; the same reading always gives the same bytes."""
    return zlib.compress(msgspec.json.encode(reading), LEVEL)


def unpack_report(packed: bytes) -> Reading:
    """What `pack` made of a report's reading.

    Raises:
        ValueError: the bytes are no packed reading.
    """
    return msgspec.json.decode(_inflate(packed), type=Reading)


def unpack_evidence(packed: bytes) -> EvidenceReading:
    """What `pack` made of an evidence file's reading.

    Raises:
        ValueError: the bytes are no packed reading.
    """
    return msgspec.json.decode(_inflate(packed), type=EvidenceReading)


def _inflate(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        body = inflater.decompress(packed, MAX_UNPACKED)
    except zlib.error as error:
        raise ValueError(f"no packed reading: {error}") from error
    if not inflater.eof:
        raise ValueError(f"a packed reading is cut off or larger than {MAX_UNPACKED} bytes")
    return body
