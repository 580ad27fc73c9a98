"""any stage → notifier, console: this submission can never succeed as it is."""

from typing import ClassVar

from gonogo_contracts.events.about_submission import AboutSubmission


class SubmissionFailed(AboutSubmission, frozen=True, kw_only=True):
    """Where it ended and why, in a code for programs and a sentence for people."""

    TYPE: ClassVar[str] = "submission.failed"

    stage: str
    code: str
    message: str
