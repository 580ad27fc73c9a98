"""'Import: complete', and right beneath it a result of which less than all passed: '480 of 500 rows imported'."""

from collections.abc import Iterator

from gonogo_contracts.review import Severity
from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.undone import indent
from gonogo_review.model import Draft

SCALES = (3, 5, 10, 100)
"""'4/5' may be a score."""
ABOVE = 8
"""Lines over a result in which its entry begins."""
SAID = ("passed", "finished", "acts", "result")
SPARED = ("optional", "earlier", "coverage", "except", "remaining", "future", "target", "grades")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each done thing with a result that falls short."""
    for line in outline.counting:
        if (
            line.state in ("open", "failed", "na")
            or not falls_short(line)
            or line.has(*SPARED)
            or not outline.current(line)
        ):
            continue
        done = entry_above(outline, line) or heading_above(outline, line)
        if done and done.state == "done" and not scope.in_part(done) and not done.has("progress", "repairs"):
            grave: Severity = "low" if line.has("expected", "settled") else "medium"
            message = f"{quote(done)} is done, but its result falls short: {quote(line)}."
            yield draft("status-vs-items", "status.result", grave, [done, line], message)


def falls_short(line: Line) -> bool:
    """Whether a line counts how many of a number of things passed, and it was not all of them."""
    counted = [a for a in line.present if a.of and a.unit == "count" and a.of not in SCALES]
    return len(counted) == 1 and line.has(*SAID) and counted[0].low < (counted[0].of or 0) and not counted[0].comparator


def entry_above(outline: Outline, line: Line) -> Line | None:
    """The entry that a line is nested in."""
    depth = indent(line.text)
    above = range(line.number - 1, max(0, line.number - ABOVE), -1) if depth else ()
    return next((x for n in above if (x := outline.by_number.get(n)) and indent(x.text) < depth), None)


def heading_above(outline: Outline, line: Line) -> Line | None:
    """The nearest heading over a line that says something of how far its things are; not the report's title."""
    heads = (outline.heading(section) for section in outline.inner_chains[line.section])
    return next((head for head in heads if head and head.state), None)
