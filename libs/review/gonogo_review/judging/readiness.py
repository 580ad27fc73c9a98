"""What the report says of the whole: that it is ready, that it is not, or under which conditions."""

import msgspec

from gonogo_contracts.review import State
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.scope import of_whole
from gonogo_review.model import Statement


class Overall(msgspec.Struct, frozen=True):
    """What the report says of itself as a whole."""

    done: tuple[Statement, ...]
    limited: tuple[Statement, ...]
    """Ready in part, in progress, or once something is done."""
    refused: tuple[Statement, ...]
    """Not ready, failed, blocked."""
    ready: tuple[int, ...]
    """Lines that call the whole ready for release."""

    @property
    def is_unlimited(self) -> bool:
        """Whether the whole is called done, and nothing limits that."""
        return bool(self.done) and not self.limited and not self.refused

    @property
    def limits(self) -> tuple[int, ...]:
        """The first lines that limit what is said of the whole."""
        return tuple(one.line for one in (*self.refused, *self.limited))[:4]


def overall(outline: Outline) -> Overall:
    """What the report says of the whole."""
    said: dict[State | None, list[Statement]] = {"done": [], "partial": [], "failed": []}
    ready = []
    for one in outline.reading.statements:
        line = outline.by_number.get(one.line) if one.type == "status" and one.state in said else None
        if line and not one.scope and of_whole(outline, line):
            said[one.state].append(one)
            ready += [one.line] if one.state == "done" and line.has("release") else []
    return Overall(tuple(said["done"]), tuple(said["partial"]), tuple(said["failed"]), tuple(ready))
