"""Figures in a column of results that a footnote calls predictions."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.model import Draft

NOTE = re.compile(r"^\s*(?P<sign>\*{1,3}|†|‡|¹|²|※|\[\^\w+\]:?)\s*(?!\*)\S")
ROWS = 30
"""Rows above a footnote that may carry its sign."""
NEAR = 6
"""Lines between a table and its footnote."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each footnote that takes results back."""
    for line in outline.having("predicted"):
        note = NOTE.match(line.text)
        if note:
            rows = marked_rows(outline, line, note.group("sign").rstrip(":"))
            if rows:
                yield from finding(outline, line, rows)


def marked_rows(outline: Outline, note: Line, sign: str) -> list[Line]:
    """The rows right above a footnote that carry its sign on a value."""
    at = outline.position(note.number)
    near = outline.lines[max(0, at - ROWS) : at]
    rows = [x for x in near if x.text.lstrip().startswith("|") and re.search(rf"\w%?{re.escape(sign)}(?!\*)", x.text)]
    return rows if rows and note.number - rows[-1].number <= NEAR else []


def finding(outline: Outline, note: Line, rows: list[Line]) -> Iterator[Draft]:
    """The finding for one footnote, with the status that rests on its figures."""
    top = headlines(outline)[:1]
    message = f"{quote(rows[0])} stands among the results, but {quote(note)} calls it a prediction."
    yield draft("value-conflict", "value-conflict.predicted", "high", [rows[0], note, *top, *rows[1:]], message)
