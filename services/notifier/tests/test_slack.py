"""Slack deliveries against a real HTTP server."""

import logging
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web

from gonogo_notifier.outside import is_public
from gonogo_notifier.slack import MAX_ANSWER, Slack, connect, open_session
from gonogo_notifier.slack_message import message
from gonogo_platform.errors import GonogoError, Permanent, Transient
from services.notifier.tests.examples import CONTENTS
from services.notifier.tests.running import Attempts, settings
from services.notifier.tests.servers import SECRET, Webhook, webhook
from services.notifier.tests.test_settings import STRONG


@asynccontextmanager
async def slack(url: str, **fields: str) -> AsyncIterator[Attempts]:
    async with AsyncExitStack() as stack:
        session = await open_session(settings(**fields), stack)
        yield Attempts(Slack({"default": url}, session))


@asynccontextmanager
async def talking(*answers: web.Response | None) -> AsyncIterator[tuple[Webhook, Attempts]]:
    async with webhook(*answers) as sink, slack(sink.url) as attempts:
        yield sink, attempts


def answer(status: int, text: str = "", **headers: str) -> web.Response:
    return web.Response(status=status, text=text, headers={k.replace("_", "-"): v for k, v in headers.items()})


async def test_a_message_arrives_whole() -> None:
    """What is posted is what was written."""
    async with talking() as (sink, attempts):
        assert await attempts.send() == ""
        assert sink.calls == [message(CONTENTS["hold"])]
        assert attempts.made == 1


async def test_a_failing_slack_is_asked_again_a_few_times() -> None:
    """With growing pauses; the third attempt gets through."""
    async with talking(answer(500), answer(503)) as (sink, attempts):
        await attempts.send()
        assert len(sink.calls) == attempts.made == 3
        assert attempts.waited == [0.5, 1.0]


async def test_a_slack_that_keeps_failing_is_left_to_the_queue() -> None:
    """After three attempts, as transient."""
    async with talking(*(answer(500, "rollup_error") for _ in range(9))) as (sink, attempts):
        with pytest.raises(Transient, match=r"Slack answered 500 \(rollup_error\)"):
            await attempts.send()
        assert len(sink.calls) == attempts.made == 3


async def test_retry_after_is_honoured() -> None:
    """The pause is the one that Slack asks for."""
    async with talking(answer(429, Retry_After="3")) as (sink, attempts):
        await attempts.send()
        assert attempts.waited == [3.0]
        assert len(sink.calls) == 2


async def test_a_long_retry_after_is_left_to_the_queue() -> None:
    """A consumer does not sit and wait."""
    async with talking(answer(429, Retry_After="600")) as (sink, attempts):
        with pytest.raises(Transient) as caught:
            await attempts.send()
        assert caught.value.code == "channel-busy"
        assert (len(sink.calls), attempts.waited) == (1, [])


@pytest.mark.parametrize("after", ["Wed, 25 Nov 2026 09:00:00 GMT", "-5", "nan", "inf", ""])
async def test_a_strange_retry_after_does_no_harm(after: str) -> None:
    """Whatever it says, the pause is finite and not negative."""
    async with talking(answer(429, Retry_After=after)) as (_, attempts):
        with suppress(Transient):
            await attempts.send()
        assert all(0 <= seconds <= 5 for seconds in attempts.waited)


@pytest.mark.parametrize(
    ("status", "text", "said"),
    [
        (404, "no_service", "Slack answered 404 (no_service)"),
        (410, "channel_is_archived", "Slack answered 410 (channel_is_archived)"),
        (403, "action_prohibited", "Slack answered 403 (action_prohibited)"),
        (400, "invalid_blocks", "Slack answered 400 (invalid_blocks)"),
        (404, f"<html>/services/{SECRET} not found</html>", "Slack answered 404"),
    ],
)
async def test_a_refusal_is_final(status: int, text: str, said: str) -> None:
    """One call, and Slack's own word for why; nothing else of the answer."""
    async with talking(answer(status, text)) as (sink, attempts):
        with pytest.raises(Permanent) as caught:
            await attempts.send()
        assert caught.value.message == said
        assert len(sink.calls) == 1


async def test_a_silent_slack_is_given_up_in_time() -> None:
    """Each attempt ends by itself."""
    async with talking(None, None, None) as (sink, attempts):
        attempts.seconds = 0.05
        with pytest.raises(Transient, match=r"slack did not answer within 0\.05 s"):
            await attempts.send()
        assert len(sink.calls) == 3


async def test_a_redirect_is_not_followed() -> None:
    """It could lead anywhere, and the report would go there."""
    async with webhook() as elsewhere, talking(answer(307, Location=elsewhere.url)) as (sink, attempts):
        with pytest.raises(Permanent, match="redirect"):
            await attempts.send()
        assert (len(sink.calls), elsewhere.calls) == (1, [])


async def test_a_long_answer_is_not_read() -> None:
    """Slack's answers are one word; whatever sends more is not read to its end."""
    async with webhook(answer(200, "x" * 5_000_000)) as sink, AsyncExitStack() as stack:
        client = connect(sink.url, await open_session(settings(), stack))
        assert len((await client.send(text="hello")).body) == MAX_ANSWER


async def test_nobody_there_is_transient() -> None:
    """The server may come back."""
    async with webhook() as sink:
        gone = sink.url
    async with slack(gone) as attempts:
        with pytest.raises(Transient, match="Slack cannot be reached: ClientConnectorError"):
            await attempts.send()


@pytest.fixture
def two_private_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to loopback by both families, whatever this machine calls itself."""
    found = [(socket.AF_INET6, "::1"), (socket.AF_INET, "127.0.0.1")]

    def lookup(_host: str, port: int, *_arguments: Any, **_options: Any) -> list[Any]:
        tail = {socket.AF_INET6: (0, 0), socket.AF_INET: ()}
        return [(family, socket.SOCK_STREAM, 6, "", (address, port, *tail[family])) for family, address in found]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


PRIVATE = ["127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:7f00:1]"]


@pytest.mark.usefixtures("two_private_addresses")
async def test_production_calls_no_private_address_behind_a_name() -> None:
    """Also where the name has an address of each family, between which clients like to race."""
    async with slack(f"https://hooks.example.org/services/{SECRET}", **STRONG) as attempts:
        with pytest.raises(Permanent) as caught:
            await attempts.send()
        assert caught.value.code == "address-private"


@pytest.mark.parametrize("host", PRIVATE)
async def test_production_calls_no_private_address(host: str) -> None:
    """Whether the address is written or a name leads there; nothing is sent."""
    async with webhook() as sink, slack(f"https://{host}/services/{SECRET}", **STRONG) as attempts:
        with pytest.raises(Permanent) as caught:
            await attempts.send()
        assert caught.value.code == "address-private"
        assert sink.calls == []


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",  # noqa: S104 - refused, not bound
        "127.8.8.8",
        "10.1.2.3",
        "100.64.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
    ],
)
def test_private_addresses(host: str) -> None:
    """In each of their disguises."""
    assert not is_public(host)


@pytest.mark.parametrize("host", ["3.68.170.153", "2600:1f18::1", "::ffff:3.68.170.153", "64:ff9b::344:aa99"])
def test_public_addresses(host: str) -> None:
    """And those that only look strange."""
    assert is_public(host)


@pytest.mark.parametrize("status", [404, 500])
async def test_the_webhook_stays_secret(status: int, caplog: pytest.LogCaptureFixture) -> None:
    """Not in logs of any level, errors or spans; and every attempt has its span."""
    caplog.set_level(logging.DEBUG)
    async with talking(answer(status), answer(status), answer(status)) as (sink, attempts):
        with pytest.raises(GonogoError) as caught:
            await attempts.send()
        spans = attempts.spans.get_finished_spans()
        assert len(spans) == len(sink.calls)
        assert {span.attributes["http.response.status_code"] for span in spans if span.attributes} == {status}
        shown = "".join([caplog.text, *traceback.format_exception(caught.value), *(span.to_json() for span in spans)])
        assert SECRET not in shown
