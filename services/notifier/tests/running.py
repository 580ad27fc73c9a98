"""Settings for tests, and the channels that they call."""

from typing import Any

from gonogo_notifier.settings import NotifierSettings


def settings(**fields: Any) -> NotifierSettings:
    """Settings of a development installation, the environment left aside."""
    addresses = {
        "postgres_url": "postgresql://postgres@127.0.0.1:5432/nowhere",
        "rabbitmq_url": "amqp://guest:guest@127.0.0.1:5672/",
        "redis_url": "redis://127.0.0.1:6379/0",
    }
    return NotifierSettings(**{"environment": "development", **addresses, **fields})
