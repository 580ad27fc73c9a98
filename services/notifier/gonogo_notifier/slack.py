"""Delivers to Slack by incoming webhook."""

import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID

import aiohttp
from opentelemetry import trace
from slack_sdk.webhook.async_client import AsyncWebhookClient
from slack_sdk.webhook.webhook_response import WebhookResponse

from gonogo_notifier.content import Content
from gonogo_notifier.outside import public_socket
from gonogo_notifier.routes import ChannelName, Route
from gonogo_notifier.sending import AskedToWait
from gonogo_notifier.settings import NotifierSettings, check_https, check_web_address
from gonogo_notifier.slack_message import message
from gonogo_platform.errors import Misconfigured, Permanent, Transient

MAX_ANSWER = 1000
"""Bytes that are read of an answer; Slack's are one word."""

NO_HINT = 1.0
"""Seconds to wait where a 429 does not name any."""

QUIET = logging.getLogger("gonogo_notifier.slack.client")
"""The client logs whole addresses at level debug, and a webhook's address is its secret."""
QUIET.setLevel(logging.WARNING)


class Slack:
    """Posts to the webhook of each route."""

    name: ChannelName = "slack"

    def __init__(self, webhooks: Mapping[str, str], session: aiohttp.ClientSession) -> None:
        """`webhooks` has the address for each route's name."""
        self._clients = {route: connect(url, session) for route, url in webhooks.items()}

    async def send(self, delivery_id: UUID, route: Route, content: Content) -> str:
        """As `Channel.send`; Slack knows no identity of a message, so a repetition cannot be told there."""
        del delivery_id
        try:
            answer = await self._clients[route.name].send_dict(message(content))
        except aiohttp.ClientError as error:
            text = f"Slack cannot be reached: {type(error).__name__}"
            raise Transient("channel-unreachable", text) from None
        trace.get_current_span().set_attribute("http.response.status_code", answer.status_code)
        _judge(answer)
        return ""


def _judge(answer: WebhookResponse) -> None:
    """Success, or one of the two kinds of failure."""
    status = answer.status_code
    if status == 429:
        raise AskedToWait("Slack asks to send less often", _retry_after(answer.headers))
    if status >= 500 or status == 408:
        raise Transient("channel-failed", f"Slack answered {status}{_word(answer.body)}")
    if not 200 <= status < 300:
        raise Permanent("channel-refused", f"Slack answered {status}{_word(answer.body)}")


def _retry_after(headers: Mapping[str, Any]) -> float:
    """Seconds that a 429 asks to wait; a date instead of a number is no use of Slack's."""
    try:
        return max(0.0, float(headers.get("Retry-After", NO_HINT)))
    except ValueError:
        return NO_HINT


def _word(body: str) -> str:
    """Slack's own word for what is wrong, such as `no_service`; nothing else of an answer is kept."""
    return f" ({body})" if re.fullmatch(r"[a-z_]{3,60}", body) else ""


def connect(url: str, session: aiohttp.ClientSession) -> AsyncWebhookClient:
    """Slack's client, without its habits: it would log addresses, wait as long as it is told, and use a proxy."""
    client = AsyncWebhookClient(url, session=session, logger=QUIET, retry_handlers=[])
    client.proxy = None  # a proxy would connect in our place, and its address says nothing of the webhook's
    return client


class ShortAnswer(aiohttp.ClientResponse):
    """Reads as much of an answer as can matter."""

    async def text(self, encoding: str | None = None, errors: str = "replace") -> str:
        """At most `MAX_ANSWER` bytes of it."""
        return (await self.content.read(MAX_ANSWER)).decode(encoding or "utf-8", errors)


async def refuse_redirect(*_: object) -> None:
    """A webhook does not move; what redirects is something else."""
    raise Permanent("channel-refused", "Slack answered with a redirect")


async def open_session(settings: NotifierSettings, stack: AsyncExitStack) -> aiohttp.ClientSession:
    """Outside development it connects to public addresses only."""
    tracing = aiohttp.TraceConfig()
    tracing.on_request_redirect.append(refuse_redirect)
    guard = None if settings.environment == "development" else public_socket
    return await stack.enter_async_context(
        aiohttp.ClientSession(
            # Addresses are tried one after the other: a race between them would swallow what the guard raises.
            connector=aiohttp.TCPConnector(limit=16, socket_factory=guard, happy_eyeballs_delay=None),
            timeout=aiohttp.ClientTimeout(total=settings.send_timeout),
            response_class=ShortAnswer,
            trace_configs=[tracing],
        )
    )


def webhooks(routes: Sequence[Route], settings: NotifierSettings, environ: Mapping[str, str]) -> dict[str, str]:
    """The webhook of each route that leads to Slack.

    Raises:
        Misconfigured: an environment variable that a route names is missing or holds no webhook.
    """
    default = settings.slack_webhook_url.get_secret_value()
    known = {"GONOGO_SLACK_WEBHOOK_URL": default} if default else {}
    named = {route.name: route.slack.webhook_env for route in routes if route.slack}
    return {route: _webhook(route, variable, {**environ, **known}, settings) for route, variable in named.items()}


def _webhook(route: str, variable: str, environ: Mapping[str, str], settings: NotifierSettings) -> str:
    url = environ.get(variable, "")
    if not url:
        raise Misconfigured("webhook-missing", f"route {route} needs a Slack webhook in {variable}, which is not set")
    try:
        check_web_address(url)
        if settings.environment == "production":
            check_https(variable, url)
    except ValueError as error:
        raise Misconfigured("webhook-wrong", f"route {route}, {variable}: {error}") from None
    return url
