"""Nothing lost, nothing twice, and two kinds of failure: on the real PostgreSQL and RabbitMQ."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import aio_pika
import pytest
import pytest_asyncio
from faststream.rabbit import RabbitExchange

from gonogo_contracts.envelope import Envelope
from gonogo_platform import outbox
from gonogo_platform.broker import ATTEMPT, CAUSE, ERROR
from gonogo_platform.declaring import depth
from gonogo_platform.errors import Permanent, Transient
from gonogo_platform.settings import PlatformSettings
from libs.platform.tests.desk import QUEUE, Desk, desk, parsed

pytestmark = pytest.mark.integration


@pytest_asyncio.fixture
async def one(settings: PlatformSettings) -> AsyncIterator[Desk]:
    """A service that takes every event of the interactive lane."""
    async with desk(settings) as made:
        yield made


async def waiting(one: Desk) -> int:
    async with one.service.database.connection() as connection:
        return int(await connection.fetchval("select count(*) from outbox where published_at is null"))


async def test_an_event_arrives_after_the_commit(one: Desk) -> None:
    """What a transaction says, a consumer hears; the trace and the correlation id come along."""
    event = parsed()
    async with one.service.journal.beginning("correlation-1") as unit:
        await unit.emit(event)
        await asyncio.sleep(0.2)
        assert one.of(event.submission_id) == []
    await one.until(lambda: len(one.of(event.submission_id)) == 1)
    assert one.taken[-1].correlation_id == "correlation-1"
    assert await waiting(one) == 0


async def test_nothing_is_said_of_what_was_rolled_back(one: Desk) -> None:
    """An event of a transaction that failed does not exist."""
    event, marker = parsed(), parsed()

    async def fail_after_saying() -> None:
        async with one.service.journal.beginning("c") as unit:
            await unit.emit(event)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_saying()
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(marker)
    await one.until(lambda: len(one.of(marker.submission_id)) == 1)
    assert one.of(event.submission_id) == []


async def test_the_relay_says_what_the_process_could_not(one: Desk) -> None:
    """A commit without a publish (a killed process) is made good."""
    event = parsed()
    async with one.service.database.transaction() as connection:
        envelope = Envelope(
            id=uuid4(),
            type=event.TYPE,
            version=1,
            time=event.received_at,
            correlation_id="c",
            data=event,
        )
        await outbox.add(connection, envelope)
    await one.until(lambda: len(one.of(event.submission_id)) == 1)
    async with asyncio.timeout(10):
        while await waiting(one):
            await asyncio.sleep(0.02)


async def test_the_same_event_is_handled_once(one: Desk) -> None:
    """The broker may deliver twice; the state changes once, and one consequence is said."""
    event, effects = parsed(), []

    async def effect(envelope: Envelope[Any]) -> None:
        async with one.service.journal.handling("effect", envelope) as unit:
            if unit.first:
                effects.append(envelope.id)

    one.behave = effect
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    body = unit.waiting[0].body
    await one.service.publisher.publish_event(body, "interactive.submission.parsed", message_id="x", correlation_id="c")
    await one.until(lambda: len(one.of(event.submission_id)) == 2)
    assert len(effects) == 1


async def test_a_transient_failure_is_tried_again(one: Desk) -> None:
    """It comes back by itself, and what was wrong in between leaves no trace."""
    event = parsed()

    async def fail_first(envelope: Envelope[Any]) -> None:
        if len(one.of(envelope.data.submission_id)) == 1:
            raise Transient("not-yet", "the moment is wrong")

    one.behave = fail_first
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    await one.until(lambda: len(one.of(event.submission_id)) == 2)


async def test_a_permanent_failure_is_a_dead_letter_with_its_cause(one: Desk) -> None:
    """It is told as an event, and an operator can see why."""
    event = parsed()

    async def refuse(envelope: Envelope[Any]) -> None:
        if envelope.type == "submission.parsed":
            raise Permanent("unreadable", "the file is encrypted")

    one.behave = refuse
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    sent = unit.waiting[0].event_id
    letter = await one.dead_letter(lambda letter: letter.message_id == sent)
    assert letter.headers[CAUSE] == "unreadable"
    assert letter.headers[ERROR] == "the file is encrypted"
    await one.until(lambda: [e.type for e in one.of(event.submission_id)] == ["submission.parsed", "submission.failed"])


async def test_what_never_succeeds_is_given_up(one: Desk) -> None:
    """After the last delay a transient failure is a dead letter too."""
    event = parsed()

    async def fail(envelope: Envelope[Any]) -> None:
        if envelope.type == "submission.parsed":
            raise Transient("down", "still down")

    one.behave = fail
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    await one.service.broker.publish(
        unit.waiting[0].body,
        exchange=RabbitExchange("", declare=False),
        routing_key=one.service.topology.queues[QUEUE].name,
        headers={ATTEMPT: len(one.service.topology.retry_delays)},
        message_id=(last := str(uuid4())),
    )
    letter = await one.dead_letter(lambda letter: letter.message_id == last)
    assert letter.headers[CAUSE] == "down"
    assert "gave up after 7 attempts" in str(letter.headers[ERROR])


async def test_what_kills_its_consumers_is_told_with_its_cause(one: Desk) -> None:
    """On its last delivery it is given up instead of handled, so that the broker does not bury it in silence."""
    event, limit = parsed(), one.service.topology.delivery_limit
    queue = one.service.topology.queues[QUEUE].name
    await one.service.broker.subscribers[0].stop()
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    connection = await aio_pika.connect(one.service.settings.rabbitmq_url.get_secret_value())
    async with connection:
        for _ in range(limit):
            channel = await connection.channel()
            taken = await (await channel.get_queue(queue)).get(fail=False)
            assert taken is not None
            await taken.reject(requeue=True)
            await channel.close()
    await one.service.broker.subscribers[0].start()
    letter = await one.dead_letter(lambda letter: letter.message_id == unit.waiting[0].event_id)
    assert letter.headers[CAUSE] == "delivery-limit"
    await one.until(lambda: [e.type for e in one.of(event.submission_id)] == ["submission.failed"])


async def test_giving_up_waits_for_the_database(one: Desk) -> None:
    """A permanent failure whose telling fails at first is told later: no dead letter without its event."""
    event, lost = parsed(), []

    async def refuse(envelope: Envelope[Any]) -> None:
        if envelope.type == "submission.parsed":
            raise Permanent("unreadable", "the file is encrypted")

    def gone(*_arguments: object) -> None:
        lost.append(True)
        vars(one.service.journal).pop("handling")
        raise Transient("database-unavailable", "gone")

    one.behave = refuse
    vars(one.service.journal)["handling"] = gone
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    await one.until(
        lambda: [e.type for e in one.of(event.submission_id)] == ["submission.parsed"] * 2 + ["submission.failed"]
    )
    letter = await one.dead_letter(lambda letter: letter.message_id == unit.waiting[0].event_id)
    assert (lost, letter.headers[CAUSE], letter.headers[ATTEMPT]) == ([True], "unreadable", 1)


async def test_a_consumer_holds_no_more_than_its_prefetch(one: Desk) -> None:
    """What it cannot handle yet waits in the queue, where another process can take it and an operator can see it."""
    event, prefetch, release = parsed(), one.service.topology.queues[QUEUE].prefetch, asyncio.Event()

    async def wait(_envelope: Envelope[Any]) -> None:
        await release.wait()

    one.behave = wait
    async with one.service.journal.beginning("c") as unit:
        for _ in range(prefetch + 5):
            await unit.emit(event)
    await one.until(lambda: len(one.of(event.submission_id)) >= prefetch)
    waiting, _ = await depth(one.service.connection, one.service.topology.queues[QUEUE].name)
    assert (len(one.taken), waiting) == (prefetch, 5)
    release.set()
    await one.until(lambda: len(one.of(event.submission_id)) == prefetch + 5)


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b"\x00\xff", "event-malformed"),
        (b"{" * 50_000, "event-malformed"),
        (b'{"type": "submission.parsed", "version": 99}', "event-unknown"),
    ],
)
async def test_poison_is_a_dead_letter(one: Desk, body: bytes, cause: str) -> None:
    """What cannot be read is put aside with its cause, and the next message is handled."""
    identity = str(uuid4())
    await one.service.publisher.publish_event(
        body, "interactive.submission.parsed", message_id=identity, correlation_id="c"
    )
    letter = await one.dead_letter(lambda letter: letter.message_id == identity)
    assert letter.headers[CAUSE] == cause
    event = parsed()
    async with one.service.journal.beginning("c") as unit:
        await unit.emit(event)
    await one.until(lambda: len(one.of(event.submission_id)) == 1)


async def test_an_unroutable_message_is_not_lost_in_silence(one: Desk) -> None:
    """The broker returns what no queue takes, and the outbox keeps it."""
    with pytest.raises(Transient):
        await one.service.publisher.publish_event(b"{}", "nobody.listens", message_id="x", correlation_id="c")
