"""A verdict is there. Consumes review.scored, emits notification.requested for each route and channel that hears."""

from collections.abc import Sequence

from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import ReviewScored
from gonogo_notifier.deciding import request_deliveries
from gonogo_notifier.routes import Route
from gonogo_notifier.store import Store
from gonogo_platform.journal import Journal

CONSUMER = "notifier.decide"


async def on_review_scored(
    envelope: Envelope[ReviewScored], *, journal: Journal, store: Store, routes: Sequence[Route]
) -> None:
    """Judging again tells only where it changes the submission's verdict: nobody wants a thousand repetitions."""
    event = envelope.data
    if await store.verdict_before(event.submission_id, event.review_id) == event.verdict:
        return
    async with journal.handling(CONSUMER, envelope) as unit:
        if unit.first:
            await request_deliveries(event, unit, routes=routes, store=store)
