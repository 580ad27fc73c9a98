"""Proxies before the real servers, and a lock that stops a service in the middle of its transaction."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest

from gonogo_cli.suite.installation import Installation
from tests.proxy import Proxy

Lock = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def broker_proxy(own_installation: Installation) -> Iterator[Proxy]:
    """Stands before RabbitMQ."""
    with proxied(own_installation.servers.rabbitmq) as proxy:
        yield proxy


@pytest.fixture
def redis_proxy(own_installation: Installation) -> Iterator[Proxy]:
    """Stands before Redis."""
    with proxied(own_installation.servers.redis) as proxy:
        yield proxy


@contextmanager
def proxied(url: str) -> Iterator[Proxy]:
    parts = urlsplit(url)
    with Proxy(parts.hostname or "127.0.0.1", parts.port or 0) as proxy:
        yield proxy


def through(installation: Installation, **proxies: Proxy) -> Installation:
    """The same installation, reached through proxies: `rabbitmq=...`, `redis=...`."""
    urls = {name: _at_port(getattr(installation.servers, name), proxy.port) for name, proxy in proxies.items()}
    return replace(installation, servers=installation.servers._replace(**urls))


def _at_port(url: str, port: int) -> str:
    parts = urlsplit(url)
    login = parts.netloc.rpartition("@")[0]
    where = f"127.0.0.1:{port}"
    return urlunsplit(parts._replace(netloc=f"{login}@{where}" if login else where))


@pytest.fixture
def lock(own_installation: Installation) -> Lock:
    """Holds a table so that whoever writes it waits."""

    @contextmanager
    def hold(table: str) -> Iterator[None]:
        held, release = threading.Event(), threading.Event()

        async def run() -> None:
            connection = await asyncpg.connect(own_installation.owner_url)
            async with connection.transaction():
                await connection.execute(f"lock table {table} in access exclusive mode")
                held.set()
                await asyncio.to_thread(release.wait)
            await connection.close()

        thread = threading.Thread(target=asyncio.run, args=(run(),))
        thread.start()
        assert held.wait(30)
        try:
            yield
        finally:
            release.set()
            thread.join()

    return hold
