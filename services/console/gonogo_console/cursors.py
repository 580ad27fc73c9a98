"""Where the next part of a list begins: opaque to clients, stable while new submissions arrive."""

import base64
import binascii
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from gonogo_platform.problems import Problem


class Cursor(NamedTuple):
    """The last submission of the part before."""

    received_at: datetime
    id: UUID

    def __str__(self) -> str:
        text = f"{self.received_at.isoformat()} {self.id}"
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str) -> Cursor:
    """What `str` made of a cursor.

    Raises:
        Problem: it is none of ours.
    """
    try:
        time, _, identity = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().partition(" ")
        cursor = Cursor(datetime.fromisoformat(time), UUID(identity))
    except (ValueError, binascii.Error) as error:
        detail = "take `next` of the answer before as it is, or leave the cursor away to start from the newest"
        raise Problem(422, "cursor-invalid", "No such cursor", detail) from error
    if cursor.received_at.tzinfo is None:
        raise Problem(422, "cursor-invalid", "No such cursor", "take `next` of the answer before as it is")
    return cursor
