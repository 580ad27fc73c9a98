"""'Migration: complete', and 'ready to migrate'; called fixed, and the main blocker; active, and still to enable."""

from collections.abc import Iterable, Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.lexicon import Mark
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.orders import begins
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.undone import DESCRIBED
from gonogo_review.model import Draft

PARTED = frozenset(":：-–—")
ROOT = 4
"""Letters in which 'migration' and 'migrate' meet."""
SHARED = 5
"""Letters in which 'visible' and 'visibility' meet."""
NEAR = 24
"""Characters from 'ready for' to what it is ready for."""
NEAREST = 40
"""Lines of a kind that are held against each other at most."""
LEAST = 2
"""Words by which a thing that is fixed is known again in a sentence."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each act that is over and ahead, each blocker that is fixed, each thing to enable that is on."""
    yield from over_and_ahead(outline)
    yield from fixed_blockers(outline)
    yield from on_and_off(outline)


def over_and_ahead(outline: Outline) -> Iterator[Draft]:
    """An act that the report is about is complete, and beside or behind that it is what all is ready for."""
    ready = outline.having("ahead")
    claims = [x for x in outline.having("ended") if ready and is_over(outline, x)]
    for claim in claims[:1]:
        acts = roots(claim, claim.words["acts"])
        lines = [x for x in ready if x is not claim and is_behind(claim, x) and acts & awaited(outline, claim, x)]
        if lines:
            orders = [
                x for x in outline.having("runs") if begins(x, "runs") and acts & roots(x, x.words.get("acts", ()))
            ]
            message = f"{quote(claim)} says that it is over, and {quote(lines[0])} that it is still to come."
            yield draft("status-vs-items", "status.ahead", "high", [claim, *lines, *orders], message)


def is_over(outline: Outline, line: Line) -> bool:
    """Whether a status says of an act as a whole that it is complete."""
    told = line.state == "done" and line.type == "status" and line.has("acts") and not line.has("ahead", "proceed")
    if told and heads_ended(outline, line):
        return False
    own = topic(line.label) - scope.title_topic(outline) if told else frozenset()
    return told and len(own) <= 1 and (not own or "acts" in line.label_words)


def heads_ended(outline: Outline, line: Line) -> bool:
    """Whether a heading stands over those acts of several that are over: 'Completed migrations', and a list."""
    if not scope.is_heading(outline, line) or outline.is_title(line.section):
        return False
    first = min(mark.start for mark in line.words["ended"])
    before = any(first < mark.start and not PARTED & set(line.text[first : mark.start]) for mark in line.words["acts"])
    return before and any(x.number in outline.entries or x.is_row for x in outline.within(line.section))


def is_behind(claim: Line, line: Line) -> bool:
    """Whether a line stands in the part of a claim or behind it: what was ready before an act may be over."""
    return line.section == claim.section or line.number > claim.number


def awaited(outline: Outline, claim: Line, line: Line) -> frozenset[str]:
    """The acts that a line says something is ready for, but for those that it calls otherwise than the claim does."""
    known = topic(claim.plain) | scope.title_topic(outline)
    pairs = ((m, a) for m in line.words["ahead"] for a in line.words.get("acts", ()) if is_near(m, a))
    return roots(line, (a for m, a in pairs if topic(line.text[m.end : max(m.end, a.start)]) <= known))


def is_near(ready: Mark, act: Mark) -> bool:
    """Whether an act stands in or right behind the words for 'ready for'."""
    return ready.start <= act.start <= ready.end + NEAR


def roots(line: Line, marks: Iterable[Mark]) -> frozenset[str]:
    """The beginnings of the words at some places."""
    return frozenset(line.text[mark.start : mark.end][:ROOT].lower() for mark in marks)


def fixed_blockers(outline: Outline) -> Iterator[Draft]:
    """A thing that is fixed is in a sentence the main blocker."""
    for line in outline.having("blocker"):
        if line.has("nothing", "solutions", "earlier") or line.state in ("done", "na") or is_told(outline, line):
            continue
        held = topic(line.plain)
        fixed = [x for x in outline.having("solutions") if x.state == "done" and within(x.subject, held)][:NEAREST]
        if fixed:
            message = f"{quote(fixed[0])} is fixed, and {quote(line)} says that it still stands in the way."
            yield draft("value-conflict", "value-conflict.blocker", "high", [fixed[0], line, *fixed[1:]], message)


def is_told(outline: Outline, line: Line) -> bool:
    """Whether a line tells of how things were: before the work, or in a section about the problem."""
    return outline.is_earlier(line) or bool(outline.inherited[line.section] & DESCRIBED)


def within(name: Topic, held: Topic) -> bool:
    """Whether all words of a name stand in a sentence, in whatever form."""
    found = {word[:SHARED] for word in held}
    return len(name) >= LEAST and all(word[:SHARED] in found for word in name)


def on_and_off(outline: Outline) -> Iterator[Draft]:
    """'Monitoring: dashboards active', and '[ ] Enable monitoring and alerts'."""
    left = [x for x in outline.having("enables") if x.state == "open" and begins(x, "enables") and not x.has("more")]
    active = [x for x in outline.having("enabled") if left and is_active(outline, x)][:NEAREST]
    for line in left[:NEAREST]:
        on = [x for x in active if x.subject and x.subject <= line.subject]
        if on:
            message = f"{quote(on[0])} is on, and {quote(line)} is still to be done."
            yield draft("value-conflict", "value-conflict.enabled", "medium", [on[0], line, *on[1:]], message)


def is_active(outline: Outline, line: Line) -> bool:
    """Whether a line says behind its label that its thing is on."""
    keyed = line.is_keyed and not line.is_open and not line.is_called("enabled")
    return keyed and outline.current(line) and not line.has("nothing", "trouble")
