"""Waivers: findings and criteria that somebody accepts, for a reason and until a day."""

import datetime as dt
import json
from typing import Annotated, Literal

import msgspec

from gonogo_review.rubric.places import Mistake, Path, RubricError, read_document
from gonogo_review.rubric.shape import convert

MAX_WORDS = 400
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_WORDS)]


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One accepted finding or criterion."""

    target: Words
    """A finding's fingerprint or a criterion's id."""
    reason: Words
    by: Words
    until: dt.date
    """The last day that it counts."""
    second: str = ""
    """Who else agreed: needed for a blocking criterion, and never the same person."""

    def counts(self, today: dt.date) -> bool:
        """Whether it has not expired."""
        return today <= self.until

    @property
    def has_second(self) -> bool:
        """Whether two people stand for it."""
        return bool(self.second.strip()) and self.second.strip().casefold() != self.by.strip().casefold()


class WaiverFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file beside a report: `report.waivers.yaml`."""

    schema: Literal["gonogo.waivers/1"]
    waivers: tuple[Waiver, ...] | None = None
    """None where nothing stands under the word yet."""


def load(data: bytes) -> tuple[Waiver, ...]:
    """Reads a waiver file.

    Raises:
        RubricError: with every mistake in it, each with line and column.
    """
    document = read_document(data)
    waivers = convert(document, WaiverFile).waivers or ()
    seen: set[str] = set()
    mistakes: list[Mistake] = []
    for index, waiver in enumerate(waivers):
        path: Path = ("waivers", index, "target")
        if waiver.target in seen:
            mistakes.append(document.mistake(path, f"'{waiver.target}' is waived twice"))
        seen.add(waiver.target)
    if mistakes:
        raise RubricError(mistakes)
    return waivers


def add(data: bytes, waiver: Waiver) -> bytes:
    """A waiver file with one more waiver at its end; no bytes make a new file. What stands in it stays as it is.

    Raises:
        RubricError: the file has mistakes, or waives the same target already.
    """
    held = data or b"schema: gonogo.waivers/1\nwaivers:\n"
    fields = [(name, value) for name, value in msgspec.structs.asdict(waiver).items() if value != ""]
    lines = "\n    ".join(f"{name}: {_scalar(value)}" for name, value in fields)
    grown = (held if held.endswith(b"\n") else held + b"\n") + f"  - {lines}\n".encode()
    load(grown)
    return grown


def _scalar(value: str | dt.date) -> str:
    """A value in YAML: text in double quotes, whose escapes are those of JSON."""
    return json.dumps(value, ensure_ascii=not value.isprintable()) if isinstance(value, str) else value.isoformat()
