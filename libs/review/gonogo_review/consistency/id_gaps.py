"""Tasks that are numbered from 1 through the whole report, and a number that stands nowhere."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

NUMBERED = re.compile(r"\W*(?:([A-Z][A-Za-z]{0,9}-)(\d{1,4})\b|(0)(\d{2,3})_\w)")
"""'TASK-7', or a file with its number in front: '007_orders.sql'."""
FIRST = re.compile(r"-\d|\b0\d{2,3}_")
LEAST = 8
"""Numbers that make a row of the report's own; those of a tracker go on elsewhere."""
MOST = 5
"""Missing numbers that are looked for."""
DENSE = 0.85
"""Part of the numbers that must be there, for the others to be missing."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each row of identifiers with missing ones."""
    rows: dict[str, dict[int, Line]] = {}
    for line in outline.lines:
        numbered = line.block >= 0 and line.type == "item" and FIRST.search(line.text)
        found = NUMBERED.match(line.label) if numbered else None
        if found:
            prefix, number = found.group(1) or found.group(3), found.group(2) or found.group(4)
            rows.setdefault(prefix, {}).setdefault(int(number), line)
    for prefix, row in rows.items():
        if 1 in row and LEAST <= len(row) < max(row) and len(row) >= DENSE * max(row):
            missing = [n for n in range(1, max(row)) if n not in row][:MOST]
            missing = [n for n in missing if not named(outline, prefix, n)]
            if missing:
                yield gap(prefix, row, missing)


def named(outline: Outline, prefix: str, number: int) -> bool:
    """Whether any line names an identifier."""
    wanted = re.compile(rf"\b{re.escape(prefix)}0*{number}(?![^\W_])")
    return any(wanted.search(text) for text in outline.reading.lines)


def gap(prefix: str, row: dict[int, Line], missing: list[int]) -> Draft:
    """The finding for one row: the numbers before and after the first gap, and what is missing."""
    before = row[max(n for n in row if n < missing[0])]
    after = row[min(n for n in row if n > missing[0])]
    listed = ", ".join(f"{n:03}" if prefix == "0" else f"{prefix}{n}" for n in missing)
    message = f"{quote(before)} and {quote(after)}: {listed} stand nowhere."
    return draft("scope-gap", "scope-gap.identifiers", "low", [before, after], message, listed)
