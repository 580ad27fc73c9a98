"""submission.received → submission.parsed."""

from typing import Any

import structlog

from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import SubmissionParsed, SubmissionReceived
from gonogo_parser import store
from gonogo_parser.reading import Reader
from gonogo_platform.journal import Journal
from gonogo_review.version import READER_VERSION

log = structlog.get_logger()


async def on_submission_received(consumer: str, envelope: Envelope[Any], *, journal: Journal, reader: Reader) -> None:
    """Reads what was not read before, and says how much was found.

    Raises:
        Permanent: no such submission, or a file that cannot be read within its limits.
    """
    event: SubmissionReceived = envelope.data
    known, fresh = await reader.read(event)
    async with journal.handling(consumer, envelope) as unit:
        if not unit.first:
            return
        await store.save(unit.connection, fresh)
        counts = [*known, *(reading.counts for reading in fresh)]
        await unit.emit(
            SubmissionParsed(
                submission_id=event.submission_id,
                project=event.project,
                release=event.release,
                received_at=event.received_at,
                reader_version=READER_VERSION,
                claims=sum(count.claims for count in counts),
                facts=sum(count.facts for count in counts),
                problems=sum(count.problems for count in counts),
            )
        )
    await reader.cache(fresh)
    log.info("parsed", submission=str(event.submission_id), read=len(fresh), known=len(known))
