"""A phase that is called the current one, where the report says that it has not begun, and another is in progress."""

from collections.abc import Iterator

from gonogo_contracts.review import State
from gonogo_review.consistency import colophon, scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.phase_states import of_line
from gonogo_review.model import Draft


def find(outline: Outline) -> Iterator[Draft]:
    """One finding at most: a report has one current phase."""
    named = [x for x in outline.having("phase") if x.has("current") and is_current(x)]
    numbers = {number for x in named if (number := current(x))}
    if len(numbers) != 1:
        return
    own, others = stated(outline, numbers.pop())
    running = next((x for x in others if x.state == "partial"), None)
    if own and running and {x.state for x in own} in ({"open"}, {"done"}):
        line = next(x for x in named if current(x))
        says = "has not begun" if own[0].is_open else "is done"
        message = (
            f"{quote(line)} is the current phase, but {quote(own[0])} {says}, and {quote(running)} is in progress."
        )
        yield draft("phase-confusion", "phase-confusion.current", "medium", [line, own[0], running, *own[1:]], message)


def is_current(line: Line) -> bool:
    """Whether a line is a key 'Current phase' with its value, which says no more than which phase it is."""
    own = line.is_called("phase") and line.is_called("current") and not line.is_called("next_on")
    return own and line.is_keyed and not line.has("coming", "earlier", "finished")


def current(line: Line) -> str:
    """The number of the phase that the key gives; empty where it gives none or several."""
    found = {p.number for p in colophon.phases(line)} or {p.number for p in colophon.keyed_anywhere(line)}
    return found.pop() if len(found) == 1 else ""


def stated(outline: Outline, number: str) -> tuple[list[Line], list[Line]]:
    """The lines that give a phase its state, and those that give one to another phase; beginnings of lines only."""
    known: tuple[State | None, ...] = ("done", "open", "partial")
    own: list[Line] = []
    others: list[Line] = []
    for line in outline.having("phase"):
        phase = of_line(line) if line.state in known and line.type in ("item", "status") else None
        if phase and not is_current(line):
            whole = scope.WHOLE_NUMBER.match(phase.number)
            (own if whole and whole.group() == number else others).append(line)
    return own, others
