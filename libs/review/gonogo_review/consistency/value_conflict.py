"""One measure of one thing with two values that cannot both hold."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_contracts.review import Severity
from gonogo_review.consistency import scope, stanzas, twin_lists
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, dimension, exact, measured, shown
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.lexicon import WIDE
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, stem, topic
from gonogo_review.model import Amount, Draft

TELLING = 2
"""Words that a measure's name needs, to be one measure wherever it stands."""
APART = 1.3
"""Two bounds of one kind ('10,000+' and '15,000+') disagree from this ratio on."""
ROUND = 1000
"""Counts below it are exact; larger ones may be rounded."""
BESIDE = 14
"""Characters before an amount in which a word still goes with it; twice as many after it."""
SEVERAL = 2
"""More entries of one list than this that count a thing are its parts."""
CONCURRENT = "concur"
NUMBERED = re.compile(r"\w\s+#?\d+\s*[:：.)\-–—]")
"""The head of one of several parts: 'Task 1: Checkout'."""


class Measure(NamedTuple):
    """What is measured, in which dimension, as a value or as a target."""

    name: Topic
    dimension: str
    role: str


class Reported(NamedTuple):
    """An amount with its line, and the part of the whole that it is about."""

    line: Line
    amount: Amount
    part: Topic
    under: str
    """The line that heads its line inside one list or block of output."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each measure with values that cannot meet."""
    groups: dict[Measure, list[Reported]] = {}
    for line in outline.counting:
        for amount in line.amounts:
            if counts(line, amount) and outline.current(line):
                for name, of in names(outline, line, amount):
                    measure = Measure(name, dimension(amount.unit), "value")
                    groups.setdefault(measure, []).append(Reported(line, amount, of, stanzas.head(outline, line)))
    for group in groups.values():
        found = clash(outline, group) if len(group) > 1 else None
        if found:
            yield finding(group, *found)


def counts(line: Line, amount: Amount) -> bool:
    """Whether an amount is a result of its own: no part of a ratio, a name ('fork(2)') or an adjective ('8-bit')."""
    before, after = line.text[: amount.start], line.text[amount.end : amount.end + 1]
    glued = after == "-" or (before.endswith("(") and before[-2:-1].isalnum())
    return amount.role in ("value", "after") and not amount.of and not glued


def names(outline: Outline, line: Line, amount: Amount) -> Iterator[tuple[Topic, Topic]]:
    """The names under which an amount may meet others, with its part: its noun, or the key it stands under."""
    of = part(outline, line, "parts", "kinds") | qualities(line, amount)
    counted = noun(line, amount) if amount.unit in ("count", "%") and not line.has("coverage") else frozenset()
    counted = frozenset() if any(WIDE.search(word) for word in counted) else counted
    if line.has("concurrent"):
        of = part(outline, line, "parts")
        counted = frozenset((CONCURRENT, *sorted(counted - concurrency(line))[-1:]))
    keyed = key(outline, line)
    for name in dict.fromkeys((counted - of, keyed - of)):
        if len(name) >= TELLING:
            yield name, of


def qualities(line: Line, amount: Amount) -> Topic:
    """What narrows a count right beside it: 'new' in '50 new files'."""
    near = (m for m in line.words.get("qualifiers", ()) if amount.start - BESIDE <= m.start <= amount.end + 2 * BESIDE)
    return frozenset(stem(line.text[m.start : m.end]) for m in near)


def concurrency(line: Line) -> Topic:
    """The stems of the words that say 'at the same time'."""
    return frozenset(stem(line.text[m.start : m.end]) for m in line.words.get("concurrent", ()))


def key(outline: Outline, line: Line) -> Topic:
    """The topic of the key or row that a line's only present amount stands under; empty where it has none."""
    keyed = line.is_row or (line.is_keyed and scope.whole_section(outline, line.section))
    return topic(line.label) if keyed and len(line.present) == 1 else frozenset()


def part(outline: Outline, line: Line, *categories: str) -> Topic:
    """The part of the whole that a line speaks of: 'backend', 'staging', as it says or its titles do."""
    found = {stem(line.text[m.start : m.end]) for c in categories for m in line.words.get(c, ())}
    return part_above(outline, line.section) | found


@once
def part_above(outline: Outline, section: int) -> Topic:
    """The part of the whole that a section's title, and those above it, name."""
    titles = ((outline.sections[s].title, outline.title_words[s]) for s in outline.inner_chains[section])
    return frozenset(stem(title[m.start : m.end]) for title, words in titles for m in words.get("parts", ()))


def clash(outline: Outline, group: list[Reported]) -> tuple[Reported, Reported] | None:
    """Two of a measure's amounts that cannot meet: of one part, or of a part that has more than the whole."""
    by_part: dict[Topic, list[Reported]] = {}
    group = listed(divided(group))
    for reported in group:
        by_part.setdefault(reported.part, []).append(reported)
    for same in by_part.values():
        low = min(same, key=lambda r: (reach(r.amount).high, r.line.number))
        high = max(same, key=lambda r: (reach(r.amount).low, -r.line.number))
        if disagree(low.amount, high.amount) and comparable(outline, low.line, high.line):
            return low, high
    return more_than_whole(outline, by_part.get(frozenset(), []), [r for r in group if r.part])


def listed(group: list[Reported]) -> list[Reported]:
    """The amounts, of parts of their own where a list has several entries that count the thing, each with a name."""
    names: dict[int, set[str]] = {}
    for r in group:
        if r.line.block >= 0 and r.line.is_keyed and not r.line.is_called("total"):
            names.setdefault(r.line.block, set()).add(r.line.label)
    parts = {block for block, labels in names.items() if len(labels) > SEVERAL}
    return [r._replace(part=r.part | {r.line.label}) if r.line.block in parts else r for r in group]


def divided(group: list[Reported]) -> list[Reported]:
    """The amounts, of parts of their own where each of several entries counts the thing for itself, or is numbered."""
    several = len({r.under for r in group if r.under}) > 1
    return [
        r._replace(part=r.part | {r.under}) if r.under and (several or NUMBERED.search(r.under)) else r for r in group
    ]


def more_than_whole(
    outline: Outline, wholes: list[Reported], parts: list[Reported]
) -> tuple[Reported, Reported] | None:
    """The smallest whole and the largest part, where the part has more."""
    if not wholes or not parts:
        return None
    whole = min(wholes, key=lambda r: (reach(r.amount).high, r.line.number))
    more = max(parts, key=lambda r: (reach(r.amount).low, -r.line.number))
    larger = reach(more.amount).low > reach(whole.amount).high and more.amount.unit == "count"
    return (whole, more) if larger and comparable(outline, whole.line, more.line) else None


def reach(amount: Amount) -> Interval:
    """What a result may be: '10,000+' is not twice that."""
    exactly = amount.unit == "count" and not amount.comparator and amount.decimals == 0 and amount.low < ROUND
    return exact(amount) if exactly else measured(amount, APART)


def disagree(low: Amount, high: Amount) -> bool:
    """Whether two results cannot be one: they do not meet, or are bounds of one kind far apart."""
    if low.comparator in ("<", "<=") and high.comparator in ("<", "<="):
        one, other = sorted((exact(low).high, exact(high).high))
        return one > 0 and other >= APART * one
    return not reach(low).meets(reach(high))


def comparable(outline: Outline, one: Line, other: Line) -> bool:
    """Whether two lines may speak of one thing: not of two phases, parallel parts, or two entries of one list."""
    if one.number == other.number or scope.other_phase(outline, one, other) or (one.is_row and other.is_row):
        return False
    if in_step(outline, one) != in_step(outline, other):
        return False
    if one.block == other.block and one.block >= 0 and one.label != other.label:
        return False
    chains = [outline.chain(line.section) for line in (one, other)]
    if scope.twins(outline, one, other) or twin_lists.parallel(outline, one, other):
        return False
    if any(scope.whole_section(outline, line.section) for line in (one, other)):
        return True
    return not any(scope.parallel(outline, a, b) for a in chains[0] for b in chains[1] if a != b)


def in_step(outline: Outline, line: Line) -> bool:
    """Whether a line stands in one of several numbered phases, which each have a share of the whole."""
    sections = outline.inner_chains[line.section]
    return any("phase" in outline.title_words[s] and scope.step_number(outline, s) for s in sections)


def finding(group: list[Reported], low: Reported, high: Reported) -> Draft:
    """The finding for one measure."""
    both = f"{shown(low.amount)} and {shown(high.amount)}"
    message = f"{quote(low.line)} and {quote(high.line)} give two values for one thing: {both}."
    first, second = sorted((low.line, high.line), key=lambda line: line.number)
    bounds = bool(low.amount.comparator or high.amount.comparator)
    grave: Severity = "low" if bounds else "medium"
    lines = [first, second, *(r.line for r in group)]
    return draft("value-conflict", "value-conflict.measure", grave, lines, message, both)
