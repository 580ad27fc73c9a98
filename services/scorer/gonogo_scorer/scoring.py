"""submission.parsed and review.requested → review.scored: both mean that a submission is to be judged now."""

from typing import Any

import structlog

from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import PreviousReview, ReviewRequested, ReviewScored
from gonogo_contracts.events.about_submission import AboutSubmission
from gonogo_platform.clock import new_id, now
from gonogo_platform.errors import Permanent, Transient
from gonogo_platform.journal import Unit
from gonogo_platform.service import Service
from gonogo_platform.workers import Workers
from gonogo_scorer import store
from gonogo_scorer.readings import Readings
from gonogo_scorer.store import Case
from gonogo_scorer.work import Judged, judge

log = structlog.get_logger()

UNKNOWN = "submission-unknown"


class Scorer:
    """Judges submissions by one rubric."""

    def __init__(self, service: Service, workers: Workers, rubric: bytes) -> None:
        self._service = service
        self._workers = workers
        self._rubric = rubric
        self._readings = Readings(service.database, service.cache)

    async def score(self, consumer: str, envelope: Envelope[Any]) -> None:
        """Judges the submission that the event is about, and says the verdict.

        Raises:
            Permanent: no such submission, or a judgement beyond its limits.
            Transient: its readings are not there yet.
        """
        about: AboutSubmission = envelope.data
        async with self._service.database.connection() as connection:
            case = await store.case(connection, about.submission_id)
        if case is None:
            raise Permanent(UNKNOWN, f"there is no submission {about.submission_id}; the event names one never stored")
        packed = await self._readings.of(case)
        if packed is None:
            await self._have_read(consumer, envelope)
            return
        at = now()
        judged = await self._workers.run(
            judge, packed.report, packed.evidence, self._rubric, case.waivers, case.previous_body, at.date().isoformat()
        )
        async with self._service.journal.handling(consumer, envelope) as unit:
            if not unit.first:
                return
            scored = _event(about, case, judged)
            await store.save(unit.connection, scored, case, judged, at)
            await unit.emit(scored)
        self._note(unit, scored)

    async def _have_read(self, consumer: str, envelope: Envelope[Any]) -> None:
        """An operator's request sends it through the parser first: the reader is newer than what it once read. After
        the parser itself it is a matter of time, until all processes are of the same version.

        Raises:
            Transient: the parser is of another version.
        """
        if not isinstance(envelope.data, ReviewRequested):
            raise Transient("reading-missing", "the parser has not yet read all files with this version")
        async with self._service.journal.handling(consumer, envelope) as unit:
            if unit.first:
                await unit.emit(await store.received(unit.connection, envelope.data))

    def _note(self, unit: Unit, scored: ReviewScored) -> None:
        if unit.lane == "interactive":
            seconds = (now() - scored.received_at).total_seconds()
            self._service.metrics.upload_to_verdict.labels().observe(seconds)
        log.info("scored", submission=str(scored.submission_id), verdict=scored.verdict, score=scored.score)


def _event(about: AboutSubmission, case: Case, judged: Judged) -> ReviewScored:
    previous = None
    if case.previous_id is not None and case.previous_verdict is not None:
        previous = PreviousReview(case.previous_id, case.previous_verdict, case.previous_score)
    return ReviewScored(
        submission_id=about.submission_id,
        project=about.project,
        release=about.release,
        received_at=about.received_at,
        review_id=new_id(),
        verdict=judged.verdict,
        score=judged.score,
        credibility=judged.credibility,
        findings=len(judged.findings),
        findings_high=sum(finding.severity == "high" and not finding.waived for finding in judged.findings),
        rubric=judged.rubric,
        rubric_version=judged.rubric_version,
        previous=previous,
    )
