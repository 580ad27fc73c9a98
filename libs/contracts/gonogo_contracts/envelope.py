"""What every event carries beside its own data, and how it becomes bytes and comes back."""

import uuid
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, TypeVar

import msgspec

Lane = Literal["interactive", "bulk"]
"""Bulk work (rescoring) has queues of its own, so that an upload never waits behind it."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The data of one event. A field may be added with a default; anything else is a new version."""

    TYPE: ClassVar[str]
    VERSION: ClassVar[int] = 1

    @property
    def topic(self) -> str:
        """The routing key without its lane; few values, since they become metric labels."""
        return self.TYPE


E_co = TypeVar("E_co", bound=Event, covariant=True)


class Envelope(msgspec.Struct, Generic[E_co], frozen=True, kw_only=True):
    """An event on its way."""

    id: uuid.UUID
    """Consumers are idempotent by it."""
    type: str
    version: int
    time: datetime
    correlation_id: str
    """The same for everything that one upload or one request caused."""
    causation_id: uuid.UUID | None = None
    """The event whose handling emitted this one."""
    lane: Lane = "interactive"
    data: E_co

    @property
    def routing_key(self) -> str:
        """Where it goes on the events exchange: `<lane>.<topic>`."""
        return f"{self.lane}.{self.data.topic}"


class UnreadableEvent(ValueError):
    """The bytes are no event that this version knows; trying again cannot help."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def encode(envelope: Envelope[Event]) -> bytes:
    """The event as JSON."""
    return msgspec.json.encode(envelope)


def decode(body: bytes, catalogue: dict[tuple[str, int], type[Event]]) -> Envelope[Any]:
    """The event that these bytes hold.

    Raises:
        UnreadableEvent: no JSON, no envelope, or a type and version that the catalogue does not hold.
    """
    try:
        head = msgspec.json.decode(body, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableEvent("event-malformed", f"the message is no event: {error}") from error
    known = catalogue.get((head.type, head.version))
    if known is None:
        text = f"no event {head.type!r} of version {head.version} is known here; a newer service may have sent it"
        raise UnreadableEvent("event-unknown", text)
    try:
        return msgspec.json.decode(body, type=Envelope[known])  # type: ignore[valid-type]
    except msgspec.DecodeError as error:
        raise UnreadableEvent("event-malformed", f"{head.type} v{head.version}: {error}") from error


class _Head(msgspec.Struct):
    type: str
    version: int
