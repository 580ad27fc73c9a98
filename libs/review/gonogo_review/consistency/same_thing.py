"""The same thing, ticked in one place and still to do in another: met by subject, not by wording."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from gonogo_contracts.review import Kind, Severity
from gonogo_review.consistency import designators, scope
from gonogo_review.consistency.answers import reassures
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import SECONDS, dimension, exact
from gonogo_review.consistency.lexicon import without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.orders import beginning, orders, orders_check, orders_look, other_act, said_done
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.undone import is_harmless, marker
from gonogo_review.model import Draft

CLOSE = 40
"""Done things that are compared with one open thing at most: those that share its rarest word."""
LONGEST = 9
"""Words of a thing's subject; a longer one is a sentence, not a name."""
SHARED = 0.5
"""More than this part of the done thing's words must be the undone one's too."""
TELLING = 2
"""Words after a warning sign that say what it warns of."""
COMMAND = re.compile(r"`[^`]*\s[^`]*`|\w\(\)")
"""A step that shows a command is how something is done, not what is left."""
PLANNED = frozenset(("future", "next_steps", "remaining", "required"))


class Clash(NamedTuple):
    """Something done, and the same thing undone."""

    done: Line
    undone: Line
    shared: Topic


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each done thing that is undone elsewhere."""
    for clashes in grouped([*clashing(outline), *same_time(outline)]):
        yield finding(clashes)


def clashing(outline: Outline) -> Iterator[Clash]:
    """Every pair of a done and an undone thing of one subject."""
    groups = group_rows(outline)
    told = [x for x in outline.lines if x.is_open or (not x.state and x.number in outline.entries)]
    undone = [x for x in told if x.number not in groups and is_undone(outline, x) and not is_total(x)]
    if not undone:
        return
    ticked = [x for x in outline.lines if x.state == "done" or (x.amounts and x.type == "fact")]
    ticked = [x for x in ticked if x.number not in groups and is_done(outline, x) and not of_whole(outline, x)]
    done = [(x, x.subject) for x in ticked if len(x.subject) <= LONGEST and not is_total(x)]
    index, title = by_word(done), scope.title_topic(outline)
    for line in undone if done else ():
        narrow = line.subject - title
        found = matches(line, line.subject, index) or (matches(line, narrow, index) if len(narrow) > 1 else [])
        yield from (clash for clash in found if of_one_part(outline, clash) and not is_less(clash))


def is_less(clash: Clash) -> bool:
    """Whether what is done is less than the undone thing.

    'Basic test coverage' is ready, and '80 % coverage' is to come; 'run the tests' was done, and some of them failed;
    so many tests were fixed, and others still fail.
    """
    begun = clash.done.has("basic") and not clash.undone.has("basic")
    some = any(a.unit == "count" and not a.of for a in clash.done.present) and any(a.of for a in clash.undone.present)
    return (
        begun
        or (some and clash.undone.state == "partial")
        or (orders(clash.done, "runs") and clash.undone.state in ("partial", "failed"))
    )


def group_rows(outline: Outline) -> frozenset[int]:
    """The rows whose label other rows of their table have too: it names a group of things, and none of them.

    Where most rows are such, the others' labels name groups of one.
    """
    tables: dict[int, dict[str, list[int]]] = {}
    for line in outline.lines:
        if line.is_row and line.block >= 0:
            tables.setdefault(line.block, {}).setdefault(line.label.strip().lower(), []).append(line.number)
    return frozenset(number for labels in tables.values() for number in grouped_rows(labels))


def grouped_rows(labels: Mapping[str, list[int]]) -> Iterator[int]:
    """The rows of one table whose labels name groups."""
    shared = sum(len(numbers) for numbers in labels.values() if len(numbers) > 1)
    most = shared > SHARED * sum(map(len, labels.values()))
    for numbers in labels.values():
        if most or len(numbers) > 1:
            yield from numbers


def is_total(line: Line) -> bool:
    """Whether a line's label only says that it is the whole of something: 'Overall: ready', 'Total: 40/50 passing'."""
    if not line.has("overall", "total") and "(" not in line.text and "（" not in line.text:
        return False
    if not line.is_keyed or not (line.is_called("overall") or line.is_called("total")):
        return False
    return not any(map(str.isalpha, without(line.label, line.label_words, "overall", "total")))


def of_one_part(outline: Outline, clash: Clash) -> bool:
    """Whether the two lines of a clash do not speak of two phases, or of two parts or things that are told alike."""
    done, undone, _ = clash
    apart = designators.apart(done, undone) or scope.other_phase(outline, done, undone) or other_act(done, undone)
    return not apart and not scope.twins(outline, done, undone)


def same_time(outline: Outline) -> Iterator[Clash]:
    """A time that was kept in one place and is still to be kept in another: '48 hours of stable staging'."""
    kept: dict[float, list[Line]] = {}
    for line in outline.counting:
        if line.state == "done" and (time := only_time(line)):
            kept.setdefault(time, []).append(line)
    for line in outline.counting if kept else ():
        time = only_time(line) if line.is_open else None
        for done in kept.get(time, ())[:CLOSE] if time else ():
            shared = topic(done.plain) & topic(line.plain)
            if shared:
                yield Clash(done, line, shared)


def only_time(line: Line) -> float | None:
    """The only amount of a line, where it is a time of hours or more; in seconds."""
    found = [exact(a).high for a in line.amounts if dimension(a.unit) == "s"]
    return found[0] if len(found) == len(line.amounts) == 1 and found[0] >= SECONDS["h"] else None


def is_done(outline: Outline, line: Line) -> bool:
    """Whether the line says that its thing is done: a mark, a word, or a full hundred percent."""
    if line.state == "done":
        named = line.type == "item" or (line.type == "status" and scope.is_heading(outline, line))
        return named and not line.has("proceed") and not is_repair(line)
    if line.type != "fact" or line.has("tests", "passed"):
        return False
    return any(a.unit == "%" and a.low == 100 and a.role in ("value", "after") for a in line.amounts)


def is_repair(line: Line) -> bool:
    """Whether a line heads one of several repairs: 'Fix 2: load test' is done, which says nothing of the load test."""
    places = (m.end for m in line.words.get("repairs", ()) if m.start <= beginning(line))
    return any(scope.NUMBER.match(line.text, end) for end in places)


def of_whole(outline: Outline, line: Line) -> bool:
    """Whether a line speaks for the whole report: its subject is no thing of its own."""
    return line.type == "status" and scope.of_whole(outline, line)


def is_undone(outline: Outline, line: Line) -> bool:
    """Whether an open thing, or an entry without a state, is not done or stands in a list of what is left to do."""
    if not line.is_open and outline.inherited[line.section].isdisjoint(PLANNED):
        return False
    if line.has("optional", "more") or compares(line) or reassures(outline, line) or is_harmless(outline, line):
        return False
    if line.is_open:
        found = line.type in ("item", "status") and not says_more(outline, line) and not orders_look(line)
    else:
        found = is_planned(outline, line)
    return found and not outline.is_earlier(line) and not (line.has("earlier") and outline.says_before(line.label))


def compares(line: Line) -> bool:
    """Whether a row gives its thing's values under several heads: its mark is not one value's."""
    units = [dimension(a.unit) for a in line.amounts if a.role == "value"]
    return line.is_row and len(units) > len(set(units))


def says_more(outline: Outline, line: Line) -> bool:
    """Whether a line warns, or is done in part, in words of its own: it speaks of another side of its thing."""
    sign = marker(outline, line)
    if line.is_row:
        return sign.startswith("⚠") and len(topic(line.text.rpartition(sign)[2])) >= TELLING
    return line.state == "partial" and line.is_keyed and len(topic(line.plain) - topic(line.label)) >= TELLING


def is_planned(outline: Outline, line: Line) -> bool:
    """Whether the line is an entry of a list of what is left to do."""
    planned = line.number in outline.entries and outline.inherited[line.section] & PLANNED
    if not planned or COMMAND.search(line.text) or orders_check(line):
        return False
    return not said_done(line) and not outline.done_inside[line.section]


def by_word(done: Iterable[tuple[Line, Topic]]) -> Mapping[str, list[tuple[Line, Topic]]]:
    """The done things by each word of their subject."""
    index: dict[str, list[tuple[Line, Topic]]] = {}
    for entry in done:
        for word in entry[1]:
            index.setdefault(word, []).append(entry)
    return index


def matches(undone: Line, subject: Topic, index: Mapping[str, list[tuple[Line, Topic]]]) -> list[Clash]:
    """The done things whose subject holds all of the undone one's."""
    if not 0 < len(subject) <= LONGEST or any(word not in index for word in subject):
        return []
    rarest = min(sorted(subject), key=lambda word: len(index[word]))
    near = index[rarest][:CLOSE]
    if len(subject) == 1 and orders_check(undone):
        return []
    if len(subject) == 1:
        near = [entry for entry in near if entry[0].type == undone.type == "item"]
    return [Clash(done, undone, subject) for done, other in near if same(subject, other) and done is not undone]


def same(subject: Topic, other: Topic) -> bool:
    """Whether an undone thing's subject is the done one's, or most of it."""
    if len(subject) == 1:
        return subject == other
    return subject <= other and len(subject) > SHARED * len(other)


def grouped(clashes: Iterable[Clash]) -> Iterator[list[Clash]]:
    """Clashes of one subject together."""
    groups: dict[Topic, list[Clash]] = {}
    for clash in clashes:
        groups.setdefault(clash.shared, []).append(clash)
    yield from groups.values()


def finding(clashes: list[Clash]) -> Draft:
    """The finding for one subject."""
    first = clashes[0]
    dones, undones = [c.done for c in clashes], [c.undone for c in clashes]
    lines = [first.done, first.undone, *dones[1:3], *undones, *dones]
    says = "has still to check it" if orders_check(first.undone) else "says of the same thing that it is not"
    message = f"{quote(first.done)} is done, but {quote(first.undone)} {says}."
    return draft(kind(first.done), "value-conflict.same-thing", severity(first), lines, message, "not done")


def kind(done: Line) -> Kind:
    """An absolute has an exception; anything else has two values."""
    full = any(a.unit == "%" and a.low == 100 for a in done.amounts)
    return "absolute-vs-exception" if full or done.has("every", "nothing") else "value-conflict"


def severity(clash: Clash) -> Severity:
    """High where the undone one is marked as such, and is more than a check."""
    return "high" if clash.undone.is_open and not orders_check(clash.undone) else "medium"
