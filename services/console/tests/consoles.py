"""Consoles as real processes, and how tests talk to them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import aio_pika
import httpx

from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.ports import one_free
from gonogo_cli.suite.processes import Processes
from gonogo_contracts import topology as topologies
from gonogo_contracts.envelope import Envelope, Event, encode

SECONDS = 30.0
"""Longer than anything here takes; the tests wait for things, not for time."""


@dataclass(frozen=True)
class Running:
    """A console that answers."""

    installation: Installation

    @property
    def url(self) -> str:
        return self.installation.url("console")

    @property
    def pepper(self) -> str:
        return self.installation.secrets["pepper"]

    def get(self, path: str, key: str = "", accept: str = "application/json") -> httpx.Response:
        headers = {"Accept": accept} | ({"Authorization": f"Bearer {key}"} if key else {})
        return httpx.get(self.url + path, headers=headers, timeout=SECONDS)

    def page(self, path: str) -> httpx.Response:
        return self.get(path, accept="text/html")

    async def publish(self, envelope: Envelope[Event]) -> None:
        """Sends an event as another service does."""
        exchange = topologies.load().named(self.installation.namespace).events_exchange
        async with await aio_pika.connect(self.installation.servers.rabbitmq) as connection:
            channel = await connection.channel()
            taken = await channel.get_exchange(exchange)
            await taken.publish(aio_pika.Message(encode(envelope)), envelope.routing_key)


@contextmanager
def running(installation: Installation, folder: Path, **settings: str) -> Iterator[Running]:
    """A console process; SIGTERM ends it with status 0."""
    ports = {**installation.ports, "console": one_free()}
    mine = replace(installation, ports=ports, extra=settings)
    with Processes(mine, folder, services={"console": ports["console"]}) as processes:
        yield Running(mine)
        assert processes.stop_all() == {"console": 0}, processes.log("console").read_text()
