"""Follows a submission until nothing more is coming, as server-sent events."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from uuid import UUID

from gonogo_console.answers import Submission, SubmissionDetails
from gonogo_console.console import Console
from gonogo_platform.errors import Transient
from gonogo_platform.problems import Problem

TICK = 1.0
"""Seconds between two looks whether the service is stopping."""

LONGEST = 600.0
"""Seconds one stream lasts; browsers connect again by themselves."""

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def follow(console: Console, first: SubmissionDetails) -> AsyncIterator[str]:
    """The submission as it stands, and again each time it has moved on; ends with it, or when the service stops."""
    loop = asyncio.get_running_loop()
    end = loop.time() + LONGEST
    told: SubmissionDetails | None = None
    with console.live.following(first.id) as bell:
        while not console.health.stopping and loop.time() < end:
            bell.clear()
            now = await _look(console, first.id) or first
            yield message(now) if now != told else ": still here\n\n"
            if now.final:
                return
            told = now
            await _wait(console, bell)


def refuse_crowd(console: Console) -> None:
    """Keeps the number of streams bounded.

    Raises:
        Problem: too many follow already.
    """
    if console.live.followers >= console.settings.live_streams:
        detail = "too many follow submissions now; ask GET /v1/submissions/{id} every second instead"
        raise Problem(503, "too-many-followers", "Not now", detail).with_header("Retry-After", "5")


def message(submission: SubmissionDetails) -> str:
    """One server-sent event, named for what the reader needs to do next: go on listening, or stop."""
    name = "end" if submission.final else "state"
    shown = Submission.model_validate(submission.model_dump(include=set(Submission.model_fields)))
    return f"event: {name}\ndata: {shown.model_dump_json()}\n\n"


async def _look(console: Console, identity: UUID) -> SubmissionDetails | None:
    """None where the database does not answer now: the next look may."""
    with suppress(Transient):
        owned = await console.store.submission(identity)
        return owned.submission if owned else None
    return None


async def _wait(console: Console, bell: asyncio.Event) -> None:
    """Until the bell rings, patience ends, or the service stops."""
    loop = asyncio.get_running_loop()
    until = loop.time() + console.live.patience
    while loop.time() < until and not console.health.stopping:
        with suppress(TimeoutError):
            async with asyncio.timeout(TICK):
                await bell.wait()
                return
