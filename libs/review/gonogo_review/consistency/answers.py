"""Rows that answer a question: 'Can it be exploited? ❌ No' is good news."""

from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline

MARKS = ("?", "？")


def is_question(text: str) -> bool:
    """Whether a cell asks something."""
    return text.rstrip(" *_").endswith(MARKS)


def asks(line: Line) -> bool:
    """Whether a row's label is a question."""
    return line.is_row and is_question(line.label)


def reassures(outline: Outline, line: Line) -> bool:
    """Whether a row denies harm, or stands among such rows: 'Loaded in production? ❌ No' beside them."""
    return asks(line) and line.block in denials(outline)


@once
def denials(outline: Outline) -> frozenset[int]:
    """The tables in which a question about harm is answered with 'failed'."""
    found = (x for x in outline.having("harms") if x.state == "failed" and asks(x) and x.is_called("harms"))
    return frozenset(line.block for line in found)
