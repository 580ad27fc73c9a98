"""'Ready; the seed nodes must be deployed', where the seed nodes are still to be deployed."""

import re
from collections.abc import Iterator
from itertools import islice

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, plain, topic
from gonogo_review.consistency.undone import says_open
from gonogo_review.model import Draft

PARTS = re.compile(r"[;；,，。、—–|]|\.\s|\s-\s")
"""What parts the clauses of a line."""
LEAST = 2
"""Words by which what a clause asks for is known again."""
LONGEST = 6
MOST = 20
"""Conditions that are looked for in the whole report."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each line that says done and names a condition which other lines say is not met."""
    done = (x for x in outline.having("urgent", "required") if x.state == "done" and outline.current(x))
    conditions = ((line, asked) for line in done if (asked := condition(line)))
    for line, asked in islice(conditions, MOST):
        told = [x for x in outline.lines if x is not line and asked <= topic(x.plain)]
        open_ones = [x for x in told if says_open(outline, x)]
        if open_ones and not any(x.state == "done" for x in told):
            listed = [x for x in told if x not in open_ones and not x.state and x.number in outline.entries]
            message = f"{quote(line)} says that it is done on a condition, and {quote(open_ones[0])} is not."
            lines = [line, *open_ones, *listed]
            yield draft("status-vs-items", "status.condition", "high", lines, message)


def condition(line: Line) -> Topic:
    """What the clause behind the word for done asks for."""
    done = min((mark.start for mark in line.words.get("finished", ())), default=len(line.text))
    asking = [m.start for category in ("urgent", "required") for m in line.words.get(category, ())]
    for clause in clauses(line.text):
        inside = [at for at in asking if clause.start <= at < clause.stop]
        if clause.start > done and inside:
            found = topic(plain(line.text[clause.start : clause.stop]))
            return found if LEAST <= len(found) <= LONGEST else frozenset()
    return frozenset()


def clauses(text: str) -> Iterator[range]:
    """Where each clause of a line stands."""
    start = 0
    for part in PARTS.finditer(text):
        yield range(start, part.start())
        start = part.end()
    yield range(start, len(text))
