"""Approved for release at once, with a gate before the release still among the next steps."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.same_thing import is_planned
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.model import Draft


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all the gates that are left to pass."""
    top = [line for line in headlines(outline) if line.has("release")]
    lines = [line for line in outline.having("gates") if is_gate(outline, line)]
    if top and lines:
        message = f"{quote(top[0])} lets the release go, but {quote(lines[0])} is still a next step."
        yield draft("status-vs-items", "status.gates", "medium", [top[0], *lines, *top[1:3]], message)


def is_gate(outline: Outline, line: Line) -> bool:
    """Whether a line is an entry among the next steps about a check that comes before a release."""
    titles = outline.inherited[line.section]
    soon = "next_steps" in titles and not titles & {"future", "optional"}
    return soon and line.state in (None, "open") and not line.has("more", "optional") and is_planned(outline, line)
