"""An uploaded file on its way in: hashed as it arrives, in memory while small, else in a temporary file."""

import asyncio
import hashlib
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

PIECE = 512 * 1024
"""Bytes that are collected before they are hashed and written, off the event loop; and the size of a stored piece."""


class Spool:
    """Bytes written once and then read as often as needed."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._waiting = bytearray()
        spooled = tempfile.SpooledTemporaryFile(max_size=PIECE)  # noqa: SIM115 - `close` ends it
        self.file = cast("BinaryIO", spooled)
        self.size = 0

    async def write(self, data: bytes) -> None:
        """Takes some bytes.

        Raises:
            OSError: the disk is full, or the folder for temporary files is gone.
        """
        self._waiting += data
        self.size += len(data)
        if len(self._waiting) >= PIECE:
            await asyncio.to_thread(self._flush)

    async def finish(self) -> str:
        """The SHA-256 of everything, in hexadecimal."""
        await asyncio.to_thread(self._flush)
        return self._hash.hexdigest()

    def pieces(self) -> Iterator[bytes]:
        """The content, piece by piece."""
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece

    def close(self) -> None:
        """Forgets the content."""
        self.file.close()

    def _flush(self) -> None:
        self._hash.update(self._waiting)
        self.file.write(self._waiting)
        self._waiting = bytearray()
