"""The events, one file each, and the catalogue of them."""

from gonogo_contracts.envelope import Event
from gonogo_contracts.events.notification_delivered import NotificationDelivered
from gonogo_contracts.events.notification_failed import NotificationFailed
from gonogo_contracts.events.notification_requested import NotificationRequested
from gonogo_contracts.events.review_requested import ReviewRequested
from gonogo_contracts.events.review_scored import PreviousReview, ReviewScored
from gonogo_contracts.events.submission_failed import SubmissionFailed
from gonogo_contracts.events.submission_parsed import SubmissionParsed
from gonogo_contracts.events.submission_received import SubmissionReceived, Upload

ALL: tuple[type[Event], ...] = (
    SubmissionReceived,
    SubmissionParsed,
    SubmissionFailed,
    ReviewRequested,
    ReviewScored,
    NotificationRequested,
    NotificationDelivered,
    NotificationFailed,
)

CATALOGUE: dict[tuple[str, int], type[Event]] = {(event.TYPE, event.VERSION): event for event in ALL}

__all__ = [
    "ALL",
    "CATALOGUE",
    "NotificationDelivered",
    "NotificationFailed",
    "NotificationRequested",
    "PreviousReview",
    "ReviewRequested",
    "ReviewScored",
    "SubmissionFailed",
    "SubmissionParsed",
    "SubmissionReceived",
    "Upload",
]
