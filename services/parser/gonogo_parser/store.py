"""The parser's SQL: it reads uploads of schema ingest and writes readings and claims of its own."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from gonogo_parser.work import Counts, Done
from gonogo_platform.postgres import Connection
from gonogo_review.packing import Source

EXISTS = "select exists (select 1 from ingest.submission where id = $1)"

KNOWN = """
select asked.n, reading.claims, reading.facts, reading.problems
from unnest($1::text[], $2::text[], $3::bytea[], $4::text[]) with ordinality as asked (kind, name, sha256, version, n)
join reading using (kind, name, sha256, version)
"""

BODY = "select bytes from ingest.body_chunk where sha256 = $1 order by n"

HAS_BODY = "select exists (select 1 from ingest.body where sha256 = $1)"

SAVE = """
insert into reading (sha256, name, version, kind, body, claims, facts, problems)
select * from unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::int[], $7::int[], $8::int[])
on conflict do nothing
returning sha256, name
"""

CLAIM_COLUMNS = ("sha256", "name", "version", "n", "line", "type", "state", "metric", "text")

PIECES_AHEAD = 2
"""Pieces of a body that one look at the cursor brings."""


async def exists(connection: Connection, submission: UUID) -> bool:
    """Whether ingest has stored this submission."""
    return bool(await connection.fetchval(EXISTS, submission))


async def known(connection: Connection, sources: Sequence[Source]) -> dict[Source, Counts]:
    """Which of these were read before by this version."""
    records = await connection.fetch(
        KNOWN,
        [source.kind for source in sources],
        [source.name for source in sources],
        [bytes.fromhex(source.sha256) for source in sources],
        [source.version for source in sources],
    )
    return {sources[r["n"] - 1]: Counts(r["claims"], r["facts"], r["problems"]) for r in records}


async def body(connection: Connection, sha256: str) -> AsyncIterator[bytes]:
    """A stored body, piece by piece; needs a transaction."""
    async for record in connection.cursor(BODY, bytes.fromhex(sha256), prefetch=PIECES_AHEAD):
        yield record["bytes"]


async def has_body(connection: Connection, sha256: str) -> bool:
    """Whether these bytes are stored (an empty body has no piece)."""
    return bool(await connection.fetchval(HAS_BODY, bytes.fromhex(sha256)))


async def save(connection: Connection, fresh: Sequence[Done]) -> None:
    """Stores readings and their claims: one round trip each. Another parser may have stored the same content first."""
    if not fresh:
        return
    stored = await connection.fetch(
        SAVE,
        [bytes.fromhex(done.source.sha256) for done in fresh],
        [done.source.name for done in fresh],
        [done.source.version for done in fresh],
        [done.source.kind for done in fresh],
        [done.packed for done in fresh],
        [done.counts.claims for done in fresh],
        [done.counts.facts for done in fresh],
        [done.counts.problems for done in fresh],
    )
    mine = {(record["sha256"].hex(), record["name"]) for record in stored}
    rows = [
        (bytes.fromhex(done.source.sha256), done.source.name, done.source.version, *row)
        for done in fresh
        if done.source.kind == "report" and (done.source.sha256, done.source.name) in mine
        for row in done.claims
    ]
    if rows:
        await connection.copy_records_to_table("claim", schema_name="parser", columns=CLAIM_COLUMNS, records=rows)
