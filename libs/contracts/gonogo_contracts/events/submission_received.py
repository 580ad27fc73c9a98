"""ingest → parser: an upload is stored and waits to be read."""

from typing import ClassVar

import msgspec

from gonogo_contracts.events.about_submission import AboutSubmission


class Upload(msgspec.Struct, frozen=True):
    """One uploaded file; its bytes are stored under the hash."""

    name: str
    sha256: str
    size: int


class SubmissionReceived(AboutSubmission, frozen=True, kw_only=True):
    """A report and its evidence, stored by ingest."""

    TYPE: ClassVar[str] = "submission.received"

    report: Upload
    evidence: tuple[Upload, ...] = ()
    commit: str | None = None
    environment: str | None = None
