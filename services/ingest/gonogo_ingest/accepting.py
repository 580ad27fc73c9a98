"""From a checked upload to a stored submission that the parser hears of."""

import hashlib
from uuid import UUID

import msgspec

from gonogo_contracts.events import SubmissionReceived
from gonogo_contracts.events import Upload as Stored
from gonogo_ingest import store
from gonogo_ingest.authentication import Sender
from gonogo_ingest.receiving import Upload
from gonogo_ingest.refusals import conflict
from gonogo_platform.clock import new_id, now
from gonogo_platform.journal import Journal


async def accept(journal: Journal, upload: Upload, sender: Sender, correlation_id: str, key: str | None) -> UUID:
    """Stores the upload and its event in one transaction; gives the id of the submission.

    The same Idempotency-Key and request give the same submission, however often and however simultaneously they come.

    Raises:
        Problem: the key came with another request before.
    """
    request = digest(upload)
    async with journal.beginning(correlation_id) as unit:
        if key is not None and (before := await store.remembered(unit.connection, sender.key_id, key)) is not None:
            submission, known = before
            if known != request:
                raise conflict()
            return submission
        submission, at = new_id(), now()
        await store.add(unit.connection, submission, upload, sender.key_id, correlation_id, at)
        if key is not None:
            await store.remember(unit.connection, sender.key_id, key, request, submission)
        report, *evidence = [Stored(file.name, file.sha256, file.spool.size) for file in upload.files]
        await unit.emit(
            SubmissionReceived(
                submission_id=submission,
                project=upload.fields.project,
                release=upload.fields.release,
                received_at=at,
                report=report,
                evidence=tuple(evidence),
                commit=upload.fields.commit,
                environment=upload.fields.environment,
            )
        )
    return submission


def digest(upload: Upload) -> bytes:
    """SHA-256 over everything that was asked: fields, names, contents."""
    files = [(file.role, file.name, file.sha256) for file in upload.files]
    return hashlib.sha256(msgspec.json.encode([upload.fields, files], order="sorted")).digest()
