"""The composition root: settings in, a connected notifier out."""

import os
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

import structlog

from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import SubmissionFailed
from gonogo_notifier.email import Email
from gonogo_notifier.on_notification_requested import Post, give_up, on_notification_requested
from gonogo_notifier.on_review_scored import on_review_scored
from gonogo_notifier.on_submission_failed import on_submission_failed
from gonogo_notifier.routes import Route
from gonogo_notifier.routes_file import routes_of
from gonogo_notifier.sending import Channel, Round
from gonogo_notifier.settings import NotifierSettings
from gonogo_notifier.slack import Slack, open_session, webhooks
from gonogo_notifier.smtp_server import SmtpServer
from gonogo_notifier.store import Store
from gonogo_platform.consuming import Handle
from gonogo_platform.errors import Misconfigured
from gonogo_platform.service import Service, connect

log = structlog.get_logger()


async def build(settings: NotifierSettings, stack: AsyncExitStack) -> Service:
    """The notifier, with its queues.

    Raises:
        Misconfigured: a route is wrong or names a channel that is not configured.
    """
    routes = routes_of(settings)
    if not routes:
        log.warning("no channel is set: nobody will be told; see docs/settings.md")
    channels = await _channels(routes, settings, stack)
    service = await connect("notifier", settings, stack)
    store = Store(service.database)
    post = Post(
        service.journal,
        store,
        service.metrics,
        {route.name: route for route in routes},
        {channel.name: _round(channel, service, settings) for channel in channels},
        settings.console_url,
    )
    decide = _decide(service, store, routes)
    service.consume("notifier.decide", decide)
    service.consume("notifier.decide.bulk", decide)
    for queue in ("notifier.slack", "notifier.email"):
        service.consume(queue, partial(on_notification_requested, post=post), give_up=partial(give_up, post=post))
    return service


def _decide(service: Service, store: Store, routes: Sequence[Route]) -> Handle:
    async def decide(envelope: Envelope[Any]) -> None:
        handle = on_submission_failed if isinstance(envelope.data, SubmissionFailed) else on_review_scored
        await handle(envelope, journal=service.journal, store=store, routes=routes)

    return decide


def _round(channel: Channel, service: Service, settings: NotifierSettings) -> Callable[[], Round]:
    return partial(Round, channel, service.tracer_provider.get_tracer("gonogo_notifier"), settings.send_timeout)


async def _channels(routes: Sequence[Route], settings: NotifierSettings, stack: AsyncExitStack) -> list[Channel]:
    """The channels that routes lead to."""
    channels: list[Channel] = []
    if known := webhooks(routes, settings, os.environ):
        channels.append(Slack(known, await open_session(settings, stack)))
    if any(route.email for route in routes):
        channels.append(_email(settings))
    return channels


def _email(settings: NotifierSettings) -> Email:
    server = SmtpServer.parse(settings.smtp_url.get_secret_value())
    if server is None:
        raise Misconfigured("smtp-missing", "a route leads to email, but GONOGO_SMTP_URL is not set")
    require_tls = settings.environment == "production"
    return Email(server, settings.sender, require_tls, settings.send_timeout)
