"""One round of attempts at one delivery: few and short, since the queue has the long delays."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from opentelemetry.trace import SpanKind, Tracer
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_exponential

from gonogo_notifier.content import Content
from gonogo_notifier.routes import ChannelName, Route
from gonogo_platform.errors import Transient

ATTEMPTS = 3

MAX_PAUSE = 5.0
"""Seconds to wait here before another attempt; whoever asks for more is asked again by the queue."""

Sleep = Callable[[float], Awaitable[None]]


class AskedToWait(Transient):
    """The channel names the seconds after which it will listen again."""

    def __init__(self, message: str, after: float) -> None:
        super().__init__("channel-busy", message)
        self.after = after


class Channel(Protocol):
    """A way to reach people."""

    @property
    def name(self) -> ChannelName:
        """What its deliveries, queue and metrics are called."""
        ...

    async def send(self, delivery_id: UUID, route: Route, content: Content) -> str:
        """Hands the message over; gives what is worth a remark, or nothing.

        Raises:
            Transient: it may take it later.
            Permanent: it never will. No error holds an address or a secret.
        """
        ...


@dataclass
class Round:
    """The attempts made at one delivery."""

    channel: Channel
    tracer: Tracer
    seconds: float
    """What one attempt may take."""
    sleep: Sleep = asyncio.sleep
    made: int = 0

    async def send(self, delivery_id: UUID, route: Route, content: Content) -> str:
        """Sends within at most `ATTEMPTS` attempts; errors as the channel's."""
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(Transient),
            stop=_enough,
            wait=_pause,
            sleep=self.sleep,
            reraise=True,
        )
        return await retrying(self._attempt, delivery_id, route, content)

    async def _attempt(self, delivery_id: UUID, route: Route, content: Content) -> str:
        self.made += 1
        attributes = {"gonogo.channel": self.channel.name, "gonogo.attempt": self.made}
        with self.tracer.start_as_current_span(
            f"send {self.channel.name}", kind=SpanKind.CLIENT, attributes=attributes
        ):
            try:
                async with asyncio.timeout(self.seconds):
                    return await self.channel.send(delivery_id, route, content)
            except TimeoutError:
                text = f"{self.channel.name} did not answer within {self.seconds:g} s"
                raise Transient("channel-timeout", text) from None


def _enough(state: RetryCallState) -> bool:
    error = state.outcome.exception() if state.outcome else None
    asked_too_much = isinstance(error, AskedToWait) and error.after > MAX_PAUSE
    return asked_too_much or state.attempt_number >= ATTEMPTS


_growing = wait_exponential(multiplier=0.5, max=MAX_PAUSE)


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.after if isinstance(error, AskedToWait) else _growing(state)
