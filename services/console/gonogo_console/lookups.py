"""Finds what a reader asks for, or refuses. What may not be shown looks like what does not exist."""

import asyncio
from contextlib import suppress
from uuid import UUID

from gonogo_console.access import Reader
from gonogo_console.answers import SubmissionDetails
from gonogo_console.store import ReviewRow, Store
from gonogo_platform.problems import Problem
from gonogo_review.model import Reading
from gonogo_review.packing import unpack_report


async def submission(store: Store, reader: Reader, identity: UUID) -> SubmissionDetails:
    """The submission of this id.

    Raises:
        Problem: there is none, or it is another project's.
    """
    owned = await store.submission(identity)
    if owned is None or not reader.may_follow(owned.submission.project, owned.key_id):
        detail = f"there is no submission {identity} that this key may see; check the id, or use its project's key"
        raise Problem(404, "submission-unknown", "No such submission", detail)
    return owned.submission


async def review(store: Store, reader: Reader, identity: UUID) -> ReviewRow:
    """The review of this id, or the newest of the submission of this id.

    Raises:
        Problem: there is none (yet), or it is another project's.
    """
    row = await store.review(identity)
    if row is not None and reader.may_follow(row.project, row.key_id):
        return row
    owned = None if row else await store.submission(identity)
    if owned and reader.may_follow(owned.submission.project, owned.key_id):
        raise _not_yet(owned.submission)
    detail = f"there is no review {identity} that this key may see; check the id, or use its project's key"
    raise Problem(404, "review-unknown", "No such review", detail)


def _not_yet(found: SubmissionDetails) -> Problem:
    if found.failure:
        detail = f"this submission could not be judged: {found.failure.message}"
        return Problem(404, "submission-failed", "No review", detail, submission=str(found.id))
    detail = f"this submission is still being judged (it is {found.state}); ask again, or follow /v1/submissions/"
    problem = Problem(404, "review-pending", "Not yet judged", f"{detail}{found.id}/live", submission=str(found.id))
    return problem.with_header("Retry-After", "1")


async def reading(store: Store, identity: UUID) -> Reading | None:
    """The report of a submission as read, masked; None where it is not stored, too large, or of another version."""
    packed = await store.reading(identity)
    with suppress(ValueError):
        return await asyncio.to_thread(unpack_report, packed) if packed else None
    return None
