"""Reviews and events as they arrive, written for these tests."""

import uuid
from datetime import UTC, datetime
from typing import Any

from gonogo_contracts.events import NotificationRequested, PreviousReview, ReviewScored, SubmissionFailed
from gonogo_contracts.review import SCHEMA, Finding, Reason, ReportInfo, Review, RubricInfo, Severity, Verdict
from gonogo_notifier.content import Before, Content, of_failure, of_review

AT = datetime(2026, 11, 25, 9, 0, 0, tzinfo=UTC)
SUBMISSION = uuid.UUID("0199d8a0-0000-7000-8000-000000000001")
REVIEW = uuid.UUID("0199d8a0-0000-7000-8000-000000000002")
DELIVERY = uuid.UUID("0199d8a0-0000-7000-8000-000000000003")
PREVIOUS = uuid.UUID("0199d8a0-0000-7000-8000-000000000004")
CONSOLE = "https://gonogo.example.org"
ABOUT: dict[str, Any] = {"submission_id": SUBMISSION, "project": "payments", "release": "2.4.0", "received_at": AT}
BEFORE = Before("2.3.1", 60.0)

GO_REASONS = (
    Reason("'Unit and integration tests pass' passes: 1,284 of 1,284 passed in junit.xml.", (14,), ""),
    Reason("'Rollback rehearsed' passes: the rehearsal of 18 November took 4 min 10 s.", (52, 53), ""),
)
HOLD_REASONS = (
    Reason(
        "Line 21 says that load testing is completed, but line 88 plans load testing for next sprint.",
        (21, 88),
        "Run the load test, or take the completed mark away.",
    ),
    Reason("'Restore of a backup tested' is not answered.", (), "Restore a backup and say how long it took."),
    Reason(
        "Coverage is stated as 87 %, but coverage.xml holds 83.4 %.", (34,), "Correct it; the right value is 83.4 %."
    ),
)
NO_GO_REASONS = (
    Reason(
        "2 critical vulnerabilities are open in trivy.json, where the report says 'no critical vulnerabilities'.",
        (41,),
        "Update libxml2 and openssl, then scan again.",
    ),
    Reason("p95 latency of 640 ms misses the target of < 500 ms, and is marked as met.", (60,), "Meet it, or say so."),
    Reason("The report itself says that it is not ready ('do not ship before INC-4711 is closed').", (97,), ""),
    Reason("18 of 20 plus 3 open makes 21, not 20 test suites.", (12, 13, 15), "Correct it; the right value is 21."),
    Reason("'On-call schedule' fails: the table names nobody from 24 December.", (70, 71, 72, 73, 74, 75, 76, 77), ""),
)


def review(verdict: Verdict, reasons: tuple[Reason, ...], severities: tuple[Severity, ...] = ()) -> Review:
    """A review with these reasons, and a finding of each severity."""
    findings = tuple(
        Finding(
            id=f"finding-{n}",
            kind="arithmetic",
            rule="sum",
            severity=severity,
            lines=(n,),
            message="It does not add up.",
            expected=None,
            claims=(),
            facts=(),
            fingerprint=f"f{n}",
            waived=False,
        )
        for n, severity in enumerate(severities, 1)
    )
    return Review(
        schema_=SCHEMA,
        report=ReportInfo("readiness.md", "a" * 64, 120, "utf-8", repaired=False, language="en"),
        claims=(),
        facts=(),
        findings=findings,
        criteria=(),
        areas=(),
        score=71.5,
        credibility=64.0,
        verdict=verdict,
        reasons=reasons,
        rubric=RubricInfo("default", "1", "b" * 64),
    )


def scored(
    verdict: Verdict = "HOLD", score: float = 71.5, previous: PreviousReview | None = None, **other: Any
) -> ReviewScored:
    """The event that tells of a review."""
    values = {**ABOUT, "review_id": REVIEW, "credibility": 64.0, "findings": 6, "findings_high": 1, **other}
    return ReviewScored(**values, verdict=verdict, score=score, rubric="default", rubric_version="1", previous=previous)


def before(verdict: Verdict, score: float) -> PreviousReview:
    """The project's review before, as the event tells of it."""
    return PreviousReview(PREVIOUS, verdict, score)


def failed(**other: Any) -> SubmissionFailed:
    """The event that tells that there will be no verdict."""
    text = "report.pdf is encrypted; upload it without a password."
    return SubmissionFailed(**{**ABOUT, "stage": "parser", "code": "report-unreadable", "message": text, **other})


REQUESTED = NotificationRequested(**ABOUT, delivery_id=DELIVERY, channel="slack", route="default")

CONTENTS: dict[str, Content] = {
    "go": of_review(scored("GO", 94.0), review("GO", GO_REASONS), None, CONSOLE),
    "hold": of_review(
        scored("HOLD", 71.5, before("NO-GO", 48.0)),
        review("HOLD", HOLD_REASONS, ("high", "medium", "low", "low", "medium", "low")),
        BEFORE,
        CONSOLE,
    ),
    "no-go": of_review(
        scored("NO-GO", 41.0, before("NO-GO", 43.5), credibility=22.0),
        review("NO-GO", NO_GO_REASONS, ("high", "high")),
        BEFORE,
        CONSOLE,
    ),
    "failed": of_failure(failed(), CONSOLE),
}
