"""Settings for tests, and rounds of attempts that do not wait."""

from dataclasses import dataclass, field
from typing import Any

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from gonogo_notifier.content import Content
from gonogo_notifier.routes import EmailTarget, Route, SlackTarget
from gonogo_notifier.sending import Channel, Round
from gonogo_notifier.settings import NotifierSettings
from services.notifier.tests.examples import CONTENTS, DELIVERY

ROUTE = Route(name="default", slack=SlackTarget(), email=EmailTarget(to=("Anna <anna@example.org>", "ben@example.org")))


def settings(**fields: Any) -> NotifierSettings:
    """Settings of a development installation, the environment left aside."""
    addresses = {
        "postgres_url": "postgresql://postgres@127.0.0.1:5432/nowhere",
        "rabbitmq_url": "amqp://guest:guest@127.0.0.1:5672/",
        "redis_url": "redis://127.0.0.1:6379/0",
    }
    return NotifierSettings(**{"environment": "development", **addresses, **fields})


@dataclass
class Attempts:
    """One round of attempts, with what it waited instead of waiting, and its spans."""

    channel: Channel
    seconds: float = 5.0
    waited: list[float] = field(default_factory=list)
    spans: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)
    made: int = 0

    async def send(self, content: Content = CONTENTS["hold"]) -> str:
        """Sends the message to the example's route."""
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self.spans))
        attempts = Round(self.channel, provider.get_tracer("test"), self.seconds, self._sleep)
        try:
            return await attempts.send(DELIVERY, ROUTE, content)
        finally:
            self.made = attempts.made

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
