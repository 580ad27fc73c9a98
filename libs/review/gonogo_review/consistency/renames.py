"""'All references to the old name are gone', and a line that still has it."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

RENAME = re.compile(r"[`'\"]?([A-Za-z][\w.-]{4,})[`'\"]?\s*(?:→|->|=>|⇒|➜)\s*[`'\"]?([A-Za-z][\w.-]{4,})[`'\"]?")
MOST = 20
"""Renamings that are looked into."""
SHORTEST = 5
"""Letters of a name that is looked for elsewhere."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each old name that stands in the report although all of it was renamed."""
    renaming = [x for x in outline.having("mentions") if x.has("every", "nothing") and RENAME.search(x.text)]
    for line in renaming[:MOST]:
        found = RENAME.search(line.text)
        if found:
            old, new = (name.split(".")[0].lower() for name in found.groups())
            lines = [x for x in outline.lines if x.number != line.number and old in x.text.lower() and current(x, new)]
            if len(old) >= SHORTEST and old not in new and lines:
                message = f"{quote(line)} says that the old name is gone, but {quote(lines[0])} still has it."
                lines = [line, *lines]
                yield draft("absolute-vs-exception", "absolute.renamed", "low", lines, message, quote(lines[1]))


def current(line: Line, new: str) -> bool:
    """Whether a line does not speak of the renaming itself."""
    return new not in line.text.lower() and not line.has("qualifiers")
