"""One delivery is due. Consumes notification.requested, emits notification.delivered or notification.failed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from gonogo_contracts import review as reviews
from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import NotificationDelivered, NotificationFailed, NotificationRequested, SubmissionFailed
from gonogo_notifier.content import Content, of_failure, of_review
from gonogo_notifier.routes import Route
from gonogo_notifier.sending import Round
from gonogo_notifier.store import Delivery, Store
from gonogo_platform.clock import now
from gonogo_platform.errors import GonogoError, Permanent, Transient
from gonogo_platform.journal import Journal, Unit
from gonogo_platform.metrics import Metrics


@dataclass(frozen=True)
class Post:
    """What every delivery needs."""

    journal: Journal
    store: Store
    metrics: Metrics
    routes: Mapping[str, Route]
    rounds: Mapping[str, Callable[[], Round]]
    """A fresh round of attempts, for each channel that is configured."""
    console: str
    in_hand: set[UUID] = field(default_factory=set)
    """Deliveries that are being sent: a broker that lost its connection gives their messages a second time."""


async def on_notification_requested(envelope: Envelope[NotificationRequested], *, post: Post) -> None:
    """Sends what is not delivered yet. Where the process dies between the send and the commit, it is sent again."""
    event = envelope.data
    with held(event.delivery_id, post.in_hand):
        delivery = await post.store.load(event.delivery_id)
        if delivery is None:
            raise Permanent("delivery-unknown", "the event names a delivery that is not there")
        if delivery.state == "delivered":
            return
        attempts, remark = await _send(event, delivery, post)
        await _settle(envelope, attempts, remark, post)


@contextmanager
def held(delivery_id: UUID, in_hand: set[UUID]) -> Iterator[None]:
    """Marks the delivery as being sent.

    Raises:
        Transient: it already is.
    """
    if delivery_id in in_hand:
        raise Transient("delivery-in-hand", "this delivery is being sent right now")
    in_hand.add(delivery_id)
    try:
        yield
    finally:
        in_hand.discard(delivery_id)


async def _send(event: NotificationRequested, delivery: Delivery, post: Post) -> tuple[int, str]:
    """How many attempts it took, and the channel's remark."""
    route, begin = post.routes.get(delivery.route), post.rounds.get(delivery.channel)
    if route is None or begin is None or delivery.channel not in route.channels:
        text = f"there is no route {delivery.route} to {delivery.channel} any more"
        raise Permanent("route-gone", text)
    sending, content = begin(), content_of(delivery, post.console)
    try:
        remark = await sending.send(event.delivery_id, route, content)
    except GonogoError as error:
        await post.store.tried(event.delivery_id, sending.made, error)
        raise
    return sending.made, remark


def content_of(delivery: Delivery, console: str) -> Content:
    """What the message says.

    Raises:
        Permanent: the review it tells of is not there, or of a version that is not known here.
    """
    if isinstance(delivery.event, SubmissionFailed):
        return of_failure(delivery.event, console)
    if delivery.review is None:
        raise Permanent("review-unknown", "the delivery names a review that is not there")
    try:
        review = reviews.decode(delivery.review)
    except msgspec.MsgspecError as error:
        raise Permanent("review-unreadable", "the review is of a version that this notifier does not know") from error
    return of_review(delivery.event, review, delivery.before, console)


async def _settle(envelope: Envelope[NotificationRequested], attempts: int, remark: str, post: Post) -> None:
    event = envelope.data
    async with post.journal.handling(f"notifier.{event.channel}", envelope) as unit:
        total = await post.store.delivered(unit.connection, event.delivery_id, attempts, remark)
        if total is None:
            return
        await unit.emit(NotificationDelivered(**_about(event), attempts=total))
    post.metrics.deliveries.labels(event.channel, "delivered").inc()
    if envelope.lane == "interactive":  # a rescoring tells of an upload that was made long ago
        post.metrics.upload_to_delivery.labels(event.channel).observe((now() - event.received_at).total_seconds())


async def give_up(unit: Unit, event: NotificationRequested, error: GonogoError, *, post: Post) -> None:
    """The delivery will not be made: its row and the event that tells of it, in the caller's transaction."""
    total = await post.store.failed(unit.connection, event.delivery_id, error)
    if total is None:
        return
    post.metrics.deliveries.labels(event.channel, "failed").inc()
    await unit.emit(NotificationFailed(**_about(event), attempts=total, code=error.code, message=error.message[:500]))


def _about(event: NotificationRequested) -> dict[str, Any]:
    return {name: getattr(event, name) for name in NotificationRequested.__struct_fields__}
