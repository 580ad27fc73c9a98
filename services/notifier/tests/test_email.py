"""Email deliveries against a real SMTP server."""

import asyncio
import ssl
import traceback

import pytest
from pydantic import SecretStr

from gonogo_notifier.addresses import parse_address
from gonogo_notifier.email import Email
from gonogo_notifier.smtp_server import SmtpServer, Tls
from gonogo_platform.errors import Permanent, Transient
from services.notifier.tests.certificates import contexts
from services.notifier.tests.running import Attempts
from services.notifier.tests.servers import LOGIN, Mailbox, listening, mailbox


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The server's side and the client's."""
    return contexts(tmp_path_factory.mktemp("tls"))


def sending(
    port: int,
    *,
    tls: Tls = "starttls",
    require_tls: bool = False,
    login: tuple[str, str] = ("", ""),
    context: ssl.SSLContext | None = None,
) -> Attempts:
    server = SmtpServer("127.0.0.1", port, login[0], SecretStr(login[1]), tls)
    return Attempts(Email(server, parse_address("gonogo <gonogo@example.org>"), require_tls, 5.0, context))


def subjects(box: Mailbox) -> list[str]:
    return [str(mail["Subject"]) for mail in box.mails]


async def test_a_message_arrives_whole() -> None:
    """At both recipients, with text and HTML, under the delivery's own name."""
    async with mailbox() as box:
        assert await sending(box.port).send() == ""
    (mail,) = box.mails
    assert box.recipients == [["anna@example.org", "ben@example.org"]]
    assert mail["Message-ID"] == "<0199d8a0-0000-7000-8000-000000000003@example.org>"
    assert mail["Subject"].startswith("[gonogo] HOLD payments 2.4.0: Line 21 says that load testing is completed")
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


async def test_starttls_and_login(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """The login travels encrypted; a server that asks for it takes the message."""
    server, client = tls
    async with mailbox(starttls=server, login=True) as box:
        await sending(box.port, require_tls=True, login=LOGIN, context=client).send()
    assert (box.logins, box.encrypted) == ([LOGIN[0]], [True])


async def test_tls_from_the_first_byte(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """As smtps:// asks."""
    server, client = tls
    async with mailbox(tls=server, login=True) as box:
        await sending(box.port, tls="at-once", require_tls=True, login=LOGIN, context=client).send()
    assert box.logins == [LOGIN[0]]
    assert len(subjects(box)) == 1


@pytest.mark.parametrize("login", [LOGIN, ("", "")])
async def test_without_tls_production_sends_nothing(login: tuple[str, str]) -> None:
    """Neither login nor message leave in the clear."""
    async with mailbox() as box:
        with pytest.raises(Permanent) as caught:
            await sending(box.port, require_tls=True, login=login).send()
    assert caught.value.code == "channel-unfit"
    assert (box.mails, box.logins) == ([], [])


async def test_no_tls_where_it_is_said() -> None:
    """A relay on the same machine, also in production."""
    async with mailbox() as box:
        await sending(box.port, tls="none", require_tls=True).send()
    assert box.encrypted == [False]


@pytest.mark.parametrize("from_the_first_byte", [True, False])
async def test_a_foreign_certificate_gets_nothing(
    from_the_first_byte: bool, tls: tuple[ssl.SSLContext, ssl.SSLContext]
) -> None:
    """It may be renewed, so the queue tries again."""
    server = tls[0]
    async with mailbox(tls=server) if from_the_first_byte else mailbox(starttls=server) as box:
        with pytest.raises(Transient, match="CERTIFICATE_VERIFY_FAILED") as caught:
            await sending(box.port, tls="at-once" if from_the_first_byte else "starttls", require_tls=True).send()
    assert caught.value.code == "channel-untrusted"
    assert box.mails == []


async def test_a_wrong_login_is_final(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    """One attempt, and the setting that is wrong; more would lock the account."""
    server, client = tls
    async with mailbox(starttls=server, login=True) as box:
        attempts = sending(box.port, login=(LOGIN[0], "wr0ng-s3cret"), context=client)
        with pytest.raises(Permanent, match=r"535.*GONOGO_SMTP_URL") as caught:
            await attempts.send()
    assert attempts.made == 1
    assert "s3cret" not in "".join([repr(attempts), *traceback.format_exception(caught.value)])


async def test_refused_recipients_are_final() -> None:
    """Nobody is left to write to; no address is told."""
    no = "550 5.1.1 <anna@example.org>: no such mailbox"
    async with mailbox({"anna@example.org": no, "ben@example.org": no}) as box:
        with pytest.raises(Permanent) as caught:
            await sending(box.port).send()
    assert caught.value.code == "channel-refused"
    assert caught.value.message == "the mail server answered 550 (5.1.1)"
    assert "anna" not in "".join(traceback.format_exception(caught.value))


async def test_one_refused_recipient_stops_nobody() -> None:
    """The others get it, once, and the remark says so without an address."""
    async with mailbox({"anna@example.org": "550 no such mailbox"}) as box:
        assert await sending(box.port).send() == "1 of 2 recipients refused"
    assert box.recipients == [["ben@example.org"]]


@pytest.mark.parametrize(
    ("answer", "kind", "made"),
    [("451 4.3.0 try later", Transient, 3), ("554 5.7.1 looks like spam", Permanent, 1)],
)
async def test_the_servers_word_decides(answer: str, kind: type[Exception], made: int) -> None:
    """4xx may pass, 5xx will not."""
    async with mailbox({"data": answer}) as box:
        attempts = sending(box.port)
        with pytest.raises(kind, match=answer[:3]):
            await attempts.send()
    assert attempts.made == made


async def test_greylisted_recipients_are_tried_again() -> None:
    """All of them refused for now."""
    later = "450 4.2.0 greylisted"
    async with mailbox({"anna@example.org": later, "ben@example.org": later}) as box:
        with pytest.raises(Transient, match=r"450 \(4\.2\.0\)"):
            await sending(box.port).send()


async def test_a_silent_server_is_given_up_in_time() -> None:
    """It takes the connection and says nothing."""
    async with listening(asyncio.Protocol) as port:
        attempts = sending(port)
        attempts.seconds = 0.05
        with pytest.raises(Transient, match=r"email did not answer within 0\.05 s"):
            await attempts.send()
    assert attempts.made == 3


async def test_nobody_there_is_transient() -> None:
    """The server may come back."""
    async with listening(asyncio.Protocol) as port:
        pass
    with pytest.raises(Transient, match="the mail server cannot be used: SMTPConnectError"):
        await sending(port).send()
