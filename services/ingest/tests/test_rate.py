"""How fast a key may send."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from gonogo_ingest.rate import RateLimit
from gonogo_platform.redis import Cache, open_redis
from gonogo_platform.settings import PlatformSettings

BURST = 5


@pytest_asyncio.fixture
async def cache(settings: PlatformSettings) -> AsyncIterator[Cache]:
    """The real Redis."""
    made = open_redis(settings)
    yield made
    await made.client.aclose()


@pytest_asyncio.fixture
async def gone() -> AsyncIterator[Cache]:
    """A Redis that nobody runs."""
    client = Redis(host="127.0.0.1", port=1, socket_connect_timeout=0.2)
    yield Cache(client, "")
    await client.aclose()


async def passed(limit: RateLimit, key: str, count: int) -> int:
    """How many of so many simultaneous uploads pass."""
    waits = await asyncio.gather(*(limit.wait(key) for _ in range(count)))
    assert all(wait == 0 or wait >= 1 for wait in waits)
    return waits.count(0)


@pytest.mark.integration
async def test_processes_share_one_bucket(cache: Cache) -> None:
    """Two of them let through no more than one would; another key has a bucket of its own."""
    first, second = (RateLimit(cache, per_minute=1, burst=BURST) for _ in range(2))
    key = uuid4().hex
    assert await passed(first, key, 3) + await passed(second, key, 20) == BURST
    assert await passed(second, uuid4().hex, 1) == 1


@pytest.mark.integration
async def test_a_bucket_fills_again(cache: Cache) -> None:
    """At the rate that was set: sixty a second here."""
    limit, key = RateLimit(cache, per_minute=3600, burst=1), uuid4().hex
    assert await passed(limit, key, 1) == 1
    async with asyncio.timeout(20):
        while await limit.wait(key):
            await asyncio.sleep(0.02)


async def test_without_redis_each_process_counts_itself(gone: Cache) -> None:
    """Nobody is locked out, and nobody may flood."""
    limit = RateLimit(gone, per_minute=1, burst=BURST)
    assert await passed(limit, "a", 20) == BURST
    assert await passed(limit, "b", 1) == 1
