"""A measure of a table or key with another value in a sentence: 'Cold start | 1.7 s', 'a cold start of 1.4 s'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import beside, scope, value_conflict
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, shown
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import BRACKETS, Topic, topic
from gonogo_review.model import Amount, Draft

MOST = 80
"""Facts of one dimension that are compared with a sentence."""
ELSEWHEN = frozenset(("goals", "ceilings", "floors", "earlier", "predicted", "aims", "expected", "future", "adjacent"))
LONG = 10
"""Letters of a single word that tells enough to name a measure."""


PERCENTILE = re.compile(r"p\d\d+$")


class Fact(NamedTuple):
    """A measure with its only present amount of a dimension, as a row or a key gives it."""

    line: Line
    amount: Amount
    name: Topic


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each amount of a sentence that no fact of its name agrees with."""
    facts = by_dimension(outline)
    for line in outline.counting if facts else ():
        if not line.is_row and not scope.is_heading(outline, line) and outline.current(line):
            for amount in line.present:
                for fact in clashes(outline, line, amount, facts.get(dimension(amount.unit), [])[:MOST]):
                    both = f"{shown(fact.amount)} and {shown(amount)}"
                    message = f"{quote(fact.line)} and {quote(line)} give two values for one measure: {both}."
                    yield draft("value-conflict", "value-conflict.in-prose", "medium", [fact.line, line], message, both)


def by_dimension(outline: Outline) -> dict[str, list[Fact]]:
    """The facts, by the dimension of their amounts."""
    found: dict[str, list[Fact]] = {}
    for line in outline.counting:
        if (line.is_row or line.is_keyed) and outline.current(line):
            units = [dimension(a.unit) for a in line.present]
            for amount, unit in zip(line.present, units, strict=True):
                alone = units.count(unit) == 1 and counts_all(line, amount)
                name = named(outline, line, amount) if alone else frozenset()
                if name:
                    found.setdefault(unit, []).append(Fact(line, amount, name))
    return found


def counts_all(line: Line, amount: Amount) -> bool:
    """Whether an amount may be the measure itself: '3.7 seconds for 16 tests' counts those that ran."""
    before = len(line.text[: amount.start].rstrip())
    return value_conflict.counts(line, amount) and all(m.end != before for m in line.words.get("on_behalf", ()))


def named(outline: Outline, line: Line, amount: Amount) -> Topic:
    """The name of a row's or key's measure; empty where it tells too little."""
    label = BRACKETS.sub(" ", line.label)
    if amount.unit == "count" and not counts_itself(line, amount):
        return frozenset()
    name = topic(label) | column(outline, line, amount)
    long = any(len(w) >= LONG and topic(w) for w in beside.WORD.findall(label))
    return name if len(name) > 1 or (name and long) else frozenset()


def percentiles(label: str) -> Topic:
    """The percentiles of a label, also those in brackets: 'p95' of 'Latency (p95)'."""
    return frozenset(w for w in topic(label) if PERCENTILE.match(w))


def counts_itself(line: Line, amount: Amount) -> bool:
    """Whether a count is of what its label names, and of no other word: 'Open ports: 4', not 'Ports: 4 open'."""
    return line.is_row or noun(line, amount) <= topic(line.label)


def column(outline: Outline, line: Line, amount: Amount) -> Topic:
    """What the header of an amount's column adds to its row's name; nothing where it is 'Value' or 'After'."""
    block = outline.block(line)
    if not line.is_row or block is None or block.kind != "table":
        return frozenset()
    row = outline.row_at.get((line.block, line.number), ())
    at = next((i for i, c in enumerate(row) if c.start <= amount.start < c.end), -1)
    if not 0 <= at < len(block.header) or (at < len(block.roles) and block.roles[at] in ("value", "after")):
        return frozenset()
    return topic(block.header[at].text)


def clashes(outline: Outline, line: Line, amount: Amount, facts: list[Fact]) -> Iterator[Fact]:
    """The fact whose name stands beside an amount of a sentence, where none of that name agrees with it."""
    if not facts or amount.comparator not in ("", "~") or not counts_all(line, amount):
        return
    said = topic(" ".join(beside.sides(line, amount)))
    near = [f for f in facts if f.name <= said and f.line is not line and beside.names(line, amount, f.name)]
    longest = max((len(f.name) for f in near), default=0)
    near = [f for f in near if len(f.name) == longest]
    apart = all(value_conflict.disagree(f.amount, amount) for f in near) and agree([f.amount for f in near])
    together = apart and all(value_conflict.comparable(outline, f.line, line) for f in near)
    if near and together and not is_elsewhen(outline, line, amount):
        yield near[0]


def is_elsewhen(outline: Outline, line: Line, amount: Amount) -> bool:
    """Whether the words around an amount say that it is a goal, a limit or a forecast, or how things were."""
    return bool(outline.marks(" ".join(beside.sides(line, amount))).keys() & ELSEWHEN)


def agree(amounts: list[Amount]) -> bool:
    """Whether all amounts may be one."""
    return not any(value_conflict.disagree(amounts[0], other) for other in amounts[1:])
