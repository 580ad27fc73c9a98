"""parser → scorer: the claims and facts of a submission are there."""

from typing import ClassVar

from gonogo_contracts.events.about_submission import AboutSubmission


class SubmissionParsed(AboutSubmission, frozen=True, kw_only=True):
    """How much was read; the readings themselves are stored by content hash and version."""

    TYPE: ClassVar[str] = "submission.parsed"

    reader_version: str
    claims: int
    facts: int
    problems: int
