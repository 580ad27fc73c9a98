"""The only source of time and of identifiers."""

from datetime import UTC, datetime
from uuid import UUID

import uuid_utils.compat


def now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """A UUIDv7: sorts by the time it was made, so that indexes stay compact."""
    return uuid_utils.compat.uuid7()
