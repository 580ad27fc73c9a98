"""The parser's composition root."""

from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial

from gonogo_contracts.events import SubmissionFailed, SubmissionReceived
from gonogo_parser.on_submission_received import on_submission_received
from gonogo_parser.reading import UNKNOWN, Reader
from gonogo_parser.settings import Settings
from gonogo_parser.work import ready
from gonogo_platform.errors import GonogoError
from gonogo_platform.service import Service, connect
from gonogo_platform.workers import Workers


async def build(settings: Settings, stack: AsyncExitStack) -> Service:
    """A parser that takes uploads and rescored uploads from queues of their own."""
    service = await connect("parser", settings, stack)
    workers = Workers(settings.parser_workers, seconds=settings.parser_seconds, memory=settings.parser_memory)
    stack.push_async_callback(workers.stop)
    await workers.warm(ready)
    reader = Reader(service.database, service.cache, workers, keep=timedelta(hours=settings.cache_hours))
    for key in ("parser.submission-received", "parser.submission-received.bulk"):
        service.consume(key, partial(on_submission_received, key, journal=service.journal, reader=reader), failed)
    return service


def failed(event: SubmissionReceived, error: GonogoError) -> SubmissionFailed | None:
    """Tells of the failure, except for a submission that does not exist."""
    return None if error.code == UNKNOWN else SubmissionFailed.of(event, "parser", error.code, error.message)
