"""One example of every event, as the golden files hold it."""

import uuid
from datetime import UTC, datetime
from typing import Any

from gonogo_contracts import events
from gonogo_contracts.envelope import Envelope, Event

AT = datetime(2026, 11, 25, 9, 0, 0, tzinfo=UTC)
SUBMISSION = uuid.UUID("0199d8a0-0000-7000-8000-000000000001")
REVIEW = uuid.UUID("0199d8a0-0000-7000-8000-000000000002")
DELIVERY = uuid.UUID("0199d8a0-0000-7000-8000-000000000003")
ABOUT: dict[str, Any] = {"submission_id": SUBMISSION, "project": "payments", "release": "2.4.0", "received_at": AT}
SENT: dict[str, Any] = {**ABOUT, "delivery_id": DELIVERY, "channel": "slack", "route": "release-managers"}

EXAMPLES: tuple[Event, ...] = (
    events.SubmissionReceived(
        **ABOUT,
        report=events.Upload("report.md", "a" * 64, 5120),
        evidence=(events.Upload("junit.xml", "b" * 64, 20480),),
        commit="4f1c2d9",
        environment="production",
    ),
    events.SubmissionParsed(**ABOUT, reader_version="1", claims=48, facts=31, problems=0),
    events.SubmissionFailed(**ABOUT, stage="parser", code="report-unreadable", message="The PDF is encrypted."),
    events.ReviewRequested(**ABOUT, reason="rubric 2 is in force", by="ops"),
    events.ReviewScored(
        **ABOUT,
        review_id=REVIEW,
        verdict="HOLD",
        score=71.5,
        credibility=64.0,
        findings=6,
        findings_high=1,
        rubric="default",
        rubric_version="1",
        previous=events.PreviousReview(review_id=DELIVERY, verdict="NO-GO", score=48.0),
    ),
    events.NotificationRequested(**SENT),
    events.NotificationDelivered(**SENT, attempts=1),
    events.NotificationFailed(**SENT, attempts=4, code="channel-refused", message="The channel answered 404."),
)


def sealed(event: Event) -> Envelope[Event]:
    """The example on its way, with fixed identifiers."""
    return Envelope(
        id=uuid.UUID("0199d8a0-0000-7000-8000-0000000000ff"),
        type=event.TYPE,
        version=event.VERSION,
        time=AT,
        correlation_id="c0ffee",
        data=event,
    )
