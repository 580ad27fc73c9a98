"""Idempotency: the mark that an event was handled commits with what its handling changed."""

from uuid import UUID

from gonogo_platform.postgres import Connection

MARK = "insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning true"


async def first_time(connection: Connection, consumer: str, event_id: UUID) -> bool:
    """Marks the event as handled by this consumer; false where it was already.

    A second consumer of the same event waits here until the first one's transaction ends.
    """
    return await connection.fetchval(MARK, consumer, event_id) is True
