"""notifier → itself: one delivery is due. Each channel has a queue of its own, so that none waits for another."""

import uuid
from typing import ClassVar

from gonogo_contracts.events.about_submission import AboutSubmission


class NotificationRequested(AboutSubmission, frozen=True, kw_only=True):
    """One message to one place."""

    TYPE: ClassVar[str] = "notification.requested"

    delivery_id: uuid.UUID
    channel: str
    route: str

    @property
    def topic(self) -> str:
        """One queue per channel."""
        return f"{self.TYPE}.{self.channel}"
