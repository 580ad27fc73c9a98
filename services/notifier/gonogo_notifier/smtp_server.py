"""The mail server that an address names."""

from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import SecretStr

STARTTLS_PORT = 587
TLS_PORT = 465


class SmtpServer(NamedTuple):
    """Where mail is handed over, and as whom; both empty where no login is asked."""

    host: str
    port: int
    username: str
    password: SecretStr
    tls: bool
    """TLS from the first byte; otherwise STARTTLS."""

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
        tls = parts.scheme == "smtps"
        port = _port(parts) or (TLS_PORT if tls else STARTTLS_PORT)
        return cls(parts.hostname, port, unquote(parts.username or ""), SecretStr(unquote(parts.password or "")), tls)


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise ValueError("has a port that is none; special characters of a password must be percent-encoded") from None
