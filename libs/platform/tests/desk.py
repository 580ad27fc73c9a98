"""A service of one's own on the real servers: what it takes is handed to the test."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import aio_pika
from aio_pika.abc import AbstractIncomingMessage

from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import SubmissionFailed, SubmissionParsed
from gonogo_platform.errors import GonogoError
from gonogo_platform.service import Service, connect
from gonogo_platform.settings import PlatformSettings

QUEUE = "console.events"
SECONDS = 20.0
"""Longer than anything here takes; the tests wait for things, not for time."""


def parsed(submission: UUID | None = None) -> SubmissionParsed:
    """Some event."""
    return SubmissionParsed(
        submission_id=submission or uuid4(),
        project="payments",
        release="1",
        received_at=datetime.now(UTC),
        reader_version="1",
        claims=1,
        facts=1,
        problems=0,
    )


@dataclass
class Desk:
    """The service, and what its queue brought."""

    service: Service
    taken: list[Envelope[Any]] = field(default_factory=list)
    behave: Callable[[Envelope[Any]], Awaitable[None]] | None = None

    async def handle(self, envelope: Envelope[Any]) -> None:
        """Notes the event, then does what the test wants."""
        self.taken.append(envelope)
        if self.behave is not None:
            await self.behave(envelope)

    def of(self, submission: UUID) -> list[Envelope[Any]]:
        """What came about one submission."""
        return [envelope for envelope in self.taken if envelope.data.submission_id == submission]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for something to come true."""
        async with asyncio.timeout(SECONDS):
            while not holds():
                await asyncio.sleep(0.02)

    async def dead_letter(self, matches: Callable[[AbstractIncomingMessage], bool]) -> AbstractIncomingMessage:
        """Waits for a dead letter of the queue and takes it away."""
        connection = await aio_pika.connect(self.service.settings.rabbitmq_url.get_secret_value())
        async with connection, asyncio.timeout(SECONDS):
            channel = await connection.channel()
            dead = await channel.get_queue(self.service.topology.dead_letters)
            while True:
                letter = await dead.get(fail=False)
                if letter is None:
                    await asyncio.sleep(0.05)
                elif matches(letter):
                    await letter.ack()
                    return letter


@asynccontextmanager
async def desk(settings: PlatformSettings, *, consume: bool = True) -> AsyncIterator[Desk]:
    """A running console-like service without the console's code."""
    async with AsyncExitStack() as stack:
        service = await connect("console", settings, stack)
        made = Desk(service)
        if consume:
            service.consume(QUEUE, made.handle, failed)
            await service.broker.start()
        relay = asyncio.ensure_future(service.relay.run())
        try:
            yield made
        finally:
            relay.cancel()
            with suppress(asyncio.CancelledError):
                await relay


def failed(event: Any, error: GonogoError) -> SubmissionFailed:
    """Tells of a failure."""
    return SubmissionFailed.of(event, "test", error.code, error.message)
