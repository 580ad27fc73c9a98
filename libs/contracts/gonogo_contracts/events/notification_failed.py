"""notifier → console: a message will not arrive."""

import uuid
from typing import ClassVar

from gonogo_contracts.events.about_submission import AboutSubmission


class NotificationFailed(AboutSubmission, frozen=True, kw_only=True):
    """Which channel refused it and why; the message holds no address and no secret."""

    TYPE: ClassVar[str] = "notification.failed"

    delivery_id: uuid.UUID
    channel: str
    route: str
    attempts: int
    code: str
    message: str
