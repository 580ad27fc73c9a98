"""The console's SQL: it writes what it saw of events, and reads what the other services stored."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from gonogo_console import queries
from gonogo_console.answers import File, Happening, Hit, Point, Project, Submission, SubmissionDetails
from gonogo_console.cursors import Cursor
from gonogo_console.wording import happening
from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import ReviewScored, SubmissionFailed
from gonogo_platform.postgres import Connection, Database

STAGES: Mapping[str, tuple[str, int]] = {
    "submission.received": ("received", 0),
    "submission.parsed": ("parsed", 1),
    "submission.failed": ("failed", 2),
    "review.scored": ("scored", 2),
}
"""Event → state and its rank: a higher rank wins; among equals, the later."""

FINAL = frozenset({"scored", "failed"})

MAX_TIMELINE = 200
"""Entries of a timeline shown, the newest; rescoring may add many."""

MAX_PACKED = 16 * 1024 * 1024
"""Bytes of a compressed reading; of a larger one the page shows no text."""


class KeyRow(NamedTuple):
    """An API key that is valid now."""

    id: str
    name: str
    project: str
    scopes: tuple[str, ...]
    digest: bytes


class ReviewRow(NamedTuple):
    """A stored review."""

    id: UUID
    submission_id: UUID
    project: str
    release: str
    previous_id: UUID | None
    comparison: str | None
    body: bytes
    key_id: str


class Owned(NamedTuple):
    """A submission, and the key that sent it."""

    submission: SubmissionDetails
    key_id: str


async def record(connection: Connection, envelope: Envelope[Any]) -> None:
    """Adds the event to its submission's timeline and moves the submission on, if it does."""
    event = envelope.data
    data = msgspec.json.encode(event).decode()
    await connection.execute(queries.ADD_EVENT, envelope.id, event.submission_id, envelope.type, envelope.time, data)
    state, stage = STAGES.get(envelope.type, ("received", 0))
    failure = (event.stage, event.code, event.message) if isinstance(event, SubmissionFailed) else (None, None, None)
    at = envelope.time if envelope.type in STAGES else event.received_at
    await connection.execute(
        queries.MOVE_ON,
        *(event.submission_id, event.project, event.release, event.received_at),
        *(state, stage, at, *failure),
    )
    if isinstance(event, ReviewScored):
        change = round(event.score - event.previous.score, 1) if event.previous else None
        await connection.execute(
            queries.REVIEWED,
            *(event.submission_id, envelope.time, event.review_id),
            *(event.verdict, event.score, event.credibility, change),
        )


class Store:
    """Reads, each in one connection of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def key(self, identity: str) -> KeyRow | None:
        """The key of this id, unless it is expired or revoked."""
        found = await self._fetch(queries.KEY, identity)
        return KeyRow(*found[0].values()) if found else None

    async def submission(self, identity: UUID) -> Owned | None:
        """The submission with its timeline; right after the upload, before any event came, it stands at `received`."""
        async with self._database.connection() as connection:
            row = await connection.fetchrow(queries.SUBMISSION, identity)
            if row is None:
                return None
            files = await connection.fetch(queries.FILES, identity)
            events = await connection.fetch(queries.TIMELINE, identity, MAX_TIMELINE)
            reviews = await connection.fetch(queries.REVIEWS, identity, MAX_TIMELINE)
        details = SubmissionDetails(
            **_standing(row),
            commit=row["commit"],
            environment=row["environment"],
            labels=msgspec.json.decode(row["labels"]),
            files=tuple(File(**file) for file in files),
            timeline=tuple(_happening(event) for event in reversed(events)),
            reviews=tuple(review["id"] for review in reviews),
        )
        return Owned(details, row["key_id"])

    async def submissions(
        self, project: str | None, limit: int, before: Cursor | None, *, reviewed: bool = False
    ) -> tuple[tuple[Submission, ...], str | None]:
        """A part of the list, newest first, and the cursor of the next; `reviewed`: only those with a review."""
        rows = await self._fetch(queries.SUBMISSIONS, project, limit + 1, *(before or (None, None)), reviewed)
        items = tuple(Submission(**_standing(row)) for row in rows[:limit])
        more = len(rows) > limit
        return items, str(Cursor(items[-1].received_at, items[-1].id)) if more else None

    async def trend(self, project: str, limit: int) -> tuple[Point, ...]:
        """The newest reviews of the project's submissions, oldest first."""
        rows = await self._fetch(queries.TREND, project, limit)
        return tuple(Point(**row) for row in reversed(rows))

    async def projects(self, only: str | None, limit: int, after: str | None) -> tuple[tuple[Project, ...], str | None]:
        """A part of the list of projects, by name, and the name after which the next part begins."""
        rows = await self._fetch(queries.PROJECTS, only, after or "", limit + 1)
        items = tuple(
            Project(
                slug=row["project"],
                submissions=row["submissions"],
                latest=Submission(**_standing(row)),
                scores=tuple(row["scores"] or ()),
            )
            for row in rows[:limit]
        )
        return items, items[-1].slug if len(rows) > limit else None

    async def review(self, identity: UUID) -> ReviewRow | None:
        """The review of this id, or the newest of the submission of this id."""
        found = await self._fetch(queries.REVIEW, identity)
        return ReviewRow(*found[0].values()) if found else None

    async def reading(self, submission: UUID) -> bytes | None:
        """The submission's report as read, packed; None where it is not stored or too large to show."""
        found = await self._fetch(queries.READING, submission, MAX_PACKED)
        return found[0]["body"] if found else None

    async def search(self, text: str, project: str | None, limit: int) -> tuple[Hit, ...]:
        """Projects by name, findings and claims by words."""
        words = text.replace("\0", " ")
        async with self._database.connection() as connection:
            named = await connection.fetch(queries.SEARCH_PROJECTS, words, project, limit)
            findings = await connection.fetch(queries.SEARCH_FINDINGS, words, project, limit)
            claims = await connection.fetch(queries.SEARCH_CLAIMS, words, project, limit)
        return tuple(Hit(**row) for row in (*named, *findings, *claims))

    async def _fetch(self, query: str, *arguments: object) -> Sequence[Any]:
        async with self._database.connection() as connection:
            return await connection.fetch(query, *arguments)


def _standing(row: Any) -> dict[str, Any]:
    failure = None
    if row["state"] == "failed":
        failure = {"stage": row["failure_stage"], "code": row["failure_code"], "message": row["failure_message"]}
    fields = {name: row[name] for name in queries.STANDING_FIELDS}
    return {**fields, "final": row["state"] in FINAL, "failure": failure}


def _happening(row: Any) -> Happening:
    data = msgspec.json.decode(row["data"])
    return Happening(time=row["time"], type=row["type"], text=happening(row["type"], data), data=data)
