"""Applies plain SQL files in the order of their names, each once: safe to run twice and from two places at once."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from gonogo_platform.errors import Misconfigured

LOCK = 0x676F6E6F676F
"""Advisory lock that one migration run holds: 'gonogo' in ASCII."""

LEDGER = """
create table if not exists public.gonogo_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now()
)
"""


def read_folder(folder: Path) -> dict[str, str]:
    """The SQL files of a folder, by name."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.sql"))}


async def migrate(url: str, files: Mapping[str, str], passwords: Mapping[str, str]) -> list[str]:
    """Brings the database to the newest version; makes it where it does not exist.

    `passwords` gives login roles theirs. Returns the names of the files that were applied now.

    Raises:
        Misconfigured: a file that was applied has changed since.
    """
    connection = await _connect(url)
    try:
        await connection.execute("select pg_advisory_lock($1)", LOCK)
        await connection.execute(LEDGER)
        applied = [name for name, sql in sorted(files.items()) if await _apply(connection, name, sql)]
        for role, password in passwords.items():
            await connection.execute(
                await connection.fetchval(
                    "select format('alter role %I password %L', $1::text, $2::text)", role, password
                )
            )
        return applied
    finally:
        await connection.close()


async def _apply(connection: "asyncpg.Connection[asyncpg.Record]", name: str, sql: str) -> bool:
    """Applies one file in one transaction with its line in the ledger; false where it was applied before."""
    digest = hashlib.sha256(sql.encode()).hexdigest()
    known = await connection.fetchval("select sha256 from public.gonogo_migration where name = $1", name)
    if known is None:
        async with connection.transaction():
            await connection.execute(sql)
            await connection.execute("insert into public.gonogo_migration (name, sha256) values ($1, $2)", name, digest)
    elif known != digest:
        text = f"{name} was changed after it had been applied: put the change into a new file"
        raise Misconfigured("migration-changed", text)
    return known is None


async def _connect(url: str) -> "asyncpg.Connection[asyncpg.Record]":
    try:
        return await asyncpg.connect(url, timeout=10)
    except asyncpg.InvalidCatalogNameError:
        await _create_database(url)
        return await asyncpg.connect(url, timeout=10)


async def _create_database(url: str) -> None:
    parts = urlsplit(url)
    connection = await asyncpg.connect(urlunsplit(parts._replace(path="/postgres")), timeout=10)
    try:
        name = await connection.fetchval("select quote_ident($1)", parts.path.lstrip("/"))
        await connection.execute(f"create database {name}")
    except (asyncpg.DuplicateDatabaseError, asyncpg.UniqueViolationError):
        return
    finally:
        await connection.close()
