"""Real servers on this machine for the channels to call: a webhook and a mailbox that do as they are told."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiohttp import web
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

SECRET = "T0aB1cD2-s3cret"
"""The part of the webhook's address that nobody may read anywhere."""

LOGIN = ("gonogo@example.org", "correct horse/battery")


@dataclass
class Webhook:
    """Answers each call with the next of `answers`, then with 200."""

    answers: list[web.Response | None] = field(default_factory=list)
    """None never answers."""
    calls: list[Any] = field(default_factory=list)
    url: str = ""
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        self.calls.append(await request.json())
        answer = self.answers.pop(0) if self.answers else web.Response(text="ok")
        if answer is None:
            await self.closing.wait()
            return web.Response(text="too late")
        return answer


@asynccontextmanager
async def webhook(*answers: web.Response | None) -> AsyncIterator[Webhook]:
    """A webhook that runs until the block ends."""
    sink = Webhook(list(answers))
    app = web.Application()
    app.router.add_post(f"/services/{SECRET}", sink.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sink.url = f"http://127.0.0.1:{runner.addresses[0][1]}/services/{SECRET}"
    try:
        yield sink
    finally:
        sink.closing.set()
        await runner.cleanup()


@dataclass
class Mailbox:
    """Takes mail, except as `refusals` say: the answer to a recipient, or to the data under `data`."""

    refusals: dict[str, str] = field(default_factory=dict)
    mails: list[EmailMessage] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if "data" in self.refusals:
            return self.refusals["data"]
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.encrypted.append(session.ssl is not None)
        self.recipients.append(envelope.rcpt_tos)
        return "250 OK"

    def log_in(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        return AuthResult(success=(data.login.decode(), data.password.decode()) == LOGIN, handled=False)


@asynccontextmanager
async def mailbox(
    refusals: dict[str, str] | None = None,
    *,
    starttls: ssl.SSLContext | None = None,
    tls: ssl.SSLContext | None = None,
    login: bool = False,
) -> AsyncIterator[Mailbox]:
    """A mail server that runs until the block ends; `tls` from the first byte, `starttls` where the client asks."""
    box = Mailbox(refusals or {})
    loop = asyncio.get_running_loop()

    def connected() -> SMTP:
        return SMTP(
            box,
            hostname="mail.example.org",
            tls_context=starttls,
            auth_required=login and tls is None,  # aiosmtpd knows only STARTTLS as encrypted
            auth_require_tls=tls is None,
            authenticator=box.log_in,
            loop=loop,
        )

    async with listening(connected, tls) as box.port:
        yield box


@asynccontextmanager
async def listening(
    connected: Callable[[], asyncio.BaseProtocol], tls: ssl.SSLContext | None = None
) -> AsyncIterator[int]:
    """A server of this protocol; gives its port."""
    server = await asyncio.get_running_loop().create_server(connected, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
