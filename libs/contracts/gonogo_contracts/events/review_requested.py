"""operator → scorer: judge a submission again, with the present rubric and waivers."""

from typing import ClassVar

from gonogo_contracts.events.about_submission import AboutSubmission


class ReviewRequested(AboutSubmission, frozen=True, kw_only=True):
    """A rescoring; it travels in the bulk lane."""

    TYPE: ClassVar[str] = "review.requested"

    reason: str
    by: str
