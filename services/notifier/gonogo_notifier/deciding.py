"""Notes every delivery that an event is due, and asks for each, in one transaction."""

from collections.abc import Sequence

from gonogo_contracts.events import NotificationRequested
from gonogo_notifier.routes import Route, Told, deliveries
from gonogo_notifier.store import Store
from gonogo_platform.clock import new_id
from gonogo_platform.journal import Unit


async def request_deliveries(event: Told, unit: Unit, *, routes: Sequence[Route], store: Store) -> None:
    """One row and one event for each route and channel that hears of it."""
    assert unit.cause is not None  # noqa: S101 - deliveries are decided while an event is handled
    for route, channel in deliveries(routes, event):
        delivery_id = new_id()
        if await store.add(unit.connection, delivery_id, unit.cause.id, event, route.name, channel):
            await unit.emit(
                NotificationRequested(
                    submission_id=event.submission_id,
                    project=event.project,
                    release=event.release,
                    received_at=event.received_at,
                    delivery_id=delivery_id,
                    channel=channel,
                    route=route.name,
                )
            )
