"""The scorer's composition root."""

from contextlib import AsyncExitStack
from functools import partial

from gonogo_contracts.events import SubmissionFailed
from gonogo_contracts.events.about_submission import AboutSubmission
from gonogo_platform.errors import GonogoError, Misconfigured
from gonogo_platform.service import Service, connect
from gonogo_platform.workers import Workers
from gonogo_review.rubric import RubricError, default_text, load
from gonogo_scorer.scoring import UNKNOWN, Scorer
from gonogo_scorer.settings import Settings
from gonogo_scorer.work import ready

QUEUES = ("scorer.submission-parsed", "scorer.submission-parsed.bulk", "scorer.review-requested.bulk")


async def build(settings: Settings, stack: AsyncExitStack) -> Service:
    """A scorer that judges uploads first and rescorings from a queue of their own."""
    rubric = read_rubric(settings)
    service = await connect("scorer", settings, stack)
    workers = Workers(settings.scorer_workers, seconds=settings.scorer_seconds, memory=settings.scorer_memory)
    stack.push_async_callback(workers.stop)
    await workers.warm(ready)
    scorer = Scorer(service, workers, rubric)
    for key in QUEUES:
        service.consume(key, partial(scorer.score, key), failed)
    return service


def read_rubric(settings: Settings) -> bytes:
    """The rubric's bytes, checked.

    Raises:
        Misconfigured: no such file, or mistakes in it, each with line and column.
    """
    try:
        data = settings.rubric_file.read_bytes() if settings.rubric_file else default_text().encode()
        load(data)
    except (OSError, RubricError) as error:
        raise Misconfigured("rubric-unusable", f"GONOGO_RUBRIC_FILE={settings.rubric_file}: {error}") from error
    return data


def failed(event: AboutSubmission, error: GonogoError) -> SubmissionFailed | None:
    """Tells of the failure, except for a submission that does not exist."""
    return None if error.code == UNKNOWN else SubmissionFailed.of(event, "scorer", error.code, error.message)
