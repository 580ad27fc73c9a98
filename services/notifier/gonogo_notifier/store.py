"""The SQL of the notifier: one row for each message to one place."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import msgspec

from gonogo_contracts.events import ReviewScored, SubmissionFailed
from gonogo_notifier.content import Before
from gonogo_notifier.routes import ChannelName, Told
from gonogo_platform.errors import GonogoError
from gonogo_platform.postgres import Connection, Database

ADD = """
insert into delivery (id, event_id, submission_id, review_id, channel, route, state, event_type, event)
values ($1, $2, $3, $4, $5, $6, 'pending', $7, $8)
on conflict (event_id, route, channel) do nothing
returning true
"""

LOAD = """
select delivery.channel, delivery.route, delivery.state, delivery.event_type, delivery.event,
       review.body, previous.release as previous_release, previous.credibility as previous_credibility
from delivery
left join scorer.review review on review.id = delivery.review_id
left join scorer.review previous on previous.id = (delivery.event -> 'previous' ->> 'review_id')::uuid
where delivery.id = $1
"""

TRIED = """
update delivery set attempts = attempts + $2, code = $3, message = $4 where id = $1 and state <> 'delivered'
"""

DELIVERED = """
update delivery
set state = 'delivered', attempts = attempts + $2, code = null, message = nullif($3, ''), settled_at = now()
where id = $1 and state <> 'delivered'
returning attempts
"""

FAILED = """
update delivery set state = 'failed', code = $2, message = $3, settled_at = now()
where id = $1 and state = 'pending'
returning attempts
"""

VERDICT_BEFORE = """
select earlier.verdict from scorer.review earlier, scorer.review this
where this.id = $2 and earlier.submission_id = $1 and earlier.id <> this.id and earlier.scored_at <= this.scored_at
order by earlier.scored_at desc limit 1
"""

JUDGED = "select exists (select from scorer.review where submission_id = $1)"

MAX_MESSAGE = 500
"""Characters kept of why a delivery failed."""

EVENTS: dict[str, type[Told]] = {ReviewScored.TYPE: ReviewScored, SubmissionFailed.TYPE: SubmissionFailed}


@dataclass(frozen=True)
class Delivery:
    """One message to one place, and what it tells of."""

    channel: str
    route: str
    state: Literal["pending", "delivered", "failed"]
    event: Told
    review: bytes | None
    """`gonogo.review/1` where the event is a verdict."""
    before: Before | None


class Store:
    """Deliveries in schema `notifier`, and what they tell of in schema `scorer`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, connection: Connection, delivery_id: UUID, event_id: UUID, event: Told, route: str, channel: ChannelName
    ) -> bool:
        """Notes a delivery that is due; false where it is already noted."""
        review_id = event.review_id if isinstance(event, ReviewScored) else None
        data = msgspec.json.encode(event).decode()
        values = (delivery_id, event_id, event.submission_id, review_id, channel, route, event.TYPE, data)
        return await connection.fetchval(ADD, *values) is True

    async def load(self, delivery_id: UUID) -> Delivery | None:
        """The delivery with the review and the one before it."""
        async with self._database.connection() as connection:
            row = await connection.fetchrow(LOAD, delivery_id)
        if row is None:
            return None
        event: Told = msgspec.json.decode(row["event"], type=EVENTS[row["event_type"]])
        release = row["previous_release"]
        before = None if release is None else Before(release, row["previous_credibility"])
        return Delivery(row["channel"], row["route"], row["state"], event, row["body"], before)

    async def verdict_before(self, submission_id: UUID, review_id: UUID) -> str | None:
        """The verdict of the same submission's review before this one."""
        async with self._database.connection() as connection:
            verdict: str | None = await connection.fetchval(VERDICT_BEFORE, submission_id, review_id)
            return verdict

    async def is_judged(self, submission_id: UUID) -> bool:
        """Whether the submission has a verdict, of whatever rubric."""
        async with self._database.connection() as connection:
            return await connection.fetchval(JUDGED, submission_id) is True

    async def tried(self, delivery_id: UUID, attempts: int, error: GonogoError) -> None:
        """Notes attempts that failed, and why the last one did."""
        async with self._database.connection() as connection:
            await connection.execute(TRIED, delivery_id, attempts, error.code, error.message[:MAX_MESSAGE])

    async def delivered(self, connection: Connection, delivery_id: UUID, attempts: int, remark: str) -> int | None:
        """Settles it; gives all attempts that were made, or None where it was delivered before."""
        total: int | None = await connection.fetchval(DELIVERED, delivery_id, attempts, remark)
        return total

    async def failed(self, connection: Connection, delivery_id: UUID, error: GonogoError) -> int | None:
        """Settles it; gives all attempts that were made, or None where it was settled before."""
        total: int | None = await connection.fetchval(FAILED, delivery_id, error.code, error.message[:MAX_MESSAGE])
        return total
