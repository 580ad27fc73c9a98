"""What a line's signs and words say together."""

import msgspec

from gonogo_review.claims.line import Hit
from gonogo_review.claims.marks import Mark, worst


class Verdict:
    """What a line's marks and words say together."""

    def __init__(self, found_marks: list[Mark], found_hits: list[Hit], box: str | None) -> None:
        self.marks = found_marks
        self.hits = found_hits
        self.box = box
        signs = [mark.state for mark in found_marks]
        if box:
            signs.append(box)
        if found_hits:
            self.hits = [settled for hit in found_hits if (settled := _settled(hit, signs)).state]
            signs += [hit.state for hit in self.hits]
        self.state = worst(signs)

    @property
    def marked(self) -> bool:
        """Whether a sign, and not only a word, says it."""
        return bool(self.marks) or self.box is not None

    @property
    def marker(self) -> str:
        """What made the state, as printed."""
        for mark in self.marks:
            if mark.state == self.state:
                return mark.sign
        for hit in self.hits:
            if hit.state == self.state:
                return hit.words
        return "[ ]" if self.box == self.state and self.box else ""


def _settled(hit: Hit, signs: list[str]) -> Hit:
    """'Ready with conditions' is partial unless a sign says done; 'needs review' is open unless a sign says worse."""
    if hit.state == "conditional":
        return msgspec.structs.replace(hit, state="" if "done" in signs else "partial")
    if hit.state == "needing":
        return msgspec.structs.replace(
            hit, state="" if any(state in ("partial", "failed") for state in signs) else "open"
        )
    return hit
