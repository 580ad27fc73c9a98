"""The scorer's SQL: it reads uploads and readings, and writes reviews, findings and nothing else."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from gonogo_contracts.events import ReviewScored, SubmissionReceived, Upload
from gonogo_contracts.events.about_submission import AboutSubmission
from gonogo_contracts.review import Verdict
from gonogo_platform.postgres import Connection
from gonogo_review.packing import Source
from gonogo_review.waivers import Waiver
from gonogo_scorer.work import Judged

FILES = "select n, name, sha256 from ingest.submission_file where submission_id = $1 order by n"

UPLOADED = """
select file.n, file.name, encode(file.sha256, 'hex') as sha256, file.size, this.commit, this.environment
from ingest.submission_file as file join ingest.submission as this on this.id = file.submission_id
where this.id = $1 order by file.n
"""

# The review before: of the same project, of the newest submission that was received earlier than this one.
PREVIOUS = """
select review.id, review.verdict, review.score, review.body
from review join ingest.submission as this on this.id = $1 and this.project = review.project
where review.submission_id <> $1 and review.received_at <= this.received_at
order by review.received_at desc, review.scored_at desc limit 1
"""

WAIVERS = """
select distinct on (target) target, reason, by_whom, until, coalesce(second, '') as second
from waiver where project = (select project from ingest.submission where id = $1)
order by target, at desc
"""

READINGS = """
select asked.n, reading.body
from unnest($1::text[], $2::text[], $3::bytea[], $4::text[]) with ordinality as asked (kind, name, sha256, version, n)
join parser.reading using (kind, name, sha256, version)
"""

SAVE = """
insert into review (id, submission_id, project, release, verdict, score, credibility, rubric_name, rubric_version,
                    previous_id, comparison, body, received_at, scored_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
"""

FINDING_COLUMNS = ("review_id", "n", "kind", "rule", "severity", "fingerprint", "line", "message", "waived")


class Case(NamedTuple):
    """What is known of a submission before it is judged."""

    files: tuple[Source, ...]
    """The report first."""
    waivers: tuple[Waiver, ...]
    previous_id: UUID | None
    previous_verdict: Verdict | None
    previous_score: float
    previous_body: bytes | None


async def case(connection: Connection, submission: UUID) -> Case | None:
    """The submission's files, its project's waivers and its project's review before; None where it does not exist."""
    files = await connection.fetch(FILES, submission)
    if not files:
        return None
    previous = await connection.fetchrow(PREVIOUS, submission)
    waivers = await connection.fetch(WAIVERS, submission)
    return Case(
        files=tuple(Source("evidence" if f["n"] else "report", f["name"], f["sha256"].hex()) for f in files),
        waivers=tuple(Waiver(w["target"], w["reason"], w["by_whom"], w["until"], w["second"]) for w in waivers),
        previous_id=previous["id"] if previous else None,
        previous_verdict=previous["verdict"] if previous else None,
        previous_score=previous["score"] if previous else 0.0,
        previous_body=previous["body"] if previous else None,
    )


async def received(connection: Connection, about: AboutSubmission) -> SubmissionReceived:
    """What ingest said of this submission when it came, to be said again."""
    rows = await connection.fetch(UPLOADED, about.submission_id)
    report, *evidence = [Upload(row["name"], row["sha256"], row["size"]) for row in rows]
    return SubmissionReceived(
        submission_id=about.submission_id,
        project=about.project,
        release=about.release,
        received_at=about.received_at,
        report=report,
        evidence=tuple(evidence),
        commit=rows[0]["commit"],
        environment=rows[0]["environment"],
    )


async def readings(connection: Connection, files: Sequence[Source]) -> dict[Source, bytes]:
    """The stored readings of these files, by the present versions."""
    records = await connection.fetch(
        READINGS,
        [file.kind for file in files],
        [file.name for file in files],
        [bytes.fromhex(file.sha256) for file in files],
        [file.version for file in files],
    )
    return {files[record["n"] - 1]: record["body"] for record in records}


async def save(connection: Connection, scored: ReviewScored, case: Case, judged: Judged, at: datetime) -> None:
    """Stores the review and, in one round trip, its findings."""
    await connection.execute(
        SAVE,
        scored.review_id,
        scored.submission_id,
        scored.project,
        scored.release,
        scored.verdict,
        scored.score,
        scored.credibility,
        scored.rubric,
        scored.rubric_version,
        case.previous_id,
        judged.comparison.decode() if judged.comparison else None,
        judged.body,
        scored.received_at,
        at,
    )
    rows = [(scored.review_id, *row) for row in judged.findings]
    if rows:
        await connection.copy_records_to_table("finding", schema_name="scorer", columns=FINDING_COLUMNS, records=rows)
