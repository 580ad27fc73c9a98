"""What a service's composition root is given, and the checks that every service has."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from typing import TypeVar

import structlog
from aio_pika.abc import AbstractConnection
from faststream.rabbit import RabbitBroker
from opentelemetry.sdk.trace import TracerProvider
from starlette.routing import BaseRoute
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_exponential

from gonogo_contracts import topology as topologies
from gonogo_contracts.topology import Queue, Topology
from gonogo_platform.broker import UNREACHABLE, Publisher, build_broker
from gonogo_platform.consuming import Consumer, Failed, GiveUp, Handle, subscribe, tell
from gonogo_platform.declaring import declare, depth
from gonogo_platform.errors import Misconfigured
from gonogo_platform.health import Check, Health, below
from gonogo_platform.journal import Journal
from gonogo_platform.memory import memory_percent
from gonogo_platform.metrics import Metrics
from gonogo_platform.outbox import Relay
from gonogo_platform.postgres import UNAVAILABLE, Database, Pool, open_pool
from gonogo_platform.redis import Cache, open_redis
from gonogo_platform.settings import PlatformSettings
from gonogo_platform.telemetry import set_up_tracing

log = structlog.get_logger()
T = TypeVar("T")


@dataclass
class Service:
    """One process of one service, connected to its servers."""

    name: str
    settings: PlatformSettings
    metrics: Metrics
    health: Health
    tracer_provider: TracerProvider
    topology: Topology
    database: Database
    cache: Cache
    broker: RabbitBroker
    connection: AbstractConnection
    """The broker's connection, for channels of one's own."""
    publisher: Publisher
    relay: Relay
    journal: Journal
    routes: list[BaseRoute] = field(default_factory=list)
    queues: list[Queue] = field(default_factory=list)
    tasks: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """Run beside the service until it stops."""

    def consume(self, key: str, handle: Handle, failed: Failed | None = None, *, give_up: GiveUp | None = None) -> None:
        """Takes the queue of this name in the topology, and answers for it in readiness.

        `failed` makes the event that tells of a failure; `give_up` stands in its place where rows change with it.
        """
        queue = self.topology.queues[key]
        self.queues.append(queue)
        consumer = Consumer(
            queue, handle, give_up or tell(failed), self.journal, self.publisher, self.topology, self.metrics
        )
        subscribe(self.broker, consumer)
        self.health.add(key, self._backlog_probe(key, queue))

    def _backlog_probe(self, key: str, queue: Queue) -> Callable[[], Awaitable[Check]]:
        async def probe() -> Check:
            waiting, consumers = await depth(self.connection, queue.name)
            if consumers == 0:
                return Check(key, "failed", "no consumer", "at least 1")
            return below(key, waiting, self.settings.ready_backlog, "messages")

        return probe


async def connect(name: str, settings: PlatformSettings, stack: AsyncExitStack) -> Service:
    """A service connected to its servers; what it opened, the stack closes.

    Raises:
        Misconfigured: a server did not answer in time, or refuses these credentials.
    """
    metrics, tracer_provider = Metrics(name), set_up_tracing(name, settings)
    stack.callback(tracer_provider.shutdown)
    topology = topologies.load().named(settings.namespace)
    pool = await _patiently("PostgreSQL", settings, lambda: open_pool(settings, name))
    stack.push_async_callback(_close_pool, pool)
    cache = open_redis(settings)
    stack.push_async_callback(cache.client.aclose)
    broker = build_broker(settings, name, metrics.registry, tracer_provider)
    connection = await _patiently("RabbitMQ", settings, broker.connect)
    stack.push_async_callback(_stop_broker, broker)
    await _patiently("RabbitMQ", settings, lambda: declare(connection, topology))
    database = Database(pool, settings.pool_wait)
    publisher = Publisher(broker, topology, settings.publish_timeout)
    relay = Relay(database, publisher, interval=settings.relay_interval, keep_hours=settings.keep_hours)
    journal = Journal(database, relay)
    service = Service(
        name,
        settings,
        metrics,
        Health(metrics),
        tracer_provider,
        topology,
        database,
        cache,
        broker,
        connection,
        publisher,
        relay,
        journal,
    )
    service.tasks.append(relay.run)
    _watch(service)
    return service


def _watch(service: Service) -> None:
    """The checks and gauges that every service has."""
    settings, health = service.settings, service.health

    async def memory() -> Check:
        return below("memory", memory_percent(settings.memory_limit), settings.ready_memory_percent, "%")

    async def pool() -> Check:
        used, most = service.database.usage()
        return below("pool", 100 * used / most, settings.ready_pool_percent, "%")

    async def database() -> Check:
        async with service.database.connection() as connection:
            await connection.fetchval("select 1")
        return Check("database", "ok", "answers", "answers")

    async def broker() -> Check:
        await depth(service.connection, next(iter(service.topology.queues.values())).name)
        return Check("broker", "ok", "answers", "answers")

    async def outbox() -> Check:
        return below("outbox", service.relay.oldest, settings.ready_outbox_seconds, "s")

    async def redis() -> Check:
        there = await service.cache.ping()
        return Check("redis", "ok" if there else "degraded", "answers" if there else "no answer", "answers")

    for probe in (memory, pool, database, broker, outbox, redis):
        health.add(probe.__name__, probe)
    service.metrics.outbox_rows.labels().set_function(lambda: service.relay.rows)
    service.metrics.outbox_oldest.labels().set_function(lambda: service.relay.oldest)
    service.metrics.pool.labels("used").set_function(lambda: service.database.usage()[0])
    service.metrics.pool.labels("max").set_function(lambda: service.database.usage()[1])


async def _patiently(what: str, settings: PlatformSettings, open_it: Callable[[], Awaitable[T]]) -> T:
    """Servers may be starting too: tries until the start timeout."""
    retrying = AsyncRetrying(
        retry=retry_if_exception_type((*UNAVAILABLE, *UNREACHABLE)),
        stop=stop_after_delay(settings.start_timeout),
        wait=wait_exponential(multiplier=0.2, max=3),
        reraise=True,
    )

    async def attempt() -> T:
        return await open_it()

    try:
        async with asyncio.timeout(settings.start_timeout):
            return await retrying(attempt)
    except Misconfigured:
        raise
    except Exception as error:
        advice = "check its address and credentials, and that it runs"
        text = f"{what} cannot be used ({type(error).__name__}: {error}): {advice}"
        raise Misconfigured("server-unusable", text) from error


FAREWELL = 5.0
"""Seconds that a server which no longer answers may hold up the end."""


async def _close_pool(pool: Pool) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(FAREWELL):
            await pool.close()
            return
    pool.terminate()


async def _stop_broker(broker: RabbitBroker) -> None:
    try:
        async with asyncio.timeout(FAREWELL):
            await broker.stop()
    except Exception as error:  # noqa: BLE001 - a broker that is gone cannot be left politely; what it held it gives again
        log.warning("the broker was gone at the end", error=type(error).__name__)
