"""There will be no verdict. Consumes submission.failed, emits notification.requested for each route that hears."""

from collections.abc import Sequence

from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import SubmissionFailed
from gonogo_notifier.deciding import request_deliveries
from gonogo_notifier.on_review_scored import CONSUMER
from gonogo_notifier.routes import Route
from gonogo_notifier.store import Store
from gonogo_platform.journal import Journal


async def on_submission_failed(
    envelope: Envelope[SubmissionFailed], *, journal: Journal, store: Store, routes: Sequence[Route]
) -> None:
    """Where judging again fails, the submission keeps its verdict and nobody needs to act on it."""
    if await store.is_judged(envelope.data.submission_id):
        return
    async with journal.handling(CONSUMER, envelope) as unit:
        if unit.first:
            await request_deliveries(envelope.data, unit, routes=routes, store=store)
