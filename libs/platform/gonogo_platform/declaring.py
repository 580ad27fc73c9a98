"""Makes the broker hold the topology, and asks it how its queues are.

It uses a channel of its own: FastStream keeps one object for equal queues, so a queue that was first met on the
publishing channel would be consumed there, without its prefetch.
"""

import asyncio
from typing import Any

import aiormq.exceptions
from aio_pika import ExchangeType
from aio_pika.abc import AbstractChannel, AbstractConnection

from gonogo_contracts.topology import Queue, Topology
from gonogo_platform.errors import Misconfigured, Transient

ANSWER = 2.0
"""Seconds within which a healthy broker says how long a queue is."""


def work_queue_arguments(topology: Topology, queue: Queue) -> dict[str, Any]:
    """A full queue refuses; a message that kills its consumers becomes a dead letter."""
    return {
        **_quorum(topology),
        "x-delivery-limit": topology.delivery_limit,
        "x-dead-letter-strategy": "at-least-once",
        "x-dead-letter-exchange": topology.dead_letters,
        "x-dead-letter-routing-key": queue.name,
    }


def _quorum(topology: Topology) -> dict[str, Any]:
    return {"x-queue-type": "quorum", "x-max-length": topology.max_length, "x-overflow": "reject-publish"}


async def declare(connection: AbstractConnection, topology: Topology) -> None:
    """Nothing changes where the broker holds the topology already.

    Raises:
        Misconfigured: a queue or exchange of that name exists with other arguments.
    """
    try:
        async with connection.channel() as channel:
            await channel.declare_exchange(topology.events_exchange, ExchangeType.TOPIC, durable=True)
            await channel.declare_exchange(topology.dead_letters, ExchangeType.FANOUT, durable=True)
            dead = await channel.declare_queue(topology.dead_letters, durable=True, arguments=_quorum(topology))
            await dead.bind(topology.dead_letters)
            for queue in topology.queues.values():
                await _declare_work_queue(channel, topology, queue)
            for delay in topology.retry_delays:
                await _declare_retry_queue(channel, topology, delay)
    except aiormq.exceptions.ChannelPreconditionFailed as error:
        advice = "delete it once it is empty, or set GONOGO_NAMESPACE"
        text = f"the broker holds a queue or exchange of another version: {error}; {advice}"
        raise Misconfigured("topology-conflict", text) from error


async def _declare_work_queue(channel: AbstractChannel, topology: Topology, queue: Queue) -> None:
    declared = await channel.declare_queue(queue.name, durable=True, arguments=work_queue_arguments(topology, queue))
    for key in queue.bindings:
        await declared.bind(topology.events_exchange, key)


async def _declare_retry_queue(channel: AbstractChannel, topology: Topology, delay: int) -> None:
    """A fanout exchange keeps the routing key, which is the work queue's name: the default exchange then takes the
    expired message straight back to it, so that one retry queue serves all."""
    name = topology.retry_queue(delay)
    await channel.declare_exchange(name, ExchangeType.FANOUT, durable=True)
    arguments = {
        **_quorum(topology),
        "x-message-ttl": delay * 1000,
        "x-dead-letter-exchange": "",
        "x-dead-letter-strategy": "at-least-once",
    }
    declared = await channel.declare_queue(name, durable=True, arguments=arguments)
    await declared.bind(name, "")


async def depth(connection: AbstractConnection, name: str) -> tuple[int, int]:
    """Messages that wait in a queue, and its consumers.

    Raises:
        Transient: the broker did not answer, or there is no such queue.
    """
    try:
        async with asyncio.timeout(ANSWER), connection.channel() as channel:
            result = (await channel.get_queue(name)).declaration_result
    except (TimeoutError, OSError, RuntimeError, aiormq.exceptions.AMQPError) as error:
        raise Transient("broker-unavailable", f"the broker did not answer: {type(error).__name__}") from error
    return result.message_count or 0, result.consumer_count or 0
