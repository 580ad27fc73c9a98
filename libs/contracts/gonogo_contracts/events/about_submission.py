"""What every event about a submission says of it."""

import uuid
from datetime import datetime

from gonogo_contracts.envelope import Event


class AboutSubmission(Event, frozen=True, kw_only=True):
    """Which submission, and when it was accepted, so that each stage can tell the time since the upload."""

    submission_id: uuid.UUID
    project: str
    release: str
    received_at: datetime
