"""How a message is taken: decode, handle within its time, then settle it exactly one way.

handled            → ack
Transient          → the retry queue of its attempt, then ack; a dead letter after the last
Permanent          → dead letter with its cause, then ack; the service says which event tells of it (`failed`)
undecodable        → dead letter with its cause, then ack
killed in between  → the broker redelivers, up to the delivery limit; the last delivery is given up, so that it is told
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from faststream import AckPolicy
from faststream.rabbit import Channel, RabbitBroker, RabbitMessage

from gonogo_contracts.envelope import Envelope, Event, UnreadableEvent, decode
from gonogo_contracts.events import CATALOGUE
from gonogo_contracts.topology import Queue, Topology
from gonogo_platform.broker import ATTEMPT, DELIVERIES, Publisher, work_queue
from gonogo_platform.errors import GonogoError, Permanent, Transient
from gonogo_platform.journal import Journal, Unit
from gonogo_platform.metrics import Metrics

log = structlog.get_logger()

PAUSE = 1.0
"""Seconds before a message that could not even be settled is given back: no hot loop of redeliveries."""

Handle = Callable[[Envelope[Any]], Awaitable[None]]
Failed = Callable[[Any, GonogoError], Event | None]
"""Event data and error → the event that tells of the failure, if one is due."""

GiveUp = Callable[[Unit, Any, GonogoError], Awaitable[None]]
"""What a service writes and says itself, in the one transaction that gives an event up."""


def tell(failed: Failed | None) -> GiveUp:
    """Writes nothing and says the event that is due, if one is."""

    async def give_up(unit: Unit, data: Any, error: GonogoError) -> None:
        if failed is not None and (event := failed(data, error)) is not None:
            await unit.emit(event)

    return give_up


@dataclass(frozen=True)
class Consumer:
    """One queue and what is done with its messages."""

    queue: Queue
    handle: Handle
    give_up: GiveUp
    journal: Journal
    publisher: Publisher
    topology: Topology
    metrics: Metrics

    async def __call__(self, message: RabbitMessage) -> None:
        """Handles one message and settles it."""
        try:
            await self._settle(message)
        except Exception:
            await asyncio.sleep(PAUSE)
            raise
        await message.ack()

    async def _settle(self, message: RabbitMessage) -> None:
        try:
            envelope = decode(message.body, CATALOGUE)
        except UnreadableEvent as error:
            await self._bury(message, error.code, str(error))
        else:
            with structlog.contextvars.bound_contextvars(
                correlation_id=envelope.correlation_id, event=str(envelope.id), event_type=envelope.type
            ):
                await self._handle(message, envelope)

    async def _handle(self, message: RabbitMessage, envelope: Envelope[Any]) -> None:
        started = time.perf_counter()
        result = "failed"
        try:
            self._refuse_the_deadly(message)
            async with asyncio.timeout(self.queue.timeout):
                await self.handle(envelope)
            result = "done"
        except Permanent as error:
            result = await self._end(message, envelope, error)
        except TimeoutError:
            result = await self._retry(
                message, envelope, Transient("timeout", f"not done within {self.queue.timeout:g} s")
            )
        except Transient as error:
            result = await self._retry(message, envelope, error)
        except Exception as error:
            log.exception("handler failed unexpectedly")
            text = f"unexpected {type(error).__name__} in {self.queue.service}"
            result = await self._retry(message, envelope, Transient("unexpected", text))
        finally:
            self.metrics.stage(self.queue.name, result, time.perf_counter() - started)

    def _refuse_the_deadly(self, message: RabbitMessage) -> None:
        """The last delivery before the broker would make it a dead letter that nobody is told of."""
        if int(message.headers.get(DELIVERIES, 0)) >= self.topology.delivery_limit:
            text = f"{self.queue.service} stopped {self.topology.delivery_limit} times before it had handled this"
            raise Permanent("delivery-limit", text)

    async def _end(self, message: RabbitMessage, envelope: Envelope[Any], error: Permanent) -> str:
        """Gives up; later, where the database is gone just now and telling of the failure must wait for it."""
        try:
            await self._give_up(message, envelope, error)
        except Transient as unavailable:
            if self._attempt(message) >= len(self.topology.retry_delays):
                raise
            return await self._retry(message, envelope, unavailable)
        return "failed"

    def _attempt(self, message: RabbitMessage) -> int:
        """How often it was tried before; a stranger's header counts as never."""
        attempt = message.headers.get(ATTEMPT, 0)
        return max(0, attempt) if isinstance(attempt, int) else 0

    async def _retry(self, message: RabbitMessage, envelope: Envelope[Any], error: Transient) -> str:
        attempt = self._attempt(message)
        if attempt >= len(self.topology.retry_delays):
            text = f"gave up after {attempt + 1} attempts; the last: {error.message}"
            await self._give_up(message, envelope, Permanent(error.code, text))
            return "failed"
        delay = self.topology.retry_delays[attempt]
        log.warning("will try again", code=error.code, error=error.message, attempt=attempt + 1, delay=delay)
        await self.publisher.retry(message, self.queue, attempt)
        return "retried"

    async def _give_up(self, message: RabbitMessage, envelope: Envelope[Any], error: GonogoError) -> None:
        async with self.journal.handling(f"{self.queue.name}!failed", envelope) as unit:
            if unit.first:
                await self.give_up(unit, envelope.data, error)
        await self._bury(message, error.code, error.message)

    async def _bury(self, message: RabbitMessage, code: str, error: str) -> None:
        log.error("dead letter", queue=self.queue.name, code=code, error=error)
        await self.publisher.bury(message, self.queue, code, error)
        self.metrics.dead_letters.labels(self.queue.name, code).inc()


def subscribe(broker: RabbitBroker, consumer: Consumer) -> None:
    """Lets the broker call the consumer; prefetch is its concurrency.

    Where settling fails (the broker or the database is gone), NACK_ON_ERROR gives the message back.
    """

    async def whole(message: RabbitMessage) -> RabbitMessage:
        return message

    async def take(message: RabbitMessage) -> None:
        await consumer(message)

    broker.subscriber(
        work_queue(consumer.topology, consumer.queue),
        ack_policy=AckPolicy.NACK_ON_ERROR,
        channel=Channel(prefetch_count=consumer.queue.prefetch),
        decoder=whole,
        no_reply=True,
    )(take)
