"""A running notifier on the real servers, its channels leading to servers of the test."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from faststream.rabbit import RabbitExchange

from gonogo_cli.suite.installation import Installation
from gonogo_contracts import review as reviews
from gonogo_contracts.envelope import Envelope, Event, Lane, decode, encode
from gonogo_contracts.events import CATALOGUE, ReviewScored
from gonogo_contracts.review import Verdict
from gonogo_notifier.app import build
from gonogo_platform.clock import new_id, now
from gonogo_platform.service import Service
from services.notifier.tests.examples import HOLD_REASONS, review, scored
from services.notifier.tests.running import settings
from services.notifier.tests.servers import Mailbox, Webhook, mailbox, webhook

SECONDS = 30.0
"""Longer than anything here takes; the tests wait for things, not for time."""

INSERT = """
insert into scorer.review
    (id, submission_id, project, release, verdict, score, credibility, rubric_name, rubric_version, body, received_at,
     scored_at)
values ($1, $2, $3, $4, $5, $6, $7, 'default', '1', $8, $9, $10)
"""


def sealed(event: Event, lane: Lane = "interactive") -> Envelope[Any]:
    """The event on its way, with identifiers of its own."""
    return Envelope(
        id=new_id(),
        type=event.TYPE,
        version=event.VERSION,
        time=now(),
        correlation_id=uuid4().hex,
        lane=lane,
        data=event,
    )


@dataclass
class Office:
    """The service, where its messages go, and what a test asks of the database."""

    service: Service
    slack: Webhook
    mail: Mailbox
    owner_url: str

    async def judge(self, verdict: Verdict = "HOLD", *, submission: UUID | None = None, **other: Any) -> ReviewScored:
        """A review as the scorer leaves it, and the event that tells of it."""
        values = {"submission_id": submission or uuid4(), "review_id": new_id(), "received_at": now(), **other}
        event = scored(verdict, **values)
        body = reviews.encode(review(verdict, HOLD_REASONS))
        about = (event.review_id, event.submission_id, event.project, event.release)
        numbers = (verdict, event.score, event.credibility, body, event.received_at, now())
        await self.query(INSERT, *about, *numbers)
        return event

    async def say(self, event: Event, lane: Lane = "interactive", times: int = 1) -> Envelope[Any]:
        """Publishes the event, the same one several times where asked."""
        envelope = sealed(event, lane)
        for _ in range(times):
            await self.publish(envelope)
        return envelope

    async def publish(self, envelope: Envelope[Any]) -> None:
        """Publishes an event as the outbox does."""
        await self.service.publisher.publish_event(
            encode(envelope),
            envelope.routing_key,
            message_id=str(envelope.id),
            correlation_id=envelope.correlation_id,
        )

    async def deliver_late(self, envelope: Envelope[Any], queue: str, headers: dict[str, Any]) -> None:
        """Hands an event straight to a queue, as a retry does."""
        name = self.service.topology.queues[queue].name
        await self.service.broker.publish(
            encode(envelope), exchange=RabbitExchange(""), routing_key=name, headers=headers
        )

    async def query(self, sql: str, *arguments: object) -> list[asyncpg.Record]:
        """With the owner's rights."""
        connection = await asyncpg.connect(self.owner_url)
        try:
            return await connection.fetch(sql, *arguments)
        finally:
            await connection.close()

    async def deliveries(self, submission: UUID) -> dict[tuple[str, str], tuple[str, int, str | None]]:
        """Route and channel → state, attempts, code; of an event that is told."""
        rows = await self.query("select * from notifier.delivery where submission_id = $1", submission)
        return {(row["route"], row["channel"]): (row["state"], row["attempts"], row["code"]) for row in rows}

    async def settled(self, submission: UUID, count: int) -> dict[tuple[str, str], tuple[str, int, str | None]]:
        """Waits until so many deliveries are delivered or failed."""
        sql = "select count(*) from notifier.delivery where submission_id = $1 and state <> 'pending'"

        async def holds() -> bool:
            return bool((await self.query(sql, submission))[0][0] == count)

        await self.until(holds)
        return await self.deliveries(submission)

    async def said(self, correlation_id: str) -> list[Any]:
        """What the notifier said of it, in order."""
        sql = "select body from notifier.outbox where correlation_id = $1 order by id"
        return [decode(row["body"], CATALOGUE).data for row in await self.query(sql, correlation_id)]

    async def handled(self, queue: str, count: int) -> None:
        """Waits until so many messages of a queue are settled, whatever came of them."""
        name = self.service.topology.queues[queue].name
        registry = self.service.metrics.registry

        async def holds() -> bool:
            results = ("done", "retried", "failed")
            labels = [{"service": "notifier", "queue": name, "result": result} for result in results]
            found = [registry.get_sample_value("gonogo_stage_duration_seconds_count", one) for one in labels]
            return sum(one or 0 for one in found) >= count

        await self.until(holds)

    async def until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Waits for something to come true."""
        async with asyncio.timeout(SECONDS):
            while not await holds():
                await asyncio.sleep(0.05)

    def emails(self, submission: UUID) -> list[str]:
        """Subjects of the emails about a submission."""
        return [str(mail["Subject"]) for mail in self.mail.mails if str(submission) in mail.as_string()]

    def posts(self, submission: UUID) -> list[Any]:
        """Slack messages about a submission."""
        return [call for call in self.slack.calls if str(submission) in str(call)]


@asynccontextmanager
async def office(installation: Installation, routes: Path | None = None, **extra: Any) -> AsyncIterator[Office]:
    """The notifier of an installation while the block lasts."""
    async with webhook() as slack, mailbox() as mail, AsyncExitStack() as stack:
        environment = {
            name.removeprefix("GONOGO_").lower(): value for name, value in installation.environment("notifier").items()
        }
        channels = {
            "slack_webhook_url": slack.url,
            "smtp_url": f"smtp://127.0.0.1:{mail.port}",
            "email_from": "gonogo@example.org",
            "email_to": "anna@example.org",
            "routes_file": str(routes or ""),
        }
        service = await build(settings(**{**environment, **channels, **extra}), stack)
        await service.broker.start()
        relay = asyncio.ensure_future(service.relay.run())
        try:
            yield Office(service, slack, mail, installation.owner_url)
        finally:
            slack.closing.set()
            relay.cancel()
            with suppress(asyncio.CancelledError):
                await relay
