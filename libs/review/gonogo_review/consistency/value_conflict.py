"""One measure of one thing with two values that cannot both hold."""

from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, measured, span
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Line, Outline
from gonogo_review.consistency.topics import Topic, plain, stem, topic
from gonogo_review.model import Amount, Draft

TELLING = 2
"""Words that a measure's name needs, to be one measure wherever it stands."""


class Measure(NamedTuple):
    """What is measured, of which part, in which dimension."""

    name: Topic
    part: Topic
    dimension: str
    role: str


class Reported(NamedTuple):
    """An amount with its line."""

    line: Line
    amount: Amount


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each measure with values that cannot meet."""
    groups: dict[Measure, list[Reported]] = {}
    for line in outline.lines:
        for amount in line.amounts:
            for measure in measures(outline, line, amount):
                groups.setdefault(measure, []).append(Reported(line, amount))
    for measure, group in groups.items():
        found = clash(outline, group)
        if found:
            yield finding(measure, group, *found)


def measures(outline: Outline, line: Line, amount: Amount) -> Iterator[Measure]:
    """The names under which an amount may meet others: what it counts, and the key that it stands under."""
    if amount.role not in ("value", "after", "target") or amount.of or single_row(outline, line):
        return
    role = "target" if amount.role == "target" else "value"
    names = {noun(line, amount) if amount.unit in ("count", "%") else frozenset()}
    if line.label != plain(line.text) and len(line.amounts) == 1:
        names.add(topic(line.label))
    for name in names:
        if len(name) >= TELLING:
            yield Measure(name, part(outline, line, "parts", "qualifiers"), dimension(amount.unit), role)


def single_row(outline: Outline, line: Line) -> bool:
    """Whether a line is a row of a table: its columns name what its amounts are."""
    block = outline.block(line)
    return block is not None and block.kind == "table"


def part(outline: Outline, line: Line, *categories: str) -> Topic:
    """The part of the whole that a line speaks of: 'backend', 'staging', as it says or its titles do."""
    found = {stem(line.text[m.start : m.end]) for c in categories for m in line.words.get(c, ())}
    for section in outline.chain(line.section):
        if not outline.is_title(section):
            title, words = outline.sections[section].title, outline.title_words[section]
            found |= {stem(title[m.start : m.end]) for m in words.get("parts", ())}
    return frozenset(found)


def clash(outline: Outline, group: list[Reported]) -> tuple[Reported, Reported] | None:
    """Two of a measure's amounts that cannot meet: the lowest and the highest, where one text cannot explain both."""
    if len(group) < 2:
        return None
    low = min(group, key=lambda r: (measured(r.amount).high, r.line.number))
    high = max(group, key=lambda r: (measured(r.amount).low, -r.line.number))
    if low.line.number == high.line.number or measured(low.amount).meets(measured(high.amount)):
        return None
    if scope.other_phase(outline, low.line, high.line) or apart(outline, low.line, high.line):
        return None
    return low, high


def apart(outline: Outline, one: Line, other: Line) -> bool:
    """Whether two lines stand in one list or table, or in parallel parts: each has its own things to count."""
    if one.block == other.block and one.block >= 0 and one.label != other.label:
        return True
    chains = [list(outline.chain(line.section)) for line in (one, other)]
    if chains[0][:1] == chains[1][:1]:
        return False
    return any(scope.parallel(outline, a, b) for a in chains[0] for b in chains[1] if a != b)


def finding(measure: Measure, group: list[Reported], low: Reported, high: Reported) -> Draft:
    """The finding for one measure."""
    unit = "" if measure.dimension == "count" else f" {measure.dimension}"
    values = [span(measured(r.amount)) for r in (low, high)]
    message = (
        f"{quote(low.line)} and {quote(high.line)} give two values for one thing: {values[0]} and {values[1]}{unit}."
    )
    first, second = sorted((low.line, high.line), key=lambda line: line.number)
    lines = [first, second, *(r.line for r in group)]
    return draft(
        "value-conflict", "value-conflict.measure", "medium", lines, message, f"{values[0]} or {values[1]}{unit}"
    )
