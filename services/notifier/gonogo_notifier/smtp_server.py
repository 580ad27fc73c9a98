"""The mail server that an address names."""

from typing import Literal, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import SecretStr

STARTTLS_PORT = 587
TLS_PORT = 465

Tls = Literal["at-once", "starttls", "none"]


class SmtpServer(NamedTuple):
    """Where mail is handed over, and as whom; both empty where no login is asked."""

    host: str
    port: int
    username: str
    password: SecretStr
    tls: Tls

    @classmethod
    def parse(cls, url: str) -> "SmtpServer | None":
        """The server of an smtp:// or smtps:// address; None where it is empty.

        Raises:
            ValueError: it is no such address; the sentence holds nothing of it, since it may hold a password.
        """
        if not url:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname or bool(parts.username) != bool(parts.password):
            raise ValueError("is no mail server; give smtp://user:secret@host:587 or smtps://user:secret@host:465")
        tls = _tls(parts)
        port = _port(parts) or (TLS_PORT if tls == "at-once" else STARTTLS_PORT)
        return cls(parts.hostname, port, unquote(parts.username or ""), SecretStr(unquote(parts.password or "")), tls)


def _tls(parts: SplitResult) -> Tls:
    if parts.query not in ("", "tls=none"):
        raise ValueError("has a query other than ?tls=none")
    if parts.query and (parts.username or parts.scheme == "smtps"):
        raise ValueError("with ?tls=none must be smtp:// without a login, which would travel in the clear")
    if parts.query:
        return "none"
    return "at-once" if parts.scheme == "smtps" else "starttls"


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise ValueError("has a port that is none; special characters of a password must be percent-encoded") from None
