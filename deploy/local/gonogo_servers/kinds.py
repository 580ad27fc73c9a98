"""The three servers as data: where they usually listen, how old they may be, which Debian package holds them."""

from dataclasses import dataclass


class ServersError(Exception):
    """Something the reader has to act on, in one or two sentences."""


@dataclass(frozen=True)
class Kind:
    """One kind of server.

    `variable` names the environment variable that overrides every search, `minimum` is the oldest version (major,
    minor) whose features the services use, `package` is its name on Debian and Ubuntu, `account` is the user that
    package creates, and `patience` is how many seconds a start may take.
    """

    name: str
    title: str
    variable: str
    port: int
    minimum: tuple[int, int]
    package: str
    account: str
    patience: int


POSTGRES = Kind("postgres", "PostgreSQL", "GONOGO_POSTGRES_URL", 5432, (14, 0), "postgresql", "postgres", 60)
REDIS = Kind("redis", "Redis", "GONOGO_REDIS_URL", 6379, (6, 0), "redis-server", "redis", 30)
# Quorum queues have a message time-to-live, which delayed retries need, since RabbitMQ 3.10.
RABBITMQ = Kind("rabbitmq", "RabbitMQ", "GONOGO_RABBITMQ_URL", 5672, (3, 10), "rabbitmq-server", "rabbitmq", 120)

KINDS = (POSTGRES, REDIS, RABBITMQ)


@dataclass(frozen=True)
class Found:
    """A server that answered.

    `source` says how it was found: `environment`, `running`, `docker` or `started`. `extra` holds further addresses
    (RabbitMQ's management and Prometheus ports) where this tool chose them.
    """

    kind: Kind
    url: str
    source: str
    extra: dict[str, str]
