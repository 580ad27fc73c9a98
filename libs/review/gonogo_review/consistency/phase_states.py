"""One phase with two states: completed in one place, in progress or open in another."""

from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import BULLET, Topic, topic
from gonogo_review.model import Draft

NAMED = 6
"""Characters of marks that may stand before 'Phase 2'."""


class Phase(NamedTuple):
    """Which phase a line gives a state."""

    word: str
    number: str


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each phase that is done and is not."""
    states: dict[Phase, tuple[list[Line], list[Line]]] = {}
    for line in outline.having("phase"):
        counts = line.type in ("item", "status") and (line.state == "done" or line.is_open)
        phase = of_line(line) if counts else None
        if phase:
            states.setdefault(phase, ([], []))[line.is_open].append(line)
    for phase, (done, undone) in states.items():
        clash = next(((x, y) for x in done for y in undone[:NAMED] if one_thing(phase, x, y)), None)
        if clash:
            message = f"{quote(clash[0])} says that it is done, and {quote(clash[1])} that it is not."
            yield draft("value-conflict", "value-conflict.phase-state", "high", list(clash), message)


def of_line(line: Line) -> Phase | None:
    """The phase that a line begins with: 'Phase 2: ...', '| Sprint 3 | ...'; None where it begins with none."""
    bullet = BULLET.match(line.text)
    begin = bullet.end() if bullet else 0
    for mark in sorted(line.words["phase"]):
        number = scope.NUMBER.match(line.text, mark.end)
        if number and mark.start <= begin + NAMED:
            return Phase(line.text[mark.start : mark.end].lower(), number.group(1).lower())
    return None


def one_thing(phase: Phase, one: Line, other: Line) -> bool:
    """Whether two lines name the phase alike: with a word in common, or with none beside its number."""
    names = [name(line, phase) for line in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def name(line: Line, phase: Phase) -> Topic:
    """What a phase is called beside its number, up to the colon or dash after it."""
    return topic(line.label) - topic(f"{phase.word} {phase.number}")
