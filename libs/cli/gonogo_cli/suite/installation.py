"""An installation of gonogo on given servers: its database, its names on the broker, its secrets, its settings."""

import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from gonogo_cli.suite.servers import Servers

SERVICES = {"ingest": 8080, "console": 8081, "parser": 8082, "scorer": 8083, "notifier": 8084}
"""Each service with its port."""


@dataclass(frozen=True)
class Installation:
    """What distinguishes one installation from another on the same servers."""

    servers: Servers
    database: str
    namespace: str
    secrets: dict[str, str]
    """`pepper`, and the password of each service's role."""
    ports: dict[str, int]
    extra: dict[str, str] = field(default_factory=dict)
    """Further settings, such as where notifications go."""

    @property
    def owner_url(self) -> str:
        """The database, with the rights of whoever made it."""
        return urlunsplit(urlsplit(self.servers.postgres)._replace(path=f"/{self.database}"))

    def url(self, service: str) -> str:
        """Where a service listens."""
        return f"http://127.0.0.1:{self.ports[service]}"

    def role_passwords(self) -> dict[str, str]:
        """Role → password."""
        return {f"gonogo_{service}": self.secrets[service] for service in SERVICES}

    def environment(self, service: str) -> dict[str, str]:
        """The settings of one service."""
        return {
            "GONOGO_ENVIRONMENT": "development",
            "GONOGO_POSTGRES_URL": self._role_url(service),
            "GONOGO_RABBITMQ_URL": self.servers.rabbitmq,
            "GONOGO_REDIS_URL": self.servers.redis,
            "GONOGO_NAMESPACE": self.namespace,
            "GONOGO_HTTP_PORT": str(self.ports[service]),
            "GONOGO_KEY_PEPPER": self.secrets["pepper"],
            "GONOGO_CONSOLE_URL": self.url("console"),
            "GONOGO_INGEST_URL": self.url("ingest"),
            **self.extra,
        }

    def _role_url(self, service: str) -> str:
        parts = urlsplit(self.servers.postgres)
        where = parts.netloc.rpartition("@")[2]
        login = f"gonogo_{service}:{quote(self.secrets[service])}"
        return urlunsplit(parts._replace(netloc=f"{login}@{where}", path=f"/{self.database}"))


def kept_secrets(file: Path) -> dict[str, str]:
    """The secrets of this checkout: made once, readable by its owner only."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        names = ("pepper", *SERVICES)
        file.write_text(json.dumps({name: secrets.token_urlsafe(32) for name in names}))
    known: dict[str, str] = json.loads(file.read_bytes())
    return known
