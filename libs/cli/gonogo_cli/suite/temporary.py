"""Installations for a while: the demo's, the tests', the benchmark's. Each removes itself and what killed ones left."""

import asyncio
import fcntl
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import aio_pika.exceptions
import asyncpg

from gonogo_cli.suite import ports
from gonogo_cli.suite.installation import SERVICES, Installation
from gonogo_cli.suite.servers import Servers
from gonogo_cli.suite.setting_up import migrate_installation, remove

FOLDER = Path(tempfile.gettempdir()) / f"gonogo-{os.getuid()}"
"""One file for each installation; whoever it belongs to holds a lock on it, which ends with the process."""


@contextmanager
def temporary(servers: Servers, kind: str) -> Iterator[Installation]:
    """A database, migrated, and names on the broker and the cache that nobody else has."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    sweep()
    mark = f"{kind}-{secrets.token_hex(4)}"
    with (FOLDER / mark).open("w") as note:
        fcntl.flock(note, fcntl.LOCK_EX)
        note.write(json.dumps(servers))
        note.flush()
        made = _named(servers, mark)
        try:
            asyncio.run(migrate_installation(made))
            yield made
        finally:
            asyncio.run(remove(made))
            Path(note.name).unlink()


def sweep() -> None:
    """Removes the installations whose process is gone; one that cannot be removed now is left for the next time."""
    for path in FOLDER.iterdir():
        with suppress(OSError, ValueError, asyncpg.PostgresError, aio_pika.exceptions.AMQPError), path.open() as note:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
            asyncio.run(remove(_named(Servers(*json.load(note)), path.name)))
            path.unlink()


def _named(servers: Servers, mark: str) -> Installation:
    return Installation(
        servers=servers,
        database=f"gonogo_{mark.replace('-', '_')}",
        namespace=f"{mark}.",
        secrets={name: secrets.token_urlsafe(32) for name in ("pepper", *SERVICES)},
        ports=ports.free(),
    )
