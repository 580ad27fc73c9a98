"""A number of the conclusion that is the body's with a slip of the pen: one digit changed, or two changed places.

'39 points delivered' of '37 points delivered', '286 GB' of '268 GB': the words around both must be the same.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import beside, in_prose, scope, stanzas, value_conflict
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import shown
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import BRACKETS, Topic, topic
from gonogo_review.model import Amount, Draft

MOST = 40
"""Sentences of a conclusion whose numbers are held against the whole body."""
LEAST = 2
"""Digits of a number that a slip can be told in; of one that only its unit names, one more."""
DIGIT = re.compile(r"\d")


class Fact(NamedTuple):
    """A measure of the body, by the words that name it beside its unit."""

    line: Line
    amount: Amount
    name: Topic


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each number of the conclusion with one number in the body that it is a slip of."""
    closing = [x for x in outline.counting if is_closing(outline, x)][:MOST]
    facts = list(of_body(outline, {x.number for x in closing})) if closing else []
    for line in closing if facts else ():
        for amount in line.present:
            fact = slipped(outline, line, amount, facts)
            if fact:
                both = f"{shown(fact.amount)} and {shown(amount)}"
                message = f"{quote(fact.line)} and {quote(line)} give two values for one measure: {both}."
                yield draft("value-conflict", "value-conflict.slip", "medium", [fact.line, line], message, both)


def is_closing(outline: Outline, line: Line) -> bool:
    """Whether a line is a sentence of the conclusion."""
    if line.is_row or scope.is_heading(outline, line) or line.type == "item":
        return False
    ends = "closing" in outline.title_words[line.section] and scope.whole_section(outline, line.section)
    return (ends and line.number > len(outline.reading.lines) // 2) or line.is_called("closing")


def of_body(outline: Outline, closing: set[int]) -> Iterator[Fact]:
    """The measures of rows and keys outside of the conclusion, each the only one of its unit and thing."""
    for line in outline.counting:
        if line.number in closing or not (line.is_row or line.is_keyed) or not outline.current(line):
            continue
        for amount in line.present:
            alike = [a for a in line.present if a.unit == amount.unit]
            if not line.is_row and amount.unit == "count":
                alike = [a for a in alike if topic(a.noun) == topic(amount.noun)]
            if len(alike) == 1:
                yield Fact(line, amount, name(outline, line, amount))


def name(outline: Outline, line: Line, amount: Amount) -> Topic:
    """What names an amount: a count's noun, or its label and column; the entry above, where its label is 'measured'."""
    if amount.unit == "count":
        return topic(amount.noun)
    label = topic(BRACKETS.sub(" ", line.label)) | in_prose.percentiles(line.label)
    if line.is_called("current") and len(label) <= 1:
        label = topic(BRACKETS.sub(" ", stanzas.head(outline, line)))
    return label | in_prose.column(outline, line, amount)


def slipped(outline: Outline, line: Line, amount: Amount, facts: list[Fact]) -> Fact | None:
    """The one measure of the body that a number of the conclusion is a slip of; None where the body has the number."""
    exact = amount.low == amount.high and not amount.comparator and not amount.of
    if not exact or amount.low in values(outline, line, amount) or in_prose.is_elsewhen(outline, line, amount):
        return None
    near = [f for f in facts if f.amount.unit == amount.unit and slip(f.amount, amount)]
    near = [f for f in near if is_named(line, amount, f, facts)]
    one = len({f.amount.low for f in near}) == 1
    ends = line.is_called("closing") and scope.at_end(outline, line)
    return near[0] if one and (ends or value_conflict.comparable(outline, near[0].line, line)) else None


def values(outline: Outline, line: Line, amount: Amount) -> set[float]:
    """The numbers of an amount's unit on all other lines; of counts, those of the same thing."""
    thing = topic(amount.noun) if amount.unit == "count" else frozenset()
    others = (a for x in outline.counting if x is not line for a in x.amounts if a.unit == amount.unit)
    return {a.low for a in others if thing <= topic(a.noun)}


def is_named(line: Line, amount: Amount, fact: Fact, facts: list[Fact]) -> bool:
    """Whether the words beside a number name the body's measure: all of its words, but for those that its unit says."""
    said = topic(" ".join(beside.sides(line, amount)))
    if amount.unit == "count":
        return len(fact.name) > 1 and topic(amount.noun) == fact.name
    own = fact.name - unit_words(fact.line)
    if {w for w in said if in_prose.PERCENTILE.match(w)} != {w for w in own if in_prose.PERCENTILE.match(w)}:
        return False
    only = {f.amount.low for f in facts if f.amount.unit == amount.unit} == {fact.amount.low}
    return own <= said if own else only and swapped(fact.amount, amount) and amount.unit != "%"


def unit_words(line: Line) -> Topic:
    """The words of a line that its unit says already: 'latency' of a time, 'size on disk' of bytes."""
    return topic(" ".join(line.text[m.start : m.end] for m in line.words.get("unit_words", ())))


def digits(amount: Amount) -> str:
    """The digits of a number as printed."""
    return "".join(DIGIT.findall(amount.printed))


def slip(one: Amount, other: Amount) -> bool:
    """Whether two numbers have as many digits, and one is another or two neighbours have changed places."""
    first, second = digits(one), digits(other)
    alike = len(first) == len(second) >= LEAST and one.decimals == other.decimals
    return alike and (sum(a != b for a, b in zip(first, second, strict=True)) == 1 or swapped(one, other))


def swapped(one: Amount, other: Amount) -> bool:
    """Whether two neighbouring digits have changed places, in a number of three digits or more."""
    first, second = digits(one), digits(other)
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if len(first) != len(second) or len(first) <= LEAST or len(apart) != LEAST or apart[1] != apart[0] + 1:
        return False
    return first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]
