"""An upgrade to a version that is older than the one it comes from."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

VERSION = re.compile(r"(?<![\w.])[vV]?(\d+(?:\.\d+){1,3})(?![\w.]*\d)")
APART = 40
"""Characters between the two versions of one upgrade."""
OTHERS = 4
"""Lines that a finding names beside the upgrade."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each upgrade that leads back."""
    for line in outline.having("upgrades"):
        found = backwards(line)
        if found:
            old, new = found
            others = [x for x in outline.lines if x.number != line.number and new in x.text and x.has("upgrades")]
            others += [x for x in outline.lines if x.number != line.number and old in x.text]
            message = f"{quote(line)}: {new} is not newer than {old}, the upgrade leads back."
            yield draft("value-conflict", "value-conflict.upgrade", "medium", [line, *others[:OTHERS]], message)
            return


def backwards(line: Line) -> tuple[str, str] | None:
    """The two versions of a line 'from A to B', where B is the older one."""
    found = list(VERSION.finditer(line.text))
    if len(found) != 2 or found[1].start() - found[0].end() > APART or line.is_row:
        return None
    old, new = found[0].group(1), found[1].group(1)
    parts = [[int(n) for n in version.split(".")] for version in (old, new)]
    alike = len(parts[0]) == len(parts[1]) and parts[0][0] == parts[1][0]
    joined = JOINS.search(line.text[found[0].end() : found[1].start()])
    return (old, new) if alike and joined and parts[1] < parts[0] else None


JOINS = re.compile(r"→|->|=>|\b(?:to|auf|vers|à|a|para|do|na|до|на)\b|升级|更新|到|から|에서|'?[dt]en\b", re.IGNORECASE)
"""What stands between the version that was and the one that shall be."""
