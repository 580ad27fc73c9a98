"""What a report says it has and still means to make: tests of a kind, any tests, a step before the next phase."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.lexicon import single
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.orders import beginning
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.consistency.topics import plain, topic
from gonogo_review.model import Draft

LATER = frozenset(("future", "next_steps"))
NEAREST = 40
"""Lines of a kind that are held against each other at most."""
LONGEST = 3
"""Words of the name of a thing to come."""
BESIDE = 3
"""Characters between 'before' and the phase."""
WRONG = ("trouble", "failed", "repairs", "remaining", "required", "urgent")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each kind."""
    yield from kinds_to_come(outline)
    yield from no_tests_yet(outline)
    yield from before_next(outline)


def kinds_to_come(outline: Outline) -> Iterator[Draft]:
    """'A suite of unit and integration tests', and 'Integration tests' among the future work."""
    coming = [x for x in outline.having("tests") if is_later(outline, x) and x.has("kinds") and is_short(x)]
    claims = [x for x in outline.having("makes", "finished") if coming and tells_of_whole(outline, x)]
    for claim in claims[:NEAREST]:
        told = topic(claim.plain)
        lines = [x for x in coming[:NEAREST] if topic(x.label) <= told]
        if lines:
            message = f"{quote(claim)} counts among the things made what is still to come: {quote(lines[0])}."
            yield draft("status-vs-items", "status.to-come", "medium", [claim, *lines], message)
            return


def is_later(outline: Outline, line: Line) -> bool:
    """Whether a line begins an entry of a list of what is to come, and does not speak of more of it."""
    listed = line.number in outline.entries and line.state not in ("done", "na")
    return listed and bool(outline.inherited[line.section] & LATER) and not line.has("more")


def is_short(line: Line) -> bool:
    """Whether an entry's label is the name of a kind of tests and nothing else."""
    return "tests" in line.label_words and 1 < len(topic(line.label)) <= LONGEST


def tells_of_whole(outline: Outline, line: Line) -> bool:
    """Whether a line says in the head, an overview or a conclusion what was made."""
    whole = scope.whole_section(outline, line.section) and not line.is_open and not line.has("future", "trouble")
    return whole and line.has("tests") and line.has("kinds") and outline.current(line)


def no_tests_yet(outline: Outline) -> Iterator[Draft]:
    """'Add unit tests' among the future work of something verified and ready, in a report that has none."""
    top = [x for x in headlines(outline) if x.has("release", "passed") or x.has("exercised")]
    lines = [x for x in outline.having("tests") if top and is_later(outline, x) and orders_tests(x)]
    if lines and not any(has_tests(outline, x) for x in outline.having("tests")):
        message = f"{quote(top[0])}, but {quote(lines[0])} says that there are no such tests yet."
        yield draft("status-vs-items", "status.no-tests", "medium", [top[0], *lines, *top[1:2]], message)


def orders_tests(line: Line) -> bool:
    """Whether an entry is an order to make tests: 'Add unit tests for the backend'."""
    orders = [m.end for m in line.words.get("adds", ()) if m.start <= beginning(line)]
    tests = [m.start for m in line.words.get("tests", ())]
    between = line.text[min(orders) : min(tests)] if orders and tests and min(orders) <= min(tests) else "?"
    return between != "?" and all(w.lower() in KINDS for w in plain(between).split())


KINDS = single("kinds") | single("generic")


def has_tests(outline: Outline, line: Line) -> bool:
    """Whether a line tells of tests that are there: it counts them, or is done."""
    counted = any(a.unit == "count" and a.low > 0 for a in line.present)
    return outline.current(line) and (counted or (line.state == "done" and line.has("kinds")))


def before_next(outline: Outline) -> Iterator[Draft]:
    """'Ready for sprint 2', and 'fix 3 failing tests before sprint 2'."""
    ready = [x for x in outline.having("phase") if x.state == "done" and x.has("proceed", "release")]
    first = [x for x in outline.having("earlier") if ready and x.state not in ("done", "na") and x.has(*WRONG)]
    for line in first[:NEAREST]:
        number = needed_before(line)
        claims = [x for x in ready[:NEAREST] if number and scope.phase_number(x.text, x.words) == number]
        if claims:
            message = f"{quote(claims[0])}, but {quote(line)} comes before it."
            yield draft("status-vs-items", "status.before-next", "high", [claims[0], line, *claims[1:]], message)
            return


def needed_before(line: Line) -> str:
    """The number of the phase that a line says something must be done before; empty where it says no such thing."""
    ends = [m.end for m in line.words.get("earlier", ())]
    for mark in line.words.get("phase", ()):
        if any(0 <= mark.start - end <= BESIDE for end in ends):
            found = scope.NUMBER.match(line.text, mark.end)
            return found.group(1) if found else ""
    return ""
