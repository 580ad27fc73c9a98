"""`gonogo redact`: covers the credentials in a stored report, whose bytes are otherwise kept as they came."""

import asyncio
from argparse import ArgumentParser, Namespace
from typing import NamedTuple
from uuid import UUID

import asyncpg

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.operator import setting

PIECE = 512 * 1024
"""Bytes, as ingest stores them."""

FIND = "select name, sha256 from ingest.submission_file where submission_id = $1 and n = 0"
HOLD = "select 1 from ingest.body where sha256 = $1 for update"
READ = "select bytes from ingest.body_chunk where sha256 = $1 order by n"
DROP = "delete from ingest.body_chunk where sha256 = $1"
WRITE = "insert into ingest.body_chunk (sha256, n, bytes) values ($1, $2, $3)"
RESIZE = "update ingest.body set size = $2 where sha256 = $1"


class Covered(NamedTuple):
    """A report without its credentials."""

    data: bytes
    secrets: int
    """How many were covered."""


def configure(parser: ArgumentParser) -> None:
    """One submission."""
    parser.add_argument("submission", type=UUID, help="the submission's id")
    parser.epilog = (
        "The report is kept as masked text, in the place of the bytes that came. What is shown of it was masked"
        " before. Backups and the database's log hold the old bytes until they are rotated."
    )


def run(args: Namespace) -> int:
    """Says how many credentials were covered."""
    count = asyncio.run(_redact(args.submission))
    if count:
        print(f"{count} credential{'s' if count > 1 else ''} covered in the stored report of {args.submission}")
    else:
        print(f"the stored report of {args.submission} shows no credential")
    return DONE


async def _redact(submission: UUID) -> int:
    connection = await asyncpg.connect(setting("GONOGO_POSTGRES_URL"), timeout=10)
    try:
        async with connection.transaction():
            count = await _replace(connection, submission)
        if count:
            await connection.execute("vacuum ingest.body_chunk")  # else the old bytes stay on the disk for a while
    finally:
        await connection.close()
    return count


async def _replace(connection: asyncpg.Connection, submission: UUID) -> int:
    report = await connection.fetchrow(FIND, submission)
    if report is None:
        raise Refusal(f"there is no submission {submission}")
    sha256 = report["sha256"]
    await connection.execute(HOLD, sha256)
    data = b"".join(row["bytes"] for row in await connection.fetch(READ, sha256))
    covered = cover(data, report["name"])
    if covered.secrets:
        pieces = [covered.data[at : at + PIECE] for at in range(0, len(covered.data), PIECE)]
        await connection.execute(DROP, sha256)
        await connection.executemany(WRITE, [(sha256, n, piece) for n, piece in enumerate(pieces)])
        await connection.execute(RESIZE, sha256, len(covered.data))
    return covered.secrets


def cover(data: bytes, name: str) -> Covered:
    """A report's text with every credential covered; of DOCX, PDF and HTML only the text is left.

    Raises:
        Refusal: it holds text that cannot be read, so that nobody knows what it shows.
    """
    from gonogo_review.reading import read_report

    reading = read_report(data, name)
    if reading.problems and not reading.statements:
        raise Refusal(f"the stored report cannot be read: {reading.problems[0].message}")
    return Covered("\n".join(reading.lines).encode("utf-8", "replace"), len(reading.secrets))
