"""scorer → notifier, console: there is a verdict."""

import uuid
from typing import ClassVar

import msgspec

from gonogo_contracts.events.about_submission import AboutSubmission
from gonogo_contracts.review import Verdict


class PreviousReview(msgspec.Struct, frozen=True):
    """The project's review before this one, of another submission."""

    review_id: uuid.UUID
    verdict: Verdict
    score: float


class ReviewScored(AboutSubmission, frozen=True, kw_only=True):
    """The verdict and the few numbers that decide who must hear of it."""

    TYPE: ClassVar[str] = "review.scored"

    review_id: uuid.UUID
    verdict: Verdict
    score: float
    credibility: float
    findings: int
    findings_high: int
    rubric: str
    rubric_version: str
    previous: PreviousReview | None = None
