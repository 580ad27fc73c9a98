"""Who follows a submission hears at once that something happened to it, through Redis; without Redis, within a second.

Only 'look again' is said here; what there is to see is always read from PostgreSQL.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from gonogo_platform.redis import Cache

CHANNEL = "live"

POLL = 1.0
"""Seconds after which a follower looks again where Redis cannot tell it."""

SAFETY = 10.0
"""Seconds after which a follower looks again although nothing was said: a message may have been lost."""


class Live:
    """One subscription for the whole process, shared by all who follow."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._bells: dict[UUID, set[asyncio.Event]] = defaultdict(set)
        self._listening = False

    @property
    def patience(self) -> float:
        """Seconds to wait for a bell before looking again all the same."""
        return SAFETY if self._listening else POLL

    async def tell(self, submission: UUID) -> None:
        """Something happened to this submission."""
        await self._cache.publish(CHANNEL, str(submission).encode())

    async def run(self) -> None:
        """Until cancelled: hears what happened anywhere, and rings whom it concerns."""
        while True:
            async for message in self._cache.listen(CHANNEL):
                self._hear(message)
            self._listening = False
            self._ring_all()
            await asyncio.sleep(POLL)

    @contextmanager
    def following(self, submission: UUID) -> Iterator[asyncio.Event]:
        """A bell that rings when something happened to the submission."""
        bell = asyncio.Event()
        self._bells[submission].add(bell)
        try:
            yield bell
        finally:
            self._bells[submission].discard(bell)
            if not self._bells[submission]:
                del self._bells[submission]

    @property
    def followers(self) -> int:
        """How many follow now."""
        return sum(len(bells) for bells in self._bells.values())

    def _hear(self, message: bytes) -> None:
        if not message:  # subscribed: what happened before went unheard
            self._listening = True
            self._ring_all()
            return
        try:
            submission = UUID(message.decode())
        except ValueError:
            return
        for bell in self._bells.get(submission, ()):
            bell.set()

    def _ring_all(self) -> None:
        for bells in self._bells.values():
            for bell in bells:
                bell.set()
