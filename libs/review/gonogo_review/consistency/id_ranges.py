"""'31 findings (#1092 to #1119)': a row of numbers that is too short for what it shall number."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

ROW = re.compile(
    r"(?<![\w#-])(?P<name>#|[A-Z][A-Za-z]{0,9}-)(?P<first>\d{1,6})\s*(?:[-–—~〜～]|to|bis|a|à|até|至|到|から)\s*"
    r"(?P<again>#|[A-Z][A-Za-z]{0,9}-)(?P<last>\d{1,6})(?!\w)"
)
LEAST = 3


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each line that counts more things than its row of numbers holds.

    A longer row is none: a tracker numbers other things between them.
    """
    for line in outline.counting:
        amount = counted(line)
        size = min(sizes(line.text), default=0) if amount else 0
        if amount and LEAST <= size < amount.low:
            message = f"{quote(line)} counts {tidy(amount.low)}, and its numbers are {size}."
            yield draft("count-mismatch", "count-mismatch.id-range", "low", [line], message, str(size))


def counted(line: Line) -> Amount | None:
    """The only count of a line, before what numbers it."""
    found = [a for a in line.present if a.unit == "count" and not a.of and not a.comparator]
    row = ROW.search(line.text)
    ahead = row is not None and len(found) == 1 and found[0].end <= row.start()
    return found[0] if ahead and found[0].low == found[0].high else None


def sizes(text: str) -> Iterator[int]:
    """How many numbers each row of a text holds."""
    for row in ROW.finditer(text):
        if row.group("name") == row.group("again"):
            yield int(row.group("last")) - int(row.group("first")) + 1
