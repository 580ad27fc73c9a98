"""`gonogo waive`: accepts a finding or a criterion of a project, for a reason and until a day."""

import asyncio
import datetime as dt
from argparse import ArgumentParser, Namespace

import asyncpg

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.operator import optional, setting
from gonogo_platform.clock import new_id, now
from gonogo_review.rubric import default, load
from gonogo_review.waivers import Waiver

ADD = """
insert into scorer.waiver (id, project, target, reason, by_whom, second, until)
values ($1, $2, $3, $4, $5, nullif($6, ''), $7)
"""


def configure(parser: ArgumentParser) -> None:
    """A target, a reason, a name, a day."""
    parser.add_argument("target", help="a finding's fingerprint, or a criterion's id")
    parser.add_argument("--project", required=True)
    parser.add_argument("--reason", required=True, help="why it is accepted")
    parser.add_argument("--by", required=True, help="who accepts it")
    parser.add_argument(
        "--until", required=True, type=dt.date.fromisoformat, help="the last day that it counts: YYYY-MM-DD"
    )
    parser.add_argument("--second", default="", help="who else agrees: needed for a blocking criterion")
    parser.epilog = "For 'gonogo check', write a file beside the report instead: see docs/rubric.md."


def run(args: Namespace) -> int:
    """Stores the waiver; it counts from the next judgement on."""
    waiver = Waiver(args.target, args.reason, args.by, args.until, args.second)
    if not waiver.counts(now().date()):
        raise Refusal(f"--until {args.until} is in the past")
    if _is_blocking(args.target) and not waiver.has_second:
        raise Refusal(f"'{args.target}' is a blocking criterion: a second person must agree, with --second NAME")
    asyncio.run(_store(args.project, waiver))
    print(
        f"{args.target} is waived for {args.project} until {args.until}; "
        f"'gonogo rescore --project {args.project}' judges again"
    )
    return DONE


def _is_blocking(target: str) -> bool:
    path = optional("GONOGO_RUBRIC_FILE")
    rubric = default()
    if path:
        with open(path, "rb") as file:  # noqa: PTH123 - one read
            rubric = load(file.read())
    return any(criterion.blocking for criterion in rubric.criteria if criterion.id == target)


async def _store(project: str, waiver: Waiver) -> None:
    connection = await asyncpg.connect(setting("GONOGO_POSTGRES_URL"), timeout=10)
    try:
        await connection.execute(
            ADD, new_id(), project, waiver.target, waiver.reason, waiver.by, waiver.second.strip(), waiver.until
        )
    finally:
        await connection.close()
