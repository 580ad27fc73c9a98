"""What every service can be told through the environment, prefix `GONOGO_`.

Each field says what it changes for the operator; `.env.example` and `docs/settings.md` are generated from here.
"""

from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

WEAK = frozenset({"", "guest", "postgres", "password", "gonogo", "secret", "changeme", "admin", "test", "development"})
"""Secrets that anybody would try first; refused in production."""

MIN_SECRET = 16

SCHEMES = {
    "postgres_url": ("postgresql", "postgres"),
    "rabbitmq_url": ("amqp", "amqps"),
    "redis_url": ("redis", "rediss", "unix"),
}
"""How the address of each server begins."""


class PlatformSettings(BaseSettings):
    """Addresses, limits and thresholds that all services share."""

    model_config = SettingsConfigDict(env_prefix="GONOGO_", extra="ignore", frozen=True)

    environment: Literal["development", "production"] = Field(
        "production", description="`production` refuses to start on missing or weak secrets."
    )
    postgres_url: SecretStr = Field(
        description="Database, with the service's own role: postgresql://role:secret@host:5432/gonogo"
    )
    rabbitmq_url: SecretStr = Field(description="Broker: amqp://user:secret@host:5672/vhost")
    redis_url: SecretStr = Field(description="Cache; may vanish at any time: redis://host:6379/0")
    namespace: str = Field(
        "",
        pattern=r"^[a-z0-9.-]{0,40}$",
        description="Prefix of queues, exchanges and cache keys where several installations share servers.",
    )
    http_host: str = Field("127.0.0.1", description="Address the service listens on.")
    http_port: int = Field(0, ge=0, le=65535, description="Port the service listens on; 0 takes the service's own.")
    pool_min: int = Field(1, ge=1, description="Database connections kept open.")
    pool_max: int = Field(10, ge=1, le=100, description="Database connections at most; more gain nothing on two cores.")
    pool_max_queries: int = Field(50_000, ge=1, description="A connection is replaced after so many queries.")
    pool_max_idle: float = Field(300, ge=0, description="Seconds after which an idle connection is closed.")
    pool_wait: float = Field(5, gt=0, description="Seconds to wait for a free connection before the work is put back.")
    statement_timeout: float = Field(30, gt=0, description="Seconds one SQL statement may take.")
    publish_timeout: float = Field(
        5, gt=0, description="Seconds to wait for the broker's confirm; the relay tries again."
    )
    relay_interval: float = Field(1, gt=0, description="Seconds between two looks of the relay at the outbox.")
    keep_hours: int = Field(
        168,
        ge=2,
        description="Hours a published outbox row and an inbox mark are kept; longer than all retries of a message.",
    )
    start_timeout: float = Field(30, gt=0, description="Seconds to wait for the servers at start before giving up.")
    grace_seconds: float = Field(20, gt=0, description="Seconds to finish the work in hand after SIGTERM.")
    memory_limit: int = Field(
        0,
        ge=0,
        description="Bytes of memory that readiness measures against; 0 takes the cgroup's, else the machine's.",
    )
    ready_memory_percent: float = Field(85, gt=0, le=100, description="Not ready above this share of the memory limit.")
    ready_pool_percent: float = Field(
        80, gt=0, le=100, description="Not ready above this share of the database pool in use."
    )
    ready_outbox_seconds: float = Field(60, gt=0, description="Not ready while the oldest unpublished event is older.")
    ready_backlog: int = Field(10_000, ge=1, description="Not ready while a queue of the service holds more messages.")
    log_format: Literal["auto", "json", "console"] = Field(
        "auto", description="`auto`: readable on a terminal, JSON elsewhere."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Least severe line that is logged."
    )
    otlp_endpoint: str = Field("", description="OTLP/HTTP address that traces go to; empty sends none.")

    @field_validator("postgres_url", "rabbitmq_url", "redis_url")
    @classmethod
    def refuse_other_addresses(cls, address: SecretStr, info: ValidationInfo) -> SecretStr:
        """An address of another kind is refused at once, not after the start timeout; the sentence holds none of it."""
        known = SCHEMES[str(info.field_name)]
        if address.get_secret_value().partition("://")[0] not in known:
            raise ValueError(f"give an address that begins with {' or '.join(f'{scheme}://' for scheme in known)}")
        return address

    @model_validator(mode="after")
    def refuse_weak_secrets(self) -> Self:
        """Production starts on strong secrets or not at all."""
        if self.environment == "production":
            for name in ("postgres_url", "rabbitmq_url"):
                check_address_secret(name, getattr(self, name))
        return self


def check_address_secret(name: str, address: SecretStr) -> None:
    """Refuses an address whose password is missing or weak.

    Raises:
        ValueError: the sentence names the setting, never the secret.
    """
    check_secret(name, urlsplit(address.get_secret_value()).password or "")


def check_secret(name: str, secret: str) -> None:
    """Refuses a missing, short or guessable secret.

    Raises:
        ValueError: the sentence names the setting, never the secret.
    """
    if secret.lower() in WEAK or len(secret) < MIN_SECRET:
        variable = f"GONOGO_{name.upper()}"
        advice = f"give one of at least {MIN_SECRET} characters, or set GONOGO_ENVIRONMENT=development"
        raise ValueError(f"{variable} holds a missing or weak secret: {advice}")
