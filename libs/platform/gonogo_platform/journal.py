"""One transaction for the state change, the inbox mark and the outgoing events; then the publish."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from gonogo_contracts.envelope import Envelope, Event, Lane
from gonogo_platform import inbox, outbox
from gonogo_platform.clock import new_id, now
from gonogo_platform.outbox import Relay, Waiting
from gonogo_platform.postgres import Connection, Database


@dataclass
class Unit:
    """An open transaction and what it is to say."""

    connection: Connection
    correlation_id: str
    lane: Lane
    cause: Envelope[Any] | None = None
    first: bool = True
    """False where this consumer has handled the event before: there is nothing to do."""
    waiting: list[Waiting] = field(default_factory=list)

    async def emit(self, event: Event) -> None:
        """Says the event when the transaction commits."""
        envelope = Envelope(
            id=new_id(),
            type=event.TYPE,
            version=event.VERSION,
            time=now(),
            correlation_id=self.correlation_id,
            causation_id=self.cause.id if self.cause else None,
            lane=self.lane,
            data=event,
        )
        self.waiting.append(await outbox.add(self.connection, envelope))


class Journal:
    """Opens units of work and publishes what they said."""

    def __init__(self, database: Database, relay: Relay) -> None:
        self._database = database
        self._relay = relay

    @asynccontextmanager
    async def handling(self, consumer: str, envelope: Envelope[Any]) -> AsyncIterator[Unit]:
        """The unit that handles an event; look at `first` before doing anything."""
        async with self._database.transaction() as connection:
            first = await inbox.first_time(connection, consumer, envelope.id)
            unit = Unit(connection, envelope.correlation_id, envelope.lane, envelope, first)
            yield unit
        await self._relay.publish_now(unit.waiting)

    @asynccontextmanager
    async def beginning(self, correlation_id: str, lane: Lane = "interactive") -> AsyncIterator[Unit]:
        """The unit that begins a chain of events: a request, a command."""
        async with self._database.transaction() as connection:
            unit = Unit(connection, correlation_id, lane)
            yield unit
        await self._relay.publish_now(unit.waiting)
