"""From stored bytes to readings: each content is read once, in a worker process."""

import asyncio
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from gonogo_contracts.events import SubmissionReceived
from gonogo_parser import store
from gonogo_parser.work import Counts, Done, read
from gonogo_platform.errors import Permanent, Transient
from gonogo_platform.postgres import Database
from gonogo_platform.redis import Cache
from gonogo_platform.workers import Workers
from gonogo_review.packing import Source

UNKNOWN = "submission-unknown"
"""Code of an event about a submission that does not exist."""

AT_ONCE = 4
"""Files that are read at once, however many uploads are in hand: each holds a database connection, then a worker."""


class Reader:
    """Knows what was read before, and reads the rest."""

    def __init__(self, database: Database, cache: Cache, workers: Workers, *, keep: timedelta) -> None:
        self._database = database
        self._cache = cache
        self._workers = workers
        self._keep = keep
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def read(self, event: SubmissionReceived) -> tuple[list[Counts], list[Done]]:
        """What was read before, and what was read now.

        Raises:
            Permanent: no such submission, its bytes are not stored, or reading them broke a limit.
        """
        sources = [Source("report", event.report.name, event.report.sha256)]
        sources += [Source("evidence", upload.name, upload.sha256) for upload in event.evidence]
        async with self._database.connection() as connection:
            if not await store.exists(connection, event.submission_id):
                raise Permanent(
                    UNKNOWN, f"there is no submission {event.submission_id}; the event names one never stored"
                )
            known = await store.known(connection, sources)
        missing = list(dict.fromkeys(source for source in sources if source not in known))
        return list(known.values()), await self._read_all(missing)

    async def cache(self, fresh: Sequence[Done]) -> None:
        """Keeps the readings where the scorer looks first."""
        await self._cache.put_many({done.source.key: done.packed for done in fresh}, self._keep)

    async def _read_all(self, sources: Sequence[Source]) -> list[Done]:
        """All or none: the first failure ends the others, and a permanent one is told before a transient one."""
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._read_one(source)) for source in sources]
        except ExceptionGroup as failures:
            raise min(failures.exceptions, key=lambda error: not isinstance(error, Permanent)) from None
        return [task.result() for task in tasks]

    async def _read_one(self, source: Source) -> Done:
        async with self._at_once:
            return await self._fetch_and_read(source)

    async def _fetch_and_read(self, source: Source) -> Done:
        with tempfile.TemporaryDirectory(prefix="gonogo-") as folder:
            path = Path(folder) / "body"
            with path.open("wb") as file:
                size = 0
                async with self._database.transaction() as connection:
                    async for piece in store.body(connection, source.sha256):
                        size += len(piece)
                        await asyncio.to_thread(_write, file, piece)
            if size == 0 and not await self._stored(source):
                raise Permanent("body-missing", f"the bytes of {source.name} are not stored")
            return await self._workers.run(read, source, str(path))

    async def _stored(self, source: Source) -> bool:
        async with self._database.connection() as connection:
            return await store.has_body(connection, source.sha256)


def _write(file: BinaryIO, piece: bytes) -> None:
    """Raises Transient where the disk is full: other files will be done with."""
    try:
        file.write(piece)
        file.flush()
    except OSError as error:
        text = f"no room for a file that is to be read, in {tempfile.gettempdir()}: {error.strerror}"
        raise Transient("no-room", text) from error
