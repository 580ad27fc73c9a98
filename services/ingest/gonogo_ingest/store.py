"""Ingest's SQL."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from gonogo_ingest.receiving import File, Upload
from gonogo_platform.postgres import Connection

API_KEY = "select project, scopes, digest, expires_at, revoked_at is not null as revoked from api_key where id = $1"

KEY_USED = """
update api_key set last_used_at = $2
where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')
"""

REMEMBERED = "select submission_id, request from idempotency where key_id = $1 and key = $2"

REMEMBER = "insert into idempotency (key_id, key, request, submission_id) values ($1, $2, $3, $4)"

# Serialises two requests with the same key, so that the second one finds what the first one stored.
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))"

ADD_BODIES = """
insert into body (sha256, size) select * from unnest($1::bytea[], $2::bigint[]) order by 1
on conflict do nothing returning sha256
"""

ADD_SUBMISSION = """
insert into submission (id, project, release, commit, environment, labels, key_id, correlation_id, received_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""

ADD_FILES = """
insert into submission_file (submission_id, n, name, sha256, size, media)
select $1, * from unnest($2::int[], $3::text[], $4::bytea[], $5::bigint[], $6::text[])
"""


class ApiKey(NamedTuple):
    """A stored key."""

    project: str
    scopes: Sequence[str]
    digest: bytes
    expires_at: datetime
    revoked: bool


async def api_key(connection: Connection, key_id: str) -> ApiKey | None:
    """The key of this id."""
    record = await connection.fetchrow(API_KEY, key_id)
    return ApiKey(*record.values()) if record else None


async def remembered(connection: Connection, key_id: str, key: str) -> tuple[UUID, bytes] | None:
    """The submission that this Idempotency-Key made, and the digest of its request; holds the key until the commit."""
    await connection.execute(ONE_AT_A_TIME, key_id, key)
    record = await connection.fetchrow(REMEMBERED, key_id, key)
    return (record["submission_id"], record["request"]) if record else None


async def remember(connection: Connection, key_id: str, key: str, request: bytes, submission: UUID) -> None:
    """Notes which submission this Idempotency-Key made."""
    await connection.execute(REMEMBER, key_id, key, request, submission)


async def add(
    connection: Connection, submission: UUID, upload: Upload, key_id: str, correlation_id: str, at: datetime
) -> None:
    """Stores the submission and those of its bodies that are not there yet."""
    await _add_bodies(connection, upload.files)
    fields = upload.fields
    await connection.execute(
        ADD_SUBMISSION,
        submission,
        fields.project,
        fields.release,
        fields.commit,
        fields.environment,
        msgspec.json.encode(fields.labels).decode(),
        key_id,
        correlation_id,
        at,
    )
    await connection.execute(
        ADD_FILES,
        submission,
        list(range(len(upload.files))),
        [file.name for file in upload.files],
        [bytes.fromhex(file.sha256) for file in upload.files],
        [file.spool.size for file in upload.files],
        [file.media for file in upload.files],
    )
    await connection.execute(KEY_USED, key_id, at)


async def _add_bodies(connection: Connection, files: Sequence[File]) -> None:
    """Bodies in the order of their hashes, so that two uploads cannot wait for each other."""
    unique = {file.sha256: file for file in files}
    new = await connection.fetch(
        ADD_BODIES, [bytes.fromhex(sha256) for sha256 in unique], [file.spool.size for file in unique.values()]
    )
    fresh = [unique[record["sha256"].hex()] for record in new]
    if fresh:
        columns = ("sha256", "n", "bytes")
        await connection.copy_records_to_table(
            "body_chunk", schema_name="ingest", columns=columns, records=_pieces(fresh)
        )


async def _pieces(files: Sequence[File]) -> AsyncIterator[tuple[bytes, int, bytes]]:
    for file in files:
        for n, piece in enumerate(file.spool.pieces()):
            yield bytes.fromhex(file.sha256), n, piece
