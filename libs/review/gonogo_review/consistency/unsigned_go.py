"""A release that is let go on conditions, and a list of approvals of which none is given."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

LEAST = 2
"""Approvals that a release needs."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each list of approvals that the verdict passes over."""
    verdicts = [x for x in outline.having("conditional") if x.state == "partial" and is_verdict(outline, x)]
    if not verdicts or any(x.has("signature") for x in verdicts):
        return
    for section, title in enumerate(outline.title_words):
        entries = outline.directly[section] if "signature" in title else []
        boxes = [line for line in entries if line.type == "item"]
        if len(boxes) >= LEAST and all(line.state == "open" for line in boxes):
            message = f"{quote(verdicts[0])} lets the release go, but none of {len(boxes)} approvals is given."
            lines = [verdicts[0], *boxes]
            yield draft("status-vs-items", "status.unsigned-go", "high", lines, message)


def is_verdict(outline: Outline, line: Line) -> bool:
    """Whether a status decides on the whole."""
    return line.type == "status" and line.is_called("whole") and scope.of_whole(outline, line)
