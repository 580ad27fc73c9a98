"""notifier → console: a message has arrived."""

import uuid
from typing import ClassVar

from gonogo_contracts.events.about_submission import AboutSubmission


class NotificationDelivered(AboutSubmission, frozen=True, kw_only=True):
    """Which channel took it, and after how many attempts."""

    TYPE: ClassVar[str] = "notification.delivered"

    delivery_id: uuid.UUID
    channel: str
    route: str
    attempts: int
