"""Consoles as real processes on the real servers, and the servers themselves."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aio_pika
import asyncpg
import httpx
import pytest

from gonogo_contracts import topology as topologies
from gonogo_contracts.envelope import Envelope, Event, encode
from gonogo_contracts.topology import Topology
from gonogo_platform.migrations import migrate, read_folder
from services.console.tests.stored import PEPPER

MIGRATIONS = Path(__file__).parents[3] / "deploy" / "migrations"
POSTGRES = os.environ.get("GONOGO_TEST_POSTGRES_URL", "postgresql://root@127.0.0.1:5432/postgres")
RABBITMQ = os.environ.get("GONOGO_TEST_RABBITMQ_URL", "amqp://guest:guest@127.0.0.1:5672/")
REDIS = os.environ.get("GONOGO_TEST_REDIS_URL", "redis://127.0.0.1:6379/0")
SECONDS = 30.0
"""Longer than anything here takes; the tests wait for things, not for time."""


@dataclass(frozen=True)
class Ground:
    """A database and queues of our own."""

    database: str
    namespace: str

    @property
    def topology(self) -> Topology:
        return topologies.load().named(self.namespace)

    @property
    def owner_url(self) -> str:
        return urlsplit(POSTGRES)._replace(path=f"/{self.database}").geturl()

    @property
    def service_url(self) -> str:
        """As the service's own role, so that a right that is missing shows."""
        at = urlsplit(self.owner_url)
        return at._replace(netloc=f"gonogo_console:{PEPPER.replace(' ', '-')}@{at.hostname}:{at.port or 5432}").geturl()

    async def publish(self, envelope: Envelope[Event]) -> None:
        """Sends an event as another service does."""
        connection = await aio_pika.connect(RABBITMQ)
        async with connection:
            channel = await connection.channel()
            exchange = await channel.get_exchange(self.topology.events_exchange)
            await exchange.publish(aio_pika.Message(encode(envelope)), envelope.routing_key)


@dataclass(frozen=True)
class Running:
    """A console that answers."""

    url: str
    ground: Ground

    def get(self, path: str, key: str = "", accept: str = "application/json") -> httpx.Response:
        headers = {"Accept": accept} | ({"Authorization": f"Bearer {key}"} if key else {})
        return httpx.get(self.url + path, headers=headers, timeout=SECONDS)

    def page(self, path: str) -> httpx.Response:
        return self.get(path, accept="text/html")


def require_servers() -> None:
    """Skips where a server is missing; fails where CI must not go green without it."""
    for url, port in ((POSTGRES, 5432), (RABBITMQ, 5672), (REDIS, 6379)):
        at = urlsplit(url)
        try:
            socket.create_connection((at.hostname or "127.0.0.1", at.port or port), timeout=2).close()
        except OSError:
            miss(f"no server answers at {at.hostname}:{at.port or port}")


def miss(what: str) -> None:
    """Something that the tests need is not here."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@contextmanager
def own_ground() -> Iterator[Ground]:
    """A migrated database and a namespace, removed afterwards."""
    token = uuid.uuid4().hex[:8]
    ground = Ground(f"gonogo_console_test_{token}", f"console-test-{token}.")
    password = {"gonogo_console": PEPPER.replace(" ", "-")}
    asyncio.run(migrate(ground.owner_url, read_folder(MIGRATIONS), password))
    try:
        yield ground
    finally:
        asyncio.run(_remove(ground))


async def _remove(ground: Ground) -> None:
    admin = await asyncpg.connect(POSTGRES)
    await admin.execute(f'drop database "{ground.database}" with (force)')
    await admin.close()
    topology = ground.topology
    connection = await aio_pika.connect(RABBITMQ)
    async with connection:
        channel = await connection.channel()
        retries = [topology.retry_queue(delay) for delay in topology.retry_delays]
        queues = topology.queues.values()
        for name in (*retries, *(queue.name for queue in queues), *(queue.dead for queue in queues)):
            await channel.queue_delete(name)
        for name in (*retries, topology.events_exchange, topology.dead_exchange):
            await channel.exchange_delete(name)


@contextmanager
def running(ground: Ground, log: Path, **settings: str) -> Iterator[Running]:
    """A console process; SIGTERM ends it with status 0."""
    port = _free_port()
    made = Running(f"http://127.0.0.1:{port}", ground)
    environment = os.environ | {
        "GONOGO_ENVIRONMENT": "development",
        "GONOGO_POSTGRES_URL": ground.service_url,
        "GONOGO_RABBITMQ_URL": RABBITMQ,
        "GONOGO_REDIS_URL": REDIS,
        "GONOGO_NAMESPACE": ground.namespace,
        "GONOGO_KEY_PEPPER": PEPPER,
        "GONOGO_HTTP_PORT": str(port),
        "GONOGO_CONSOLE_URL": made.url,
        **settings,
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "gonogo_console"], env=environment, stdout=output, stderr=output
        )
    try:
        _until_ready(made, process, log)
        yield made
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0, log.read_text()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until_ready(made: Running, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if made.get("/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    pytest.fail(f"the console did not become ready:\n{log.read_text()}")
