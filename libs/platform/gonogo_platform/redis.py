"""Redis as a cache that may vanish: short timeouts, and a breaker that stops asking while it is gone.

Nothing here raises for the server's absence; a caller gets 'not there' and goes to the truth.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

import structlog
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState
from redis.asyncio import Redis
from redis.exceptions import RedisError

from gonogo_platform.settings import PlatformSettings

log = structlog.get_logger()
T = TypeVar("T")

TIMEOUT = 0.5
"""Seconds: a cache that answers later is worth less than the query it saves."""

FAILURES = 3
REST = 5
"""After so many failures in a row the breaker opens, for so many seconds."""


def open_redis(settings: PlatformSettings) -> "Cache":
    """The cache; it connects when first used."""
    client = Redis.from_url(
        settings.redis_url.get_secret_value(),
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
        socket_keepalive=True,
        health_check_interval=30,
        max_connections=32,
    )
    return Cache(client, settings.namespace)


class Cache:
    """Get, set and publish that never fail for want of a server."""

    def __init__(self, client: Redis, namespace: str) -> None:
        self.client = client
        self._prefix = f"{namespace}gonogo:"
        self._breakers = AsyncCircuitBreakerFactory(default_threshold=FAILURES, default_ttl=REST)

    def key(self, name: str) -> str:
        """The name within this installation."""
        return self._prefix + name

    async def get_many(self, names: Sequence[str]) -> list[bytes | None]:
        """The values of these names, in one round trip."""
        if not names:
            return []
        found = await self.attempt(lambda: self.client.mget([self.key(name) for name in names]))
        values = found if found is not None else [None] * len(names)
        return [value.encode() if isinstance(value, str) else value for value in values]

    async def put_many(self, values: dict[str, bytes], keep: timedelta) -> None:
        """Stores the values for a while, in one round trip."""
        if not values:
            return

        async def write() -> object:
            async with self.client.pipeline(transaction=False) as pipe:
                for name, value in values.items():
                    pipe.set(self.key(name), value, ex=keep)
                return await pipe.execute()

        await self.attempt(write)

    async def publish(self, channel: str, message: bytes) -> None:
        """Tells whoever listens now."""
        await self.attempt(lambda: self.client.publish(self.key(channel), message))

    async def listen(self, channel: str) -> AsyncIterator[bytes]:
        """Messages of a channel until the server is gone; the caller then asks the truth again.

        The first one is empty: from then on nothing is missed, so what happened before can be looked up.
        """
        with suppress(RedisError, OSError):
            async with self.client.pubsub() as listener:
                await listener.subscribe(self.key(channel))
                while True:
                    message = await listener.get_message(timeout=TIMEOUT / 2)
                    if message is not None:
                        yield message["data"] if message["type"] == "message" else b""

    async def attempt(self, work: Callable[[], Awaitable[T]]) -> T | None:
        """The result, or None where the server is gone or the breaker is open."""
        try:
            async with await self._breakers.get_breaker("redis"):
                return await work()
        except (RedisError, OSError, OpenedState) as error:
            log.debug("redis is not there", error=type(error).__name__)
            return None

    async def ping(self) -> bool:
        """Whether the server answers."""
        return await self.attempt(self.client.ping) is True
