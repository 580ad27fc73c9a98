"""Postgres, Redis, migrations, workers and keys, on the real servers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.asyncio import Redis

from gonogo_cli.suite.installation import SERVICES, Installation
from gonogo_platform import keys
from gonogo_platform.errors import Misconfigured, Permanent, Transient
from gonogo_platform.migrations import migrate
from gonogo_platform.postgres import Database, open_pool
from gonogo_platform.redis import Cache, open_redis
from gonogo_platform.settings import PlatformSettings
from gonogo_platform.workers import Workers
from libs.platform.tests.heavy import endless, faulty, greedy, killed, slow_square, unpicklable

DELETE = "delete from {}.inbox where false"


@asynccontextmanager
async def database(settings: PlatformSettings, **changed: object) -> AsyncIterator[Database]:
    """A pool of its own."""
    pool = await open_pool(settings.model_copy(update=changed), "console")
    try:
        yield Database(pool, wait=0.3)
    finally:
        await pool.close()


@pytest.mark.integration
async def test_an_exhausted_pool_is_a_transient_failure(settings: PlatformSettings) -> None:
    """The work goes back to its queue instead of waiting for ever."""
    async with database(settings, pool_max=1) as one, one.connection():
        assert one.usage() == (1, 1)
        with pytest.raises(Transient) as failed:
            async with one.connection():
                pass
    assert failed.value.code == "database-busy"


@pytest.mark.integration
async def test_a_statement_has_a_time_limit(settings: PlatformSettings) -> None:
    """One that runs too long is ended by the server, and the connection goes on."""
    async with database(settings, statement_timeout=0.2, pool_max=1) as one:
        with pytest.raises(Transient):
            async with one.connection() as connection:
                await connection.execute("select pg_sleep(30)")
        async with one.connection() as connection:
            assert await connection.fetchval("select 1") == 1


@pytest.mark.integration
async def test_a_role_writes_only_its_own_schema(installation: Installation) -> None:
    """Whatever a service is talked into, the others' rows are safe."""
    for service in SERVICES:
        url = installation.environment(service)["GONOGO_POSTGRES_URL"]
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(DELETE.format(service))
            for other in set(SERVICES) - {service}:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(DELETE.format(other))
        finally:
            await connection.close()


@pytest.mark.integration
async def test_migrations_run_twice_and_side_by_side(installation: Installation) -> None:
    """Each file is applied once; a changed one is refused."""
    files = {"9001_a.sql": "create table public.a (id int)", "9002_b.sql": "alter table public.a add b int"}
    runs = await asyncio.gather(*(migrate(installation.owner_url, files, {}) for _ in range(4)))
    assert max(runs, key=len) == sorted(files)
    assert [run for run in runs if run] == [sorted(files)]
    with pytest.raises(Misconfigured):
        await migrate(installation.owner_url, {"9001_a.sql": "select 1"}, {})


@pytest.mark.integration
async def test_a_broken_migration_leaves_nothing(installation: Installation) -> None:
    """Its file is one transaction."""
    with pytest.raises(asyncpg.PostgresSyntaxError):
        await migrate(installation.owner_url, {"9003_c.sql": "create table public.c (id int); nonsense"}, {})
    assert await migrate(installation.owner_url, {"9003_c.sql": "create table public.c (id int)"}, {}) == ["9003_c.sql"]


@pytest.mark.integration
async def test_the_cache_keeps_and_forgets(settings: PlatformSettings) -> None:
    """Many values in one round trip, each for a while."""
    cache, name = open_redis(settings), uuid4().hex
    await cache.put_many({f"{name}-1": b"a", f"{name}-2": b"\x00\xff"}, timedelta(minutes=1))
    assert await cache.get_many([f"{name}-2", f"{name}-3", f"{name}-1"]) == [b"\x00\xff", None, b"a"]
    await cache.client.aclose()


async def test_a_cache_that_is_gone_is_an_empty_one() -> None:
    """No exception, no waiting: after a few failures it is not asked any more."""
    client = Redis(host="127.0.0.1", port=1, socket_connect_timeout=0.2)
    cache = Cache(client, "")
    for _ in range(20):
        assert await cache.get_many(["a", "b"]) == [None, None]
    await cache.put_many({"a": b"1"}, timedelta(minutes=1))
    assert await cache.ping() is False
    await client.aclose()


async def test_workers_bound_time_and_memory() -> None:
    """Work that never ends is stopped, work that wants too much fails, and the next one is done."""
    workers = Workers(1, seconds=3, memory=1024**3)
    try:
        with pytest.raises(Permanent) as slow:
            await workers.run(endless)
        with pytest.raises(Permanent) as large:
            await workers.run(greedy)
        assert (slow.value.code, large.value.code) == ("too-slow", "too-much-memory")
        assert await workers.run(slow_square, 7) == 49
    finally:
        await workers.stop()


async def test_a_fault_in_a_worker_is_permanent_and_a_killed_worker_is_not() -> None:
    """The same input meets the same fault again; a worker that the kernel took may have been another's victim."""
    workers = Workers(1, seconds=30, memory=1024**3)
    try:
        for fault in (faulty, unpicklable):
            with pytest.raises(Permanent) as failed:
                await workers.run(fault)
            assert failed.value.code == "unexpected"
            assert "may not" not in failed.value.message
        with pytest.raises(Transient):
            await workers.run(killed)
        assert await workers.run(slow_square, 7) == 49
    finally:
        await workers.stop()


async def test_workers_stop_without_waiting_for_work_that_does_not_end(tmp_path: Path) -> None:
    """Its message is given back; a graceful stop has its own time limit."""
    workers, started = Workers(1, seconds=600, memory=1024**3), tmp_path / "started"
    work = asyncio.ensure_future(workers.run(endless, str(started)))
    async with asyncio.timeout(30):
        while not started.exists():
            await asyncio.sleep(0.05)
        await workers.stop()
    work.cancel()


@given(st.text(min_size=1, max_size=40))
def test_a_key_is_known_by_its_secret_alone(pepper: str) -> None:
    """What is stored does not hold the secret, and another pepper makes it useless."""
    key = keys.new_key(pepper)
    parts = keys.split(key.text)
    assert parts is not None
    assert parts[0] == key.id
    assert keys.same(parts[1], pepper, key.digest)
    assert not keys.same(parts[1] + "x", pepper, key.digest)
    assert not keys.same(parts[1], pepper + "x", key.digest)
    assert parts[1].encode() not in key.digest


@given(st.text(max_size=100))
def test_what_is_no_key_is_none(text: str) -> None:
    """Any text is taken apart or is none; never an exception."""
    assert keys.split(text) is None
