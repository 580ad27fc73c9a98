"""RabbitMQ: declaring the topology, publishing with confirms, and the ways a message goes that could not be handled."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aio_pika.exceptions
import aiormq.exceptions
from faststream.rabbit import Channel, ExchangeType, QueueType, RabbitBroker, RabbitExchange, RabbitMessage, RabbitQueue
from faststream.rabbit.opentelemetry import RabbitTelemetryMiddleware
from faststream.rabbit.prometheus import RabbitPrometheusMiddleware
from faststream.rabbit.schemas.queue import QuorumQueueArgs
from opentelemetry.trace import TracerProvider
from prometheus_client import CollectorRegistry

from gonogo_contracts.topology import Queue, Topology
from gonogo_platform.errors import Misconfigured, Transient
from gonogo_platform.settings import PlatformSettings

ATTEMPT = "x-gonogo-attempt"
"""Header: how often this message has been tried before."""

CAUSE = "x-gonogo-cause"
"""Header of a dead letter: the code of what went wrong."""

ERROR = "x-gonogo-error"
"""Header of a dead letter: the sentence that says what went wrong."""

QUEUE = "x-gonogo-queue"
"""Header of a dead letter: the queue it was taken from."""

MAX_ERROR = 1000
"""Characters of an error that travel in a header."""

ANSWER = 2.0
"""Seconds within which a healthy broker says how long a queue is."""

UNREACHABLE = (
    TimeoutError,
    OSError,
    aio_pika.exceptions.AMQPError,
    aiormq.exceptions.AMQPError,
    aio_pika.exceptions.ChannelInvalidStateError,
    RuntimeError,
)
"""What a publish raises while the broker is gone, restarting, or refuses the message."""


def build_broker(
    settings: PlatformSettings, service: str, registry: CollectorRegistry, tracer_provider: TracerProvider
) -> RabbitBroker:
    """A broker that is not yet connected; publishes are confirmed, and returned where no queue takes them."""
    return RabbitBroker(
        settings.rabbitmq_url.get_secret_value(),
        apply_types=False,
        logger=None,
        app_id=f"gonogo-{service}",
        graceful_timeout=settings.grace_seconds,
        reconnect_interval=1.0,
        client_properties={"heartbeat": 10},
        default_channel=Channel(publisher_confirms=True, on_return_raises=True),
        middlewares=[
            RabbitTelemetryMiddleware(tracer_provider=tracer_provider),
            RabbitPrometheusMiddleware(registry=registry, app_name=f"gonogo-{service}"),
        ],
    )


async def declare(broker: RabbitBroker, topology: Topology) -> None:
    """Makes the broker hold the whole topology; nothing changes where it already does.

    Raises:
        Misconfigured: a queue or exchange of that name exists with other arguments.
    """
    try:
        for name, kind in _exchanges(topology):
            await broker.declare_exchange(RabbitExchange(name, type=kind))
        for queue in topology.queues.values():
            await _declare_work_queue(broker, topology, queue)
        for delay in topology.retry_delays:
            await _declare_retry_queue(broker, topology, delay)
    except aiormq.exceptions.ChannelPreconditionFailed as error:
        advice = "delete it once it is empty, or set GONOGO_NAMESPACE"
        text = f"the broker holds a queue or exchange of another version: {error}; {advice}"
        raise Misconfigured("topology-conflict", text) from error


def _exchanges(topology: Topology) -> list[tuple[str, ExchangeType]]:
    retries = [(topology.retry_queue(delay), ExchangeType.FANOUT) for delay in topology.retry_delays]
    return [(topology.events_exchange, ExchangeType.TOPIC), (topology.dead_exchange, ExchangeType.DIRECT), *retries]


def work_queue(topology: Topology, queue: Queue) -> RabbitQueue:
    """The queue as FastStream declares it: a full one refuses, a message that kills its consumers is dead-lettered."""
    arguments: QuorumQueueArgs = {
        "x-delivery-limit": topology.delivery_limit,
        "x-max-length": topology.max_length,
        "x-overflow": "reject-publish",
        "x-dead-letter-strategy": "at-least-once",
        "x-dead-letter-exchange": topology.dead_exchange,
        "x-dead-letter-routing-key": queue.name,
    }
    return RabbitQueue(queue.name, queue_type=QueueType.QUORUM, durable=True, arguments=arguments)


async def _declare_work_queue(broker: RabbitBroker, topology: Topology, queue: Queue) -> None:
    declared = await broker.declare_queue(work_queue(topology, queue))
    for key in queue.bindings:
        await declared.bind(topology.events_exchange, key)
    arguments: QuorumQueueArgs = {"x-max-length": topology.max_length, "x-overflow": "reject-publish"}
    dead = await broker.declare_queue(
        RabbitQueue(queue.dead, queue_type=QueueType.QUORUM, durable=True, arguments=arguments)
    )
    await dead.bind(topology.dead_exchange, queue.name)


async def _declare_retry_queue(broker: RabbitBroker, topology: Topology, delay: int) -> None:
    """A fanout exchange keeps the routing key, which is the work queue's name: the default exchange then takes the
    expired message straight back to it, so that one retry queue serves all."""
    name = topology.retry_queue(delay)
    arguments: QuorumQueueArgs = {
        "x-message-ttl": delay * 1000,
        "x-dead-letter-exchange": "",
        "x-dead-letter-strategy": "at-least-once",
        "x-max-length": topology.max_length,
        "x-overflow": "reject-publish",
    }
    declared = await broker.declare_queue(
        RabbitQueue(name, queue_type=QueueType.QUORUM, durable=True, arguments=arguments)
    )
    await declared.bind(name, "")


class Publisher:
    """Publishes with confirms and a time limit that also holds while the connection stalls."""

    def __init__(self, broker: RabbitBroker, topology: Topology, timeout: float) -> None:
        self._broker = broker
        self._topology = topology
        self._timeout = timeout

    async def publish_event(self, body: bytes, routing_key: str, *, message_id: str, correlation_id: str) -> None:
        """One event to whoever takes its routing key.

        Raises:
            Transient: the broker did not confirm it.
        """
        await self._publish(
            body, self._topology.events_exchange, routing_key, message_id=message_id, correlation_id=correlation_id
        )

    async def retry(self, message: RabbitMessage, queue: Queue, attempt: int) -> None:
        """Sends the message back to its queue after the delay of this attempt (0 is the first)."""
        exchange = self._topology.retry_queue(self._topology.retry_delays[attempt])
        await self._again(message, exchange, queue.name, {ATTEMPT: attempt + 1})

    async def bury(self, message: RabbitMessage, queue: Queue, code: str, error: str) -> None:
        """Sends the message to its queue's dead letters, with the cause."""
        cause = {CAUSE: code, ERROR: error[:MAX_ERROR], QUEUE: queue.name}
        await self._again(message, self._topology.dead_exchange, queue.name, cause)

    async def _again(self, message: RabbitMessage, exchange: str, key: str, headers: Mapping[str, Any]) -> None:
        await self._publish(
            message.body,
            exchange,
            key,
            message_id=message.message_id,
            correlation_id=message.correlation_id,
            headers={**{k: v for k, v in message.headers.items() if k.startswith(("x-gonogo-", "trace"))}, **headers},
        )

    async def _publish(self, body: bytes, exchange: str, routing_key: str, **properties: Any) -> None:
        try:
            async with asyncio.timeout(self._timeout):
                await self._broker.publish(
                    body,
                    exchange=RabbitExchange(exchange, declare=False),
                    routing_key=routing_key,
                    persist=True,
                    content_type="application/json",
                    **properties,
                )
        except UNREACHABLE as error:
            raise Transient(
                "broker-unavailable", f"the broker did not confirm a message: {type(error).__name__}"
            ) from error


async def depth(broker: RabbitBroker, name: str) -> tuple[int, int]:
    """Messages that wait in a queue, and its consumers.

    Raises:
        Transient: the broker did not answer.
    """
    try:
        async with asyncio.timeout(ANSWER):
            queue = await broker.declare_queue(
                RabbitQueue(name, declare=False, durable=True, queue_type=QueueType.QUORUM)
            )
            result = await queue.declare()
    except UNREACHABLE as error:
        raise Transient("broker-unavailable", f"the broker did not answer: {type(error).__name__}") from error
    return result.message_count or 0, result.consumer_count or 0
