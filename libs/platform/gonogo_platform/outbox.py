"""The transactional outbox: an event is a row of the transaction that changes the state, published after the commit.

The caller publishes at once after its commit, so that latency is not the relay's; whatever that missed (the broker was
gone, the process was killed) the relay publishes. An event may so be published twice; consumers are idempotent by id.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import msgspec
import structlog
from opentelemetry import context, propagate

from gonogo_contracts.envelope import Envelope, Event, encode
from gonogo_platform.broker import Publisher
from gonogo_platform.errors import Transient
from gonogo_platform.postgres import Connection, Database

log = structlog.get_logger()

BATCH = 200

HEAD_START = 2.0
"""Seconds the service's own publish has before the relay takes a row."""

SLOWEST = 15.0
"""Seconds between two looks while nothing can be sent. A full queue refuses an event that other queues have taken, and
every try gives those another copy."""

INSERT = """
insert into outbox (event_id, routing_key, correlation_id, headers, body) values ($1, $2, $3, $4, $5)
returning id
"""

TAKE = """
select id, event_id, routing_key, correlation_id, headers, body from outbox
where published_at is null and created_at < now() - make_interval(secs => $1)
order by id limit $2 for update skip locked
"""

DONE = "update outbox set published_at = now() where id = any($1::bigint[])"

STATE = """
select count(*) as rows, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
from outbox where published_at is null
"""

FORGET = (
    "delete from outbox where published_at < now() - make_interval(hours => $1)",
    "delete from inbox where at < now() - make_interval(hours => $1)",
)

FORGET_EVERY = 600.0
"""Seconds between two clean-ups of rows that nobody needs any more."""


class Waiting(msgspec.Struct, frozen=True):
    """An event that is committed or about to be, and not yet published."""

    row: int
    event_id: str
    routing_key: str
    correlation_id: str
    headers: dict[str, str]
    body: bytes


async def add(connection: Connection, envelope: Envelope[Event]) -> Waiting:
    """Writes the event into the caller's transaction, with the trace it belongs to."""
    headers: dict[str, str] = {}
    propagate.inject(headers)
    body = encode(envelope)
    row = await connection.fetchval(
        INSERT, envelope.id, envelope.routing_key, envelope.correlation_id, msgspec.json.encode(headers).decode(), body
    )
    return Waiting(row, str(envelope.id), envelope.routing_key, envelope.correlation_id, headers, body)


class Relay:
    """Publishes what the outbox holds."""

    def __init__(self, database: Database, publisher: Publisher, *, interval: float, keep_hours: int) -> None:
        self._database = database
        self._publisher = publisher
        self._interval = interval
        self._keep_hours = keep_hours
        self._forget_at = 0.0
        self.rows = 0
        self.oldest = 0.0
        """Seconds since the oldest unpublished event was written, at the last look."""

    async def publish_now(self, waiting: Sequence[Waiting]) -> None:
        """Right after the commit; what fails stays for the relay."""
        if not waiting:
            return
        with suppress(Transient):
            sent = await self._publish(waiting)
            async with self._database.connection() as connection:
                await connection.execute(DONE, sent)

    async def run(self) -> None:
        """Until cancelled: looks at what waits, then sends it. The look comes first, so that the age of what waits is
        known also while nothing can be sent."""
        pause = self._interval
        while True:
            try:
                await self._look()
                while await self.sweep() == BATCH:
                    pass
                pause = self._interval
            except Transient as error:
                pause = min(2 * pause, SLOWEST)
                log.warning("relay cannot work", code=error.code, error=error.message)
            await asyncio.sleep(pause)

    async def sweep(self, head_start: float = HEAD_START) -> int:
        """Publishes one batch of waiting rows; gives how many were published."""
        async with self._database.transaction() as connection:
            records = await connection.fetch(TAKE, head_start, BATCH)
            waiting = [
                Waiting(
                    r["id"],
                    str(r["event_id"]),
                    r["routing_key"],
                    r["correlation_id"],
                    msgspec.json.decode(r["headers"]),
                    r["body"],
                )
                for r in records
            ]
            sent = await self._publish(waiting) if waiting else []
            await connection.execute(DONE, sent)
            return len(sent)

    async def _look(self) -> None:
        async with self._database.connection() as connection:
            state = await connection.fetchrow(STATE)
            await self._forget(connection)
        if state is not None:
            self.rows, self.oldest = state["rows"], state["oldest"]

    async def _forget(self, connection: Connection) -> None:
        if (now := asyncio.get_running_loop().time()) >= self._forget_at:
            self._forget_at = now + FORGET_EVERY
            for statement in FORGET:
                await connection.execute(statement, self._keep_hours)

    async def _publish(self, waiting: Sequence[Waiting]) -> list[int]:
        """Rows whose event the broker has confirmed; all confirms are awaited together."""
        results = await asyncio.gather(*(self._publish_one(event) for event in waiting), return_exceptions=True)
        sent = [event.row for event, result in zip(waiting, results, strict=True) if result is None]
        failures = [result for result in results if isinstance(result, BaseException)]
        if failures and not sent:
            raise failures[0]
        return sent

    async def _publish_one(self, event: Waiting) -> None:
        token = context.attach(propagate.extract(event.headers))
        try:
            await self._publisher.publish_event(
                event.body, event.routing_key, message_id=event.event_id, correlation_id=event.correlation_id
            )
        finally:
            context.detach(token)
