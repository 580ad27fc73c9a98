"""The topology (`topology.yaml`) as values: exchanges, queues, bindings, retries, dead letters."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml
from msgspec.structs import replace


class Queue(msgspec.Struct, frozen=True):
    """A work queue."""

    name: str
    service: str
    lane: Literal["interactive", "bulk", "any"]
    events: tuple[str, ...]
    prefetch: int
    """How many messages one consumer holds at once; its concurrency."""
    timeout: float
    """Seconds one message may take."""

    @property
    def bindings(self) -> tuple[str, ...]:
        """Routing keys on the events exchange."""
        lane = "*" if self.lane == "any" else self.lane
        return tuple(f"{lane}.{event}" for event in self.events)


class Topology(msgspec.Struct, frozen=True):
    """Everything that is declared on the broker."""

    events_exchange: str
    dead_letters: str
    """The exchange that dead letters go to, and the queue that keeps them; a letter's routing key is its work queue."""
    retry_exchange: str
    retry_delays: tuple[int, ...]
    """Seconds before the first, second, ... redelivery."""
    delivery_limit: int
    max_length: int
    queues: dict[str, Queue]

    def named(self, prefix: str) -> "Topology":
        """The same map under other names, so that several installations can share a broker."""
        queues = {key: replace(queue, name=prefix + queue.name) for key, queue in self.queues.items()}
        return replace(
            self,
            events_exchange=prefix + self.events_exchange,
            dead_letters=prefix + self.dead_letters,
            retry_exchange=prefix + self.retry_exchange,
            queues=queues,
        )

    def of(self, service: str) -> tuple[Queue, ...]:
        """The queues that a service consumes."""
        return tuple(queue for queue in self.queues.values() if queue.service == service)

    def retry_queue(self, delay: int) -> str:
        """Exchange and queue that hold a message for `delay` seconds."""
        return f"{self.retry_exchange}.{delay}s"


@cache
def load() -> Topology:
    """The topology of this version."""
    tree = yaml.safe_load(files("gonogo_contracts").joinpath("topology.yaml").read_bytes())
    for name, queue in tree["queues"].items():
        queue["name"] = name
    return msgspec.convert(tree, Topology)
