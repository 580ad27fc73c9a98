"""Puts submissions, readings and reviews where the other services put them."""

import hashlib
import io
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import asyncpg
import msgspec

from gonogo_console import store
from gonogo_contracts import review as reviews
from gonogo_contracts.envelope import Envelope, Event
from gonogo_contracts.events import ReviewScored, SubmissionFailed, SubmissionParsed, SubmissionReceived, Upload
from gonogo_contracts.events.review_scored import PreviousReview
from gonogo_contracts.review import Review
from gonogo_platform import keys
from gonogo_review import rubric
from gonogo_review.evidence import read_evidence
from gonogo_review.judging import judge
from gonogo_review.model import Reading
from gonogo_review.packing import pack
from gonogo_review.reading import read_report

MATERIAL = Path(__file__).parent / "material"
AT = datetime(2026, 11, 25, 9, 0, 0, tzinfo=UTC)
VERSION = "test"

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"


class Sent(NamedTuple):
    """An upload."""

    id: uuid.UUID
    project: str
    release: str
    at: datetime
    report: bytes
    name: str
    evidence: Mapping[str, bytes]

    @property
    def about(self) -> dict[str, Any]:
        return {
            "submission_id": self.id,
            "project": self.project,
            "release": self.release,
            "received_at": self.at,
        }

    def upload(self, name: str, body: bytes) -> Upload:
        return Upload(name, hashlib.sha256(body).hexdigest(), len(body))

    @property
    def received(self) -> SubmissionReceived:
        evidence = tuple(self.upload(name, body) for name, body in self.evidence.items())
        return SubmissionReceived(**self.about, report=self.upload(self.name, self.report), evidence=evidence)

    @property
    def parsed(self) -> SubmissionParsed:
        return SubmissionParsed(**self.about, reader_version=VERSION, claims=3, facts=1, problems=0)

    def failed(self, message: str) -> SubmissionFailed:
        return SubmissionFailed(**self.about, stage="parser", code="report-unreadable", message=message)


def sent(
    project: str = "payments-api",
    release: str = "2.4.0",
    at: datetime = AT,
    report: bytes | None = None,
    name: str = "readiness.md",
    evidence: Mapping[str, bytes] | None = None,
) -> Sent:
    """An upload as people send it; the report is ours unless another is given."""
    body = (MATERIAL / "payments.md").read_bytes() if report is None else report
    return Sent(uuid.uuid4(), project, release, at, body, name, evidence or {})


def judged(upload: Sent) -> tuple[Reading, Review]:
    """The real reading and the real review."""
    reading = read_report(upload.report, upload.name)
    evidence = [read_evidence(name, io.BytesIO(body)) for name, body in upload.evidence.items()]
    return reading, judge(reading, evidence, rubric.default(), (), upload.at.date().isoformat())


def sealed(event: Event, at: datetime) -> Envelope[Any]:
    return Envelope(id=uuid.uuid4(), type=event.TYPE, version=event.VERSION, time=at, correlation_id="test", data=event)


async def store_upload(connection: Connection, upload: Sent, key_id: str = "k" * 12) -> None:
    """As ingest does, without the bytes."""
    await connection.execute(
        "insert into ingest.submission (id, project, release, commit, key_id, correlation_id, received_at) "
        "values ($1, $2, $3, '4f1c2d9ab', $4, 'test', $5)",
        *(upload.id, upload.project, upload.release, key_id, upload.at),
    )
    for n, (name, body) in enumerate([(upload.name, upload.report), *upload.evidence.items()]):
        digest = hashlib.sha256(body).digest()
        await connection.execute(
            "insert into ingest.body (sha256, size) values ($1, $2) on conflict do nothing", digest, len(body)
        )
        await connection.execute(
            "insert into ingest.submission_file values ($1, $2, $3, $4, $5, 'text/plain')",
            *(upload.id, n, name, digest, len(body)),
        )


async def store_reading(connection: Connection, upload: Sent, reading: Reading) -> None:
    """As the parser does."""
    digest = hashlib.sha256(upload.report).digest()
    fresh = await connection.fetchval(
        "insert into parser.reading (sha256, name, version, kind, body, claims, facts, problems) "
        "values ($1, $2, $3, 'report', $4, 0, 0, 0) on conflict do nothing returning true",
        *(digest, upload.name, VERSION, pack(reading)),
    )
    if fresh:
        await connection.executemany(
            "insert into parser.claim (sha256, name, version, n, line, type, text) values ($1, $2, $3, $4, $5, $6, $7)",
            [
                (digest, upload.name, VERSION, n, statement.line, statement.type, statement.text)
                for n, statement in enumerate(reading.statements)
            ],
        )


async def store_review(
    connection: Connection,
    upload: Sent,
    review: Review,
    previous: ReviewScored | None = None,
    comparison: object = None,
    after: timedelta = timedelta(milliseconds=400),
) -> ReviewScored:
    """As the scorer does; gives the event that tells of it."""
    scored = ReviewScored(
        **upload.about,
        review_id=uuid.uuid4(),
        verdict=review.verdict,
        score=review.score,
        credibility=review.credibility,
        findings=len(review.findings),
        findings_high=0,
        rubric=review.rubric.name,
        rubric_version=review.rubric.version,
        previous=PreviousReview(previous.review_id, previous.verdict, previous.score) if previous else None,
    )
    await connection.execute(
        "insert into scorer.review values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        *(scored.review_id, upload.id, upload.project, upload.release, review.verdict, review.score),
        *(review.credibility, review.rubric.name, review.rubric.version, previous.review_id if previous else None),
        msgspec.json.encode(comparison).decode() if comparison else None,
        *(reviews.encode(review), upload.at, upload.at + after),
    )
    await connection.executemany(
        "insert into scorer.finding values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            (scored.review_id, n, one.kind, one.rule, one.severity, one.fingerprint, None, one.message, one.waived)
            for n, one in enumerate(review.findings)
        ],
    )
    return scored


async def tell(connection: Connection, event: Event, at: datetime) -> None:
    """Lets the console see an event, without the broker."""
    await connection.execute("set search_path = console")
    await store.record(connection, sealed(event, at))


async def store_all(connection: Connection, upload: Sent, **more: Any) -> ReviewScored:
    """An upload on its whole way: read, judged, seen by the console."""
    reading, review = judged(upload)
    review = msgspec.structs.replace(review, **more.pop("replace", {}))
    reading = msgspec.structs.replace(reading, lines=(*reading.lines, *more.pop("more_lines", ())))
    await store_upload(connection, upload, more.pop("key_id", "k" * 12))
    await store_reading(connection, upload, reading)
    scored = await store_review(connection, upload, review, **more)
    for event, milliseconds in ((upload.received, 5), (upload.parsed, 180), (scored, 400)):
        await tell(connection, event, upload.at + timedelta(milliseconds=milliseconds))
    return scored


async def store_key(connection: Connection, pepper: str, project: str, *scopes: str, days: int = 30) -> str:
    """A new key's text."""
    key = keys.new_key(pepper)
    await connection.execute(
        "insert into ingest.api_key (id, name, project, scopes, digest, expires_at) "
        "values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))",
        *(key.id, f"{project} release managers", project, list(scopes), key.digest, days),
    )
    return key.text
