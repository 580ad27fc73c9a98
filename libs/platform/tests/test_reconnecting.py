"""Servers that go and come back: on the real PostgreSQL and RabbitMQ, behind a line that can be cut."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
import pytest_asyncio
from pydantic import SecretStr

from gonogo_contracts.envelope import Envelope
from gonogo_platform.declaring import depth
from gonogo_platform.errors import Transient
from gonogo_platform.settings import PlatformSettings
from libs.platform.tests.desk import QUEUE, Desk, desk, parsed
from tests.proxy import Proxy

pytestmark = pytest.mark.integration

END_OTHERS = """
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()
"""


@pytest_asyncio.fixture
async def line(settings: PlatformSettings) -> AsyncIterator[Proxy]:
    """Stands before RabbitMQ."""
    parts = urlsplit(settings.rabbitmq_url.get_secret_value())
    with Proxy(parts.hostname or "", parts.port or 0) as proxy:
        yield proxy


@pytest_asyncio.fixture
async def one(settings: PlatformSettings, line: Proxy) -> AsyncIterator[Desk]:
    """A service that takes every event of the interactive lane, behind that line."""
    changed = {"rabbitmq_url": behind(settings, line), "publish_timeout": 2}
    async with desk(settings.model_copy(update=changed)) as made:
        yield made


def behind(settings: PlatformSettings, line: Proxy) -> SecretStr:
    """The broker's address as it is reached by that line."""
    parts = urlsplit(settings.rabbitmq_url.get_secret_value())
    return SecretStr(urlunsplit(parts._replace(netloc=f"{parts.username}:{parts.password}@127.0.0.1:{line.port}")))


async def say(one: Desk, count: int = 1) -> Any:
    event = parsed()
    async with one.service.journal.beginning("c") as unit:
        for _ in range(count):
            await unit.emit(event)
    return event


async def test_a_cut_line_fails_publishes_as_transient_and_nothing_else(one: Desk, line: Proxy) -> None:
    """Whatever a library raises, or cancels, when its connection ends in the middle of a confirm."""

    async def publish(n: int) -> BaseException | None:
        try:
            await one.service.publisher.publish_event(
                b"{}", "bulk.submission.parsed", message_id=str(n), correlation_id="c"
            )
        except BaseException as error:  # noqa: BLE001 - a cancellation is what must not come
            return error
        return None

    tasks = [asyncio.ensure_future(publish(n)) for n in range(200)]
    await asyncio.sleep(0)
    line.cut()
    results = await asyncio.gather(*tasks)
    line.restore()
    assert {type(error) for error in results if error} <= {Transient}


async def test_consuming_resumes_with_its_prefetch(one: Desk, line: Proxy) -> None:
    """After the line was cut nothing is lost, and no more than the prefetch is held at once."""
    first = await say(one)
    await one.until(lambda: len(one.of(first.submission_id)) == 1)
    line.cut()
    lost = await say(one)
    line.restore()
    await one.until(lambda: len(one.of(lost.submission_id)) >= 1)
    release, prefetch = asyncio.Event(), one.service.topology.queues[QUEUE].prefetch

    async def wait(envelope: Envelope[Any]) -> None:
        if envelope.data.submission_id not in (first.submission_id, lost.submission_id):  # these may come twice
            await release.wait()

    one.behave = wait
    event = await say(one, prefetch + 5)
    await one.until(lambda: len(one.of(event.submission_id)) >= prefetch)
    waiting, consumers = await depth(one.service.connection, one.service.topology.queues[QUEUE].name)
    assert (len(one.of(event.submission_id)), waiting, consumers) == (prefetch, 5, 1)
    release.set()
    await one.until(lambda: len(one.of(event.submission_id)) == prefetch + 5)


async def test_work_goes_on_after_the_database_ended_every_session(one: Desk) -> None:
    """A failover: what was in hand is transient, and the pool opens new sessions."""
    async with one.service.database.connection() as connection:
        await connection.fetch(END_OTHERS, "gonogo-console")
    event = await say(one)
    await one.until(lambda: len(one.of(event.submission_id)) == 1)
    assert (await one.service.health.look()).status == "ready"
