"""The notifier on the real PostgreSQL and RabbitMQ, with channels that answer as the test wants."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import aio_pika
import pytest
import pytest_asyncio
from aiohttp import web
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from gonogo_cli.suite.installation import Installation
from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import NotificationDelivered, NotificationFailed, NotificationRequested, PreviousReview
from gonogo_platform.broker import ATTEMPT, CAUSE
from services.notifier.tests.examples import REQUESTED, failed
from services.notifier.tests.office import SECONDS, Office, office, sealed

pytestmark = pytest.mark.integration

SLACK, EMAIL = ("default", "slack"), ("default", "email")


@pytest_asyncio.fixture
async def notifier(installation: Installation) -> AsyncIterator[Office]:
    """With the default route: Slack and email hear everything."""
    async with office(installation) as made:
        yield made


def answers(status: int, count: int = 1) -> list[web.Response | None]:
    return [web.Response(status=status, text="no_service") for _ in range(count)]


async def test_a_verdict_reaches_every_channel(notifier: Office) -> None:
    """With the change from the project's previous review; rows, events and metrics say so."""
    before = await notifier.judge("NO-GO", release="2.3.1", score=48.0, credibility=60.0)
    event = await notifier.judge(previous=PreviousReview(before.review_id, "NO-GO", 48.0))
    envelope = await notifier.say(event)
    assert await notifier.settled(event.submission_id, 2) == {
        SLACK: ("delivered", 1, None),
        EMAIL: ("delivered", 1, None),
    }
    (post,) = notifier.posts(event.submission_id)
    assert "▲ 23.5 since 2.3.1 (NO-GO)" in str(post)
    (subject,) = notifier.emails(event.submission_id)
    assert subject.startswith("[gonogo] HOLD payments 2.4.0: Line 21 says that load testing is completed")
    said = await notifier.said(envelope.correlation_id)
    assert [type(one) for one in said[:2]] == [NotificationRequested] * 2
    assert {(type(one), one.channel, one.attempts) for one in said[2:]} == {
        (NotificationDelivered, "slack", 1),
        (NotificationDelivered, "email", 1),
    }
    registry = notifier.service.metrics.registry
    for channel in ("slack", "email"):
        await notifier.handled(f"notifier.{channel}", 1)
        labels = {"service": "notifier", "channel": channel}
        assert registry.get_sample_value("gonogo_deliveries_total", {**labels, "result": "delivered"}) == 1
        assert registry.get_sample_value("gonogo_upload_to_delivery_seconds_count", labels) == 1


async def test_one_trace_from_the_event_to_the_channels(notifier: Office) -> None:
    """What one upload caused can be seen in one picture, the outgoing calls among it."""
    spans = InMemorySpanExporter()
    notifier.service.tracer_provider.add_span_processor(SimpleSpanProcessor(spans))
    event = await notifier.judge()
    with notifier.service.tracer_provider.get_tracer("test").start_as_current_span("upload") as upload:
        await notifier.say(event)
    await notifier.settled(event.submission_id, 2)
    sends = [span for span in spans.get_finished_spans() if span.name in ("send slack", "send email")]
    assert {span.name for span in sends} == {"send slack", "send email"}
    assert {span.context.trace_id for span in sends if span.context} == {upload.get_span_context().trace_id}


async def test_a_review_of_another_version_is_a_dead_letter(notifier: Office) -> None:
    """Trying again would read it no better."""
    event = await notifier.judge()
    newer = b'{"schema":"gonogo.review/9"}'
    await notifier.query("update scorer.review set body = $2 where id = $1", event.review_id, newer)
    await notifier.say(event)
    assert await notifier.settled(event.submission_id, 2) == {
        SLACK: ("failed", 0, "review-unreadable"),
        EMAIL: ("failed", 0, "review-unreadable"),
    }


async def test_the_same_event_twice_is_told_once(notifier: Office) -> None:
    """A broker may give a message twice."""
    event = await notifier.judge()
    envelope = await notifier.say(event, times=3)
    await notifier.handled("notifier.decide", 3)
    await notifier.settled(event.submission_id, 2)
    assert len(notifier.posts(event.submission_id)) == len(notifier.emails(event.submission_id)) == 1
    said = await notifier.said(envelope.correlation_id)
    assert [type(one) for one in said].count(NotificationRequested) == 2


async def test_a_delivery_that_is_made_is_not_made_again(notifier: Office) -> None:
    """Whoever asks for it once more."""
    event = await notifier.judge()
    envelope = await notifier.say(event)
    await notifier.settled(event.submission_id, 2)
    for request in (await notifier.said(envelope.correlation_id))[:2]:
        await notifier.say(request)
    await notifier.handled("notifier.slack", 2)
    await notifier.handled("notifier.email", 2)
    assert len(notifier.posts(event.submission_id)) == len(notifier.emails(event.submission_id)) == 1


async def test_a_dead_channel_neither_blocks_nor_repeats_another(notifier: Office) -> None:
    """Slack refuses, the email arrives once; the refusal is a row, an event, a metric and a dead letter."""
    notifier.slack.answers = answers(404)
    event = await notifier.judge()
    envelope = await notifier.say(event)
    assert await notifier.settled(event.submission_id, 2) == {
        SLACK: ("failed", 1, "channel-refused"),
        EMAIL: ("delivered", 1, None),
    }
    (told,) = [one for one in await notifier.said(envelope.correlation_id) if isinstance(one, NotificationFailed)]
    assert (told.channel, told.attempts, told.message) == ("slack", 1, "Slack answered 404 (no_service)")
    await notifier.handled("notifier.slack", 1)
    labels = {"service": "notifier", "channel": "slack", "result": "failed"}
    assert notifier.service.metrics.registry.get_sample_value("gonogo_deliveries_total", labels) == 1
    letter = await dead_letter(notifier, envelope)
    assert letter.headers[CAUSE] == "channel-refused"
    assert len(notifier.emails(event.submission_id)) == 1


async def test_a_slow_channel_does_not_hold_another(notifier: Office) -> None:
    """Slack does not answer; the email does not wait for it."""
    notifier.slack.answers = [None]
    event = await notifier.judge()
    await notifier.say(event)
    assert await notifier.settled(event.submission_id, 1) == {
        SLACK: ("pending", 0, None),
        EMAIL: ("delivered", 1, None),
    }
    notifier.slack.closing.set()
    await notifier.settled(event.submission_id, 2)


async def test_the_queue_tries_again(notifier: Office) -> None:
    """After a round of three attempts, later, until it gets through; the row counts every call."""
    notifier.slack.answers = answers(503, 3)
    event = await notifier.judge()
    await notifier.say(event)
    assert (await notifier.settled(event.submission_id, 2))[SLACK] == ("delivered", 4, None)
    assert len(notifier.emails(event.submission_id)) == 1


async def test_after_the_last_delay_it_is_given_up(notifier: Office) -> None:
    """The row says failed, and so does the event; replayed by an operator, it can still arrive."""
    notifier.slack.answers = [*answers(404), *answers(503, 3)]
    event = await notifier.judge()
    first = await notifier.say(event)
    await notifier.settled(event.submission_id, 2)
    await notifier.query("update notifier.delivery set state = 'pending' where submission_id = $1", event.submission_id)
    request = (await notifier.said(first.correlation_id))[0]
    assert request.channel == "slack"
    last = {ATTEMPT: len(notifier.service.topology.retry_delays)}
    again = sealed(request)
    await notifier.deliver_late(again, "notifier.slack", last)
    await notifier.until(lambda: is_so(notifier, event.submission_id, ("failed", 4, "channel-failed")))
    (told,) = [one for one in await notifier.said(again.correlation_id) if isinstance(one, NotificationFailed)]
    assert told.message == "gave up after 7 attempts; the last: Slack answered 503 (no_service)"
    await notifier.deliver_late(again, "notifier.slack", {})
    await notifier.until(lambda: is_so(notifier, event.submission_id, ("delivered", 5, None)))


async def test_twenty_at_once(installation: Installation, tmp_path: Path) -> None:
    """One delivery for each route and channel, none lost, none twice."""
    routes = tmp_path / "routes.yaml"
    routes.write_text(
        "routes:\n"
        "  - {name: all, slack: {}, email: {to: [anna@example.org]}}\n"
        "  - {name: stops, verdicts: [NO-GO], email: {to: [ben@example.org]}}\n"
    )
    async with office(installation, routes) as notifier:
        events = [await notifier.judge("NO-GO" if n % 2 else "GO") for n in range(20)]
        await asyncio.gather(*(notifier.say(event, times=2) for event in events))
        for event in events:
            expected = {("all", "slack"), ("all", "email")}
            expected |= {("stops", "email")} if event.verdict == "NO-GO" else set()
            settled = await notifier.settled(event.submission_id, len(expected))
            assert settled == dict.fromkeys(expected, ("delivered", 1, None))
            assert len(notifier.posts(event.submission_id)) == 1
            assert len(notifier.emails(event.submission_id)) == len(expected) - 1


async def test_judging_again_tells_only_a_changed_verdict(notifier: Office) -> None:
    """A thousand submissions rescored are not a thousand messages."""
    first = await notifier.judge("HOLD")
    await notifier.say(first)
    await notifier.settled(first.submission_id, 2)
    same = await notifier.judge("HOLD", submission=first.submission_id)
    await notifier.say(same, lane="bulk")
    await notifier.handled("notifier.decide.bulk", 1)
    changed = await notifier.judge("GO", submission=first.submission_id)
    await notifier.say(changed, lane="bulk")
    await notifier.settled(first.submission_id, 4)
    subjects = [subject.split()[1] for subject in notifier.emails(first.submission_id)]
    assert subjects == ["HOLD", "GO"]
    assert len(notifier.posts(first.submission_id)) == 2


async def test_a_failed_submission_is_told_with_what_to_do(notifier: Office) -> None:
    """Unless it keeps the verdict it had."""
    judged = await notifier.judge()
    await notifier.say(failed(submission_id=judged.submission_id))
    await notifier.handled("notifier.decide", 1)
    event = failed(submission_id=REQUESTED.delivery_id)
    await notifier.say(event)
    await notifier.settled(event.submission_id, 2)
    (subject,) = notifier.emails(event.submission_id)
    assert subject == "[gonogo] NOT JUDGED payments 2.4.0: report.pdf is encrypted; upload it without a password."
    assert await notifier.deliveries(judged.submission_id) == {}


async def test_a_delivery_that_is_not_there_is_a_dead_letter(notifier: Office) -> None:
    """With its cause."""
    letter = await dead_letter(notifier, await notifier.say(REQUESTED))
    assert letter.headers[CAUSE] == "delivery-unknown"


async def test_a_route_that_is_gone_is_a_dead_letter(installation: Installation, tmp_path: Path) -> None:
    """The routes changed between the decision and the delivery."""
    routes = tmp_path / "routes.yaml"
    routes.write_text("routes: [{name: new, slack: {}}]")
    async with office(installation) as old:
        old.slack.answers = answers(503, 9)
        event = await old.judge()
        await old.say(event)
        await old.settled(event.submission_id, 1)
    async with office(installation, routes) as notifier:
        state, _, code = (await notifier.settled(event.submission_id, 2))[SLACK]
        assert (state, code) == ("failed", "route-gone")


async def is_so(notifier: Office, submission: UUID, expected: tuple[str, int, str | None]) -> bool:
    """Whether the Slack delivery stands so."""
    return (await notifier.deliveries(submission))[SLACK] == expected


async def dead_letter(notifier: Office, envelope: Envelope[Any]) -> aio_pika.abc.AbstractIncomingMessage:
    """Waits for the dead letter of this chain of events."""
    connection = await aio_pika.connect(notifier.service.settings.rabbitmq_url.get_secret_value())
    async with connection, asyncio.timeout(SECONDS):
        channel = await connection.channel()
        dead = await channel.get_queue(notifier.service.topology.dead_letters)
        while True:
            letter = await dead.get(fail=False)
            if letter is None:
                await asyncio.sleep(0.05)
            elif letter.correlation_id == envelope.correlation_id:
                await letter.ack()
                return letter
