"""`gonogo rescore`: has submissions judged again, with the present rubric and waivers, in the bulk lane."""

import asyncio
import getpass
import json
from argparse import ArgumentParser, Namespace
from typing import Any
from uuid import UUID

import asyncpg

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.operator import setting
from gonogo_contracts.envelope import Envelope, Event
from gonogo_contracts.events import ReviewRequested, SubmissionReceived, Upload
from gonogo_platform import outbox
from gonogo_platform.clock import new_id, now
from gonogo_review.evidence import EVIDENCE_VERSION
from gonogo_review.version import READER_VERSION

MOST = 100_000
"""Submissions of one call."""

FIND = """
select s.id, s.project, s.release, s.received_at, s.commit, s.environment,
       json_agg(json_build_array(f.name, encode(f.sha256, 'hex'), f.size) order by f.n) as files,
       bool_and(r.sha256 is not null) as is_read
from ingest.submission s
join ingest.submission_file f on f.submission_id = s.id
left join parser.reading r on r.sha256 = f.sha256 and r.name = f.name
    and r.kind = case f.n when 0 then 'report' else 'evidence' end
    and r.version = case f.n when 0 then $3 else $4 end
where ($1::uuid is null or s.id = $1) and ($2::text is null or s.project = $2)
group by s.id order by s.received_at limit $5
"""


def configure(parser: ArgumentParser) -> None:
    """One submission, a project, or everything."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--submission", type=UUID, help="one submission, by its id")
    which.add_argument("--project", help="all submissions of a project")
    which.add_argument("--all", action="store_true", help="all submissions")
    parser.add_argument("--reason", default="asked for by an operator", help="why, for the timeline")
    parser.add_argument("--by", default=getpass.getuser(), help="who asks (default: you)")


def run(args: Namespace) -> int:
    """Says how many were asked for."""
    count = asyncio.run(_ask(args))
    if count == 0:
        raise Refusal("there is no such submission")
    print(f"{count} submission{'s' if count > 1 else ''} will be judged again")
    return DONE


async def _ask(args: Namespace) -> int:
    """Writes the events into the outbox of whoever would say them; its relay publishes them."""
    connection = await asyncpg.connect(setting("GONOGO_POSTGRES_URL"), timeout=10)
    try:
        async with connection.transaction():
            rows = await connection.fetch(FIND, args.submission, args.project, READER_VERSION, EVIDENCE_VERSION, MOST)
            for row in rows:
                event = _request(row, args) if row["is_read"] else _received(row)
                await connection.execute("set local search_path = " + ("scorer" if row["is_read"] else "ingest"))
                await outbox.add(connection, _bulk(event))
    finally:
        await connection.close()
    return len(rows)


def _request(row: asyncpg.Record, args: Namespace) -> ReviewRequested:
    return ReviewRequested(**_about(row), reason=args.reason, by=args.by)


def _received(row: asyncpg.Record) -> SubmissionReceived:
    """A newer version reads differently: the parser has to read these bytes again before they are judged."""
    report, *evidence = [Upload(*file) for file in json.loads(row["files"])]
    return SubmissionReceived(
        **_about(row),
        report=report,
        evidence=tuple(evidence),
        commit=row["commit"],
        environment=row["environment"],
    )


def _about(row: asyncpg.Record) -> dict[str, Any]:
    return {
        "submission_id": row["id"],
        "project": row["project"],
        "release": row["release"],
        "received_at": row["received_at"],
    }


def _bulk(event: Event) -> Envelope[Event]:
    identity = new_id()
    return Envelope(
        id=identity,
        type=event.TYPE,
        version=event.VERSION,
        time=now(),
        correlation_id=identity.hex,
        lane="bulk",
        data=event,
    )
