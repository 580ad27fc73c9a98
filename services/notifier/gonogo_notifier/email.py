"""Delivers emails by SMTP, over TLS."""

import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from uuid import UUID

import aiosmtplib
from aiosmtplib import SMTPException, SMTPNotSupported, SMTPRecipientsRefused, SMTPResponseException

from gonogo_notifier.addresses import parse_address
from gonogo_notifier.content import Content
from gonogo_notifier.email_message import Envelope, message
from gonogo_notifier.routes import ChannelName, Route
from gonogo_notifier.smtp_server import SmtpServer
from gonogo_platform.clock import now
from gonogo_platform.errors import GonogoError, Permanent, Transient

UNFIT = (SMTPException, SMTPNotSupported)
"""What the client raises where the server lacks an extension; its other errors are subclasses of the first."""


@dataclass(frozen=True)
class Email:
    """Hands each message over in a connection of its own."""

    server: SmtpServer
    sender: Address
    require_tls: bool
    """Without it, STARTTLS is used where the server offers it: development mailboxes have none."""
    seconds: float
    tls_context: ssl.SSLContext | None = None
    """The system's certificates where none is given."""
    name: ChannelName = "email"

    async def send(self, delivery_id: UUID, route: Route, content: Content) -> str:
        """As `Channel.send`; a repetition carries the same Message-ID."""
        assert route.email is not None  # noqa: S101 - routes without email have no email deliveries
        to = route.email.to
        try:
            refused = await self._hand_over(message(content, Envelope(self.sender, to, now(), delivery_id)), to)
        except SMTPRecipientsRefused as error:
            mildest = min(error.recipients, key=lambda one: one.code)
            raise _failure(mildest.code, mildest.message) from None
        except SMTPResponseException as error:
            raise _failure(error.code, error.message) from None
        except (SMTPException, OSError) as error:
            raise _trouble(error) from None
        return f"{refused} of {len(to)} recipients refused" if refused else ""

    @property
    def _starttls(self) -> bool | None:
        """None where it is up to the server."""
        if self.server.tls != "starttls":
            return False
        return True if self.require_tls else None

    async def _hand_over(self, email: EmailMessage, to: Sequence[str]) -> int:
        """Gives how many of the recipients the server refused."""
        refused, _ = await aiosmtplib.send(
            email.as_bytes(),
            sender=self.sender.addr_spec,
            recipients=[parse_address(one).addr_spec for one in to],
            hostname=self.server.host,
            port=self.server.port,
            username=self.server.username or None,
            password=self.server.password.get_secret_value() or None,
            use_tls=self.server.tls == "at-once",
            start_tls=self._starttls,
            tls_context=self.tls_context,
            timeout=self.seconds,
        )
        return len(refused)


def _failure(code: int, text: str) -> GonogoError:
    """SMTP's own two kinds: 4xx may pass, 5xx will not. Of the text only its status is kept: it may name people."""
    status = re.search(r"\b[245]\.\d{1,3}\.\d{1,3}\b", text)
    said = f"the mail server answered {code}{f' ({status[0]})' if status else ''}"
    if code == 535:
        said += ": the login in GONOGO_SMTP_URL is refused"
    return Permanent("channel-refused", said) if code >= 500 else Transient("channel-failed", said)


def _trouble(error: Exception) -> GonogoError:
    """The conversation itself failed."""
    tls = next((one for one in (error, error.__cause__) if isinstance(one, ssl.SSLError)), None)
    if tls is not None:
        return Transient("channel-untrusted", f"no TLS with the mail server: {tls.reason or 'it ended early'}")
    if type(error) in UNFIT:
        text = "the mail server does not offer the TLS or the login that GONOGO_SMTP_URL asks for"
        return Permanent("channel-unfit", text)
    return Transient("channel-unreachable", f"the mail server cannot be used: {type(error).__name__}")
