"""'12/12 migrations' and '13/13 migrations'; '20/20' in the summary's row about a section that totals '26/26'."""

from collections.abc import Iterator

from gonogo_review.consistency import designators
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.totals import is_total
from gonogo_review.consistency.value_conflict import comparable, part
from gonogo_review.model import Draft


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each number of things that two ratios give differently."""
    counted = [(line, of) for line in outline.counting if (of := whole(line)) and outline.current(line)]
    if len(counted) > 1:
        yield from of_sections(outline, counted)
        yield from of_things(outline, counted)


def whole(line: Line) -> float:
    """The 'n' of a line's only 'm/n', where it counts things; 0 where there is none."""
    found = [a for a in line.present if a.of and a.unit == "count" and not a.comparator]
    return (found[0].of or 0.0) if len(found) == 1 else 0.0


def of_sections(outline: Outline, counted: list[tuple[Line, float]]) -> Iterator[Draft]:
    """A row or entry that is called as a section is, and the section's own total."""
    totals = [(line, of) for line, of in counted if is_total(line)]
    for total, of in totals:
        heads = [head for s in outline.inner_chains[total.section] if (head := outline.heading(s))]
        names = {topic(outline.sections[head.section].title): head for head in heads}
        for line, other in counted:
            head = names.get(topic(line.label)) if line.is_row or line.is_keyed else None
            outside = head and not outline.sections[head.section].line <= line.number <= total.number
            if head and outside and other != of and not designators.apart(line, head):
                yield finding(line, total, other, of)


def of_things(outline: Outline, counted: list[tuple[Line, float]]) -> Iterator[Draft]:
    """All of the things, and another number of them that is all of them too."""
    groups: dict[Topic, list[tuple[Line, float]]] = {}
    for line, of in counted:
        amount = next(a for a in line.present if a.of)
        name = noun(line, amount)
        narrowed = line.has("tests") or not outline.marks(amount.noun).keys().isdisjoint(("qualifiers", "goals"))
        if name and amount.low == of and topic(line.label) <= name and not narrowed:
            groups.setdefault(name | part(outline, line, "parts", "kinds"), []).append((line, of))
    for group in groups.values():
        first, of = group[0]
        apart = [(line, other) for line, other in group if other != of and comparable(outline, first, line)]
        if apart:
            yield finding(first, apart[0][0], of, apart[0][1])


def finding(one: Line, other: Line, first: float, second: float) -> Draft:
    """The finding for two lines."""
    both = f"{tidy(first)} and {tidy(second)}"
    message = f"{quote(one)} and {quote(other)} count the same things: {both}."
    return draft("value-conflict", "value-conflict.counted-twice", "medium", [one, other], message, both)
