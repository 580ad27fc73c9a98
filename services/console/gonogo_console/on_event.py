"""Any event → where its submission stands, and its timeline. Events may come twice and in any order."""

from typing import Any
from uuid import UUID

from gonogo_console import store
from gonogo_console.live import Live
from gonogo_contracts.envelope import Envelope, Event
from gonogo_platform.errors import GonogoError
from gonogo_platform.journal import Journal

CONSUMER = "console"


async def on_event(envelope: Envelope[Any], *, journal: Journal, live: Live) -> None:
    """Records the event, then tells whoever follows its submission."""
    async with journal.handling(CONSUMER, envelope) as unit:
        if unit.first:
            await store.record(unit.connection, envelope)
    submission: UUID = envelope.data.submission_id
    await live.tell(submission)


def failed(_event: Event, _error: GonogoError) -> None:
    """Nobody waits for the console: its dead letters are the operator's."""
