"""'Comprehensively tested', and a test of it still among the next steps."""

from collections.abc import Iterator

from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.orders import beginning
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all the tests that are left to do."""
    claims = [x for x in outline.having("well_tested") if not x.is_open and outline.current(x)]
    left = [x for x in outline.having("tests") if claims and is_left(outline, x)]
    if left:
        yield against(claims[0], [*left, *claims[1:]], "absolute.untried")


def is_left(outline: Outline, line: Line) -> bool:
    """Whether a line is an entry among the next steps that orders a test, or names one that comes before a release."""
    titles = outline.inherited[line.section]
    soon = "next_steps" in titles and not titles & {"future", "optional"}
    orders = any(mark.start <= beginning(line) for mark in line.words.get("tests", ()))
    listed = line.number in outline.entries and line.state in (None, "open")
    return soon and listed and (orders or line.has("gates")) and not line.has("more", "optional")
