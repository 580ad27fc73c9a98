"""A waiver of a project, as a row in the suite's database."""

import asyncio
from pathlib import Path

import asyncpg

from gonogo_cli.suite.operator import optional, setting
from gonogo_platform.clock import new_id
from gonogo_review.waivers import Waiver

ADD = """
insert into scorer.waiver (id, project, target, reason, by_whom, second, until)
values ($1, $2, $3, $4, $5, nullif($6, ''), $7)
"""


def rubric_file() -> Path | None:
    """The rubric by which the scorer judges, where it is not the default one."""
    path = optional("GONOGO_RUBRIC_FILE")
    return Path(path) if path else None


def store(project: str, waiver: Waiver) -> None:
    """Stores the waiver; it counts from the next judgement on."""
    asyncio.run(_store(project, waiver))


async def _store(project: str, waiver: Waiver) -> None:
    connection = await asyncpg.connect(setting("GONOGO_POSTGRES_URL"), timeout=10)
    try:
        await connection.execute(
            ADD, new_id(), project, waiver.target, waiver.reason, waiver.by, waiver.second.strip(), waiver.until
        )
    finally:
        await connection.close()
