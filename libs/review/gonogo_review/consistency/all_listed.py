"""'All nine gates are closed', and a row of the table of gates that is not."""

import re
from collections.abc import Iterator
from itertools import islice

from gonogo_review.consistency.count_mismatch import entries
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.inventory import listings
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.undone import says_open
from gonogo_review.model import Draft

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CLOSE = 3
"""Characters from 'all' to the number of the things."""
LONGEST = 5
"""Words from 'all' to the last word of what it goes with."""
NEAREST = 20
"""Lines that say 'all' which are looked at."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each list that a line says all of is done, and that has an open entry."""
    claims = [line for line in outline.having("every") if line.state == "done" and outline.current(line)][:NEAREST]
    places = listings(outline) if claims else {}
    told: set[int] = set()
    for line in claims:
        for name in names(line):
            blocks = places.get(name, [])
            rows = entries(outline, blocks[0]) if len(blocks) == 1 and blocks[0].line not in told else []
            undone = [x for n in rows if (x := outline.by_number.get(n)) and says_open(outline, x) and x is not line]
            if undone:
                told.add(blocks[0].line)
                message = f"{quote(line)} speaks of all, and {quote(undone[0])} is not done."
                lines = [line, *undone]
                yield draft("absolute-vs-exception", "absolute.all-listed", "high", lines, message, quote(undone[0]))


def names(line: Line) -> Iterator[Topic]:
    """What 'all' may go with: the next words, one more at a time, without the number of the things."""
    for mark in line.words["every"]:
        start = max((a.end for a in line.amounts if 0 <= a.start - mark.end <= CLOSE), default=mark.end)
        end = start
        for word in islice(WORD.finditer(line.text, start), LONGEST):
            if set(line.text[end : word.start()]) & set(",.;:()"):
                break
            end = word.end()
            if found := topic(line.text[start:end]):
                yield found
