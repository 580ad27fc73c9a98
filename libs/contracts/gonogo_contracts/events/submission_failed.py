"""any stage → notifier, console: this submission can never succeed as it is."""

from typing import ClassVar, Self

from gonogo_contracts.events.about_submission import AboutSubmission


class SubmissionFailed(AboutSubmission, frozen=True, kw_only=True):
    """Where it ended and why, in a code for programs and a sentence for people."""

    TYPE: ClassVar[str] = "submission.failed"

    stage: str
    code: str
    message: str

    @classmethod
    def of(cls, about: AboutSubmission, stage: str, code: str, message: str) -> Self:
        """The failure of the submission that this event is about."""
        return cls(
            submission_id=about.submission_id,
            project=about.project,
            release=about.release,
            received_at=about.received_at,
            stage=stage,
            code=code,
            message=message,
        )
