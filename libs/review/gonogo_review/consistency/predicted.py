"""Results that are no results: a footnote calls them predictions, or they are only expected."""

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
    """One finding for each footnote that takes results back, and for each part of results that are expected."""
    yield from expected(outline)
    for line in outline.having("predicted"):
        note = NOTE.match(line.text)
        if note:
            rows = marked_rows(outline, line, note.group("sign").rstrip(":"))
            if rows:
                yield from finding(outline, line, rows)


def expected(outline: Outline) -> Iterator[Draft]:
    """'After the rewrite', beside 'Before the rewrite', and 'Start: expected below 2 s' under it."""
    found: dict[int, list[Line]] = {}
    for line in outline.having("expected"):
        if line.amounts and line.is_keyed and is_value(line) and is_after(outline, line.section):
            found.setdefault(line.section, []).append(line)
    for section, lines in found.items():
        head = outline.heading(section)
        if head:
            message = f"{quote(head)} gives no result, but what is expected: {quote(lines[0])}."
            yield draft("scope-gap", "scope-gap.expected", "medium", [head, *lines], message)


def is_value(line: Line) -> bool:
    """Whether the value behind a line's label begins with the word for 'expected'."""
    return any(line.text[: m.start].rstrip(" *_").endswith((":", "：")) for m in line.words["expected"])


def is_after(outline: Outline, section: int) -> bool:
    """Whether a section's title says 'After', and the title of one beside it 'Before'."""
    own = outline.sections[section]
    beside = (at for at, s in enumerate(outline.sections) if (s.parent, s.level) == (own.parent, own.level))
    return "later_on" in outline.title_words[section] and any("earlier" in outline.title_words[at] for at in beside)


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
