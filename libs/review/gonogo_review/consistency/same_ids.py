"""An identifier that is done, by itself or in a range of them, and is still to be completed elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import colophon, scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

ID = re.compile(r"(?<![\w-])([A-Z]{2,8}\d?)-(\d{1,4})(?![\w-])")
TO = re.compile(r"\s*(?:→|->|\.\.\.?|…|–|—|to|bis|à|a|do|по)\s*$")
WIDEST = 60
"""Identifiers of one range."""
MOST = 400
"""Identifiers that are kept."""
LEFT = frozenset(("next_steps", "remaining", "required", "improvements"))


class Named(NamedTuple):
    """An identifier: its letters and its number."""

    letters: str
    number: int


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all identifiers that are done and are not."""
    named = [x for x in outline.lines if "-" in x.text and ID.search(x.text)]
    done: dict[Named, list[Line]] = {}
    for line in named[:MOST]:
        if line.state == "done" and not scope.in_part(line):
            for name in names(line.text):
                done.setdefault(name, []).append(line)
    pairs = [(done[n][0], x) for x in named for n in first(x.text) if n in done and is_left(outline, x)]
    pairs = [(d, x) for d, x in pairs if d.number != x.number and not scope.other_phase(outline, d, x)]
    if pairs:
        message = f"{quote(pairs[0][0])} is done, but {quote(pairs[0][1])} still has something of it to do."
        lines = [*pairs[0], *(x for _, x in pairs[1:]), *(d for d, _ in pairs[1:])]
        yield draft("status-vs-items", "status.same-id", "medium", lines, message)


def names(text: str) -> Iterator[Named]:
    """The identifiers of a text, those of its ranges among them: 'FIX-01 → FIX-10' are ten."""
    found = list(ID.finditer(text))
    for at, match in enumerate(found):
        yield Named(match.group(1), int(match.group(2)))
        before = found[at - 1] if at else None
        if before and before.group(1) == match.group(1) and TO.match(text[before.end() : match.start()]):
            low, high = int(before.group(2)), int(match.group(2))
            if low < high <= low + WIDEST:
                yield from (Named(match.group(1), n) for n in range(low + 1, high))


def first(text: str) -> list[Named]:
    """The identifier that a line is about: the only one in it."""
    found = set(names(text))
    return list(found) if len(found) == 1 else []


def is_left(outline: Outline, line: Line) -> bool:
    """Whether a line says that its thing is not done, or stands without a state among what is left to do."""
    if line.has("optional", "future", "more"):
        return False
    if line.is_open:
        return line.type in ("item", "status")
    left = outline.inherited[line.section] & LEFT or is_later(outline, line.section)
    return not line.state and bool(left) and (line.is_row or listed(outline, line))


def is_later(outline: Outline, section: int) -> bool:
    """Whether a section's title names the phase or sprint right after the one that the report is about."""
    _, own = colophon.subject(outline) if "phase" in outline.title_words[section] else (None, {})
    heading = outline.heading(section) if own else None
    named = colophon.phases(heading) if heading else []
    return any(own.get(p.word, "").isdigit() and int(p.number) == int(own[p.word]) + 1 for p in named)


def listed(outline: Outline, line: Line) -> bool:
    """Whether a line begins an entry of a list."""
    return line.number in outline.entries
