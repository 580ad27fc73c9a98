"""RabbitMQ: publishing with confirms, and the ways a message goes that could not be handled."""

import asyncio
from collections.abc import Mapping
from typing import Any, cast

import aio_pika.exceptions
import aiormq.exceptions
from faststream.rabbit import Channel, QueueType, RabbitBroker, RabbitExchange, RabbitMessage, RabbitQueue
from faststream.rabbit.opentelemetry import RabbitTelemetryMiddleware
from faststream.rabbit.prometheus import RabbitPrometheusMiddleware
from faststream.rabbit.schemas.queue import QuorumQueueArgs
from opentelemetry.trace import TracerProvider
from prometheus_client import CollectorRegistry

from gonogo_contracts.topology import Queue, Topology
from gonogo_platform.declaring import work_queue_arguments
from gonogo_platform.errors import Transient
from gonogo_platform.settings import PlatformSettings

ATTEMPT = "x-gonogo-attempt"
"""Header: how often this message has been tried before."""

DELIVERIES = "x-delivery-count"
"""Header that a quorum queue sets: how often the broker has delivered this message without an answer."""

CAUSE = "x-gonogo-cause"
"""Header of a dead letter: the code of what went wrong."""

ERROR = "x-gonogo-error"
"""Header of a dead letter: the sentence that says what went wrong."""

QUEUE = "x-gonogo-queue"
"""Header of a dead letter: the queue it was taken from."""

MAX_ERROR = 1000
"""Characters of an error that travel in a header."""

UNREACHABLE = (
    TimeoutError,
    OSError,
    aio_pika.exceptions.AMQPError,
    aiormq.exceptions.AMQPError,
    aio_pika.exceptions.ChannelInvalidStateError,
    RuntimeError,
)
"""What the broker's library raises while the broker is gone or restarting."""


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


def work_queue(topology: Topology, queue: Queue) -> RabbitQueue:
    """The queue as FastStream consumes it; it is declared before (see `declaring`)."""
    arguments = cast("QuorumQueueArgs", work_queue_arguments(topology, queue))
    return RabbitQueue(queue.name, queue_type=QueueType.QUORUM, durable=True, arguments=arguments)


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
        """Sends the message to the dead letters, with the cause."""
        cause = {CAUSE: code, ERROR: error[:MAX_ERROR], QUEUE: queue.name}
        await self._again(message, self._topology.dead_letters, queue.name, cause)

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
        except Exception as error:  # whatever it was: the message is not confirmed, and may be sent again
            raise Transient(
                "broker-unavailable", f"the broker did not confirm a message: {type(error).__name__}"
            ) from error
