"""`gonogo rescore`: has submissions judged again, with the present rubric and waivers, in the bulk lane."""

import asyncio
import getpass
from argparse import ArgumentParser, Namespace
from uuid import UUID

import asyncpg

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.operator import setting
from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import ReviewRequested
from gonogo_platform import outbox
from gonogo_platform.clock import new_id, now

MOST = 100_000
"""Submissions of one call."""

FIND = """
select id, project, release, received_at from ingest.submission
where ($1::uuid is null or id = $1) and ($2::text is null or project = $2)
order by received_at limit $3
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
    """Writes the events into the scorer's outbox; its relay publishes them."""
    url = setting("GONOGO_POSTGRES_URL")
    connection = await asyncpg.connect(url, timeout=10, server_settings={"search_path": "scorer"})
    try:
        async with connection.transaction():
            rows = await connection.fetch(FIND, args.submission, args.project, MOST)
            for row in rows:
                await outbox.add(connection, _request(row, args))
    finally:
        await connection.close()
    return len(rows)


def _request(row: asyncpg.Record, args: Namespace) -> Envelope[ReviewRequested]:
    identity = new_id()
    return Envelope(
        id=identity,
        type=ReviewRequested.TYPE,
        version=ReviewRequested.VERSION,
        time=now(),
        correlation_id=identity.hex,
        lane="bulk",
        data=ReviewRequested(
            submission_id=row["id"],
            project=row["project"],
            release=row["release"],
            received_at=row["received_at"],
            reason=args.reason,
            by=args.by,
        ),
    )
