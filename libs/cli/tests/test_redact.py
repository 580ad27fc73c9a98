import uuid
from datetime import UTC, datetime
from hashlib import sha256

import asyncpg
import pytest

from gonogo_cli.command import Refusal
from gonogo_cli.suite import redact
from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.redact import PIECE, cover
from gonogo_review.reading import read_report

REPORT = "# Shop 3.1.0\n\n- [x] Default password: Kastanie-11\n- Log in with Kastanie-11\n- 测试 17/17 ✅\n".encode()
STORED = "select bytes, size from ingest.body_chunk join ingest.body using (sha256) where sha256 = $1 order by n"
PAGE = b"<html><body><h1>Shop</h1><p>Password: <code>Kastanie-12</code></p><p>Status: done</p></body></html>"


def test_what_is_kept_is_the_text_without_its_credentials():
    covered = cover(REPORT, "r.md")
    assert (covered.data.decode(), covered.secrets) == (REPORT.decode().replace("Kastanie-11", "•" * 11), 1)


@pytest.mark.parametrize(
    ("data", "name"), [(REPORT, "r.md"), (PAGE, "r.html"), (REPORT.decode().encode("utf-16"), "r.md")]
)
def test_nothing_is_left_to_cover_a_second_time(data: bytes, name: str):
    covered = cover(data, name)
    assert covered.secrets == 1
    assert b"Kastanie" not in covered.data
    assert read_report(covered.data, name).secrets == ()


def test_a_clean_report_stays_as_it_is():
    assert cover(b"# Shop\n\n- [x] Cart\n", "r.md").secrets == 0


async def store(connection: asyncpg.Connection, data: bytes) -> uuid.UUID:
    """A submission as ingest stores one."""
    submission, digest = uuid.uuid4(), sha256(data).digest()
    await connection.execute("insert into ingest.body (sha256, size) values ($1, $2)", digest, len(data))
    for n, at in enumerate(range(0, len(data), PIECE)):
        await connection.execute("insert into ingest.body_chunk values ($1, $2, $3)", digest, n, data[at : at + PIECE])
    await connection.execute(
        "insert into ingest.submission (id, project, release, key_id, correlation_id, received_at)"
        " values ($1, 'p', '1', 'k', 'c', $2)",
        submission,
        datetime.now(UTC),
    )
    await connection.execute(
        "insert into ingest.submission_file values ($1, 0, 'r.md', $2, $3, 'text/markdown')",
        submission,
        digest,
        len(data),
    )
    return submission


@pytest.mark.integration
async def test_a_stored_report_is_covered_and_its_hash_still_names_it(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
):
    data = REPORT + b"- x\n" * 200_000
    monkeypatch.setenv("GONOGO_POSTGRES_URL", installation.owner_url)
    connection = await asyncpg.connect(installation.owner_url)
    try:
        submission = await store(connection, data)
        assert [await redact._redact(submission) for _ in range(2)] == [1, 0]
        rows = await connection.fetch(STORED, sha256(data).digest())
    finally:
        await connection.close()
    kept = b"".join(row["bytes"] for row in rows)
    assert kept == data.decode().replace("Kastanie-11", "•" * 11).encode()
    assert {row["size"] for row in rows} == {len(kept)}


@pytest.mark.integration
async def test_a_submission_that_is_not_there_is_said(installation: Installation, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GONOGO_POSTGRES_URL", installation.owner_url)
    with pytest.raises(Refusal, match="there is no submission"):
        await redact._redact(uuid.uuid4())
