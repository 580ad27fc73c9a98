"""Tasks that are numbered from 1 through the whole report, and a number that stands nowhere."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

NUMBERED = re.compile(r"\W*([A-Z][A-Za-z]{0,9}-)(\d{1,4})\b")
HYPHEN = re.compile(r"-\d")
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
        hyphened = line.block >= 0 and line.type == "item" and HYPHEN.search(line.text)
        found = NUMBERED.match(line.plain) if hyphened else None
        if found:
            rows.setdefault(found.group(1), {}).setdefault(int(found.group(2)), line)
    for prefix, row in rows.items():
        if 1 in row and LEAST <= len(row) < max(row) and len(row) >= DENSE * max(row):
            missing = [n for n in range(1, max(row)) if n not in row][:MOST]
            missing = [n for n in missing if not named(outline, prefix, n)]
            if missing:
                yield gap(prefix, row, missing)


def named(outline: Outline, prefix: str, number: int) -> bool:
    """Whether any line names an identifier."""
    wanted = re.compile(rf"{re.escape(prefix)}0*{number}\b")
    return any(wanted.search(text) for text in outline.reading.lines)


def gap(prefix: str, row: dict[int, Line], missing: list[int]) -> Draft:
    """The finding for one row: the numbers before and after the first gap, and what is missing."""
    before = row[max(n for n in row if n < missing[0])]
    after = row[min(n for n in row if n > missing[0])]
    listed = ", ".join(f"{prefix}{n}" for n in missing)
    message = f"{quote(before)} and {quote(after)}: {listed} stand nowhere."
    return draft("scope-gap", "scope-gap.identifiers", "low", [before, after], message, listed)
