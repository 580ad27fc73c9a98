"""Where a submission's readings come from: the cache first, the parser's table as the truth."""

from typing import NamedTuple

from gonogo_platform.postgres import Database
from gonogo_platform.redis import Cache
from gonogo_scorer import store
from gonogo_scorer.store import Case


class Packed(NamedTuple):
    """The readings of a submission, packed."""

    report: bytes
    evidence: tuple[bytes, ...]


class Readings:
    """Finds readings, in one round trip to each place that is asked."""

    def __init__(self, database: Database, cache: Cache) -> None:
        self._database = database
        self._cache = cache

    async def of(self, case: Case) -> Packed | None:
        """All readings of the submission; None where one is neither cached nor stored by this version: the parser is of
        another version, or was when it read."""
        found = dict(zip(case.files, await self._cache.get_many([file.key for file in case.files]), strict=True))
        missing = [file for file, packed in found.items() if packed is None]
        if missing:
            async with self._database.connection() as connection:
                found.update(await store.readings(connection, missing))
        ready = [packed for file in case.files if (packed := found[file]) is not None]
        if len(ready) < len(case.files):
            return None
        return Packed(ready[0], tuple(ready[1:]))
