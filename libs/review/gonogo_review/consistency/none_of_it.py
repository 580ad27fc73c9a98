"""'Zero', 'no', 'none', and some of it elsewhere."""

import re
from collections.abc import Iterable, Iterator

from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.results import named
from gonogo_review.consistency.topics import plain, topic
from gonogo_review.consistency.undone import says_open
from gonogo_review.model import Draft

EXCEPTIONS = 5
"""Exceptions that one finding names."""
DENIED = 4
"""What is denied stands at the line's beginning, up to so many characters from it."""
CLAUSE = re.compile(r"[,.;:|()—–]")
LEAST = 2
"""Words that what is denied needs, to be found elsewhere."""
LONGEST = 12
"""Words of an undone thing; a longer line is prose that speaks of many things."""
COVERED = 0.5
"""This part of what is denied must be what the other line speaks of."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each denial with exceptions."""
    for rule in (zero_things, zero_errors, known_bugs, clean_builds):
        yield from rule(outline)


def zero_things(outline: Outline) -> Iterator[Draft]:
    """'0 direct writes', and a line that has some."""
    denying = [x for x in outline.lines if x.amounts or ("nothing" in x.words and x.state == "done")]
    denials = [(line, denied) for line in denying if len(denied := denied_things(line)) >= LEAST]
    if not denials:
        return
    undone = [(x, topic(x.plain)) for x in outline.stated if says_open(outline, x)]
    undone = [each for each in undone if len(each[1]) <= LONGEST]
    index: dict[str, list[int]] = {}
    for at, (_, words) in enumerate(undone):
        for word in words:
            index.setdefault(word, []).append(at)
    for line, denied in denials:
        near = sorted(
            {at for word in denied if len(index.get(word, ())) <= EXCEPTIONS * 4 for at in index.get(word, ())}
        )
        lines = [undone[at][0] for at in near if len(denied & undone[at][1]) >= max(LEAST, COVERED * len(denied))]
        lines = [other for other in lines if other.number != line.number]
        if lines:
            yield against(line, lines, "absolute.zero-things")


def denied_things(line: Line) -> frozenset[str]:
    """What a done thing or a fact says that there is none of: the words after 'no' or '0'."""
    if line.state not in ("done", None):
        return frozenset()
    zero_count = [a for a in line.present if a.low == a.high == 0 and a.unit == "count" and "0" in a.printed]
    if not line.state and not zero_count:
        return frozenset()
    begin = len(line.text) - len(line.plain) + DENIED
    ends = [m.end for m in line.words.get("nothing", ()) if m.start <= begin]
    ends += [a.end for a in line.present if a.low == a.high == 0 and a.unit == "count" and a.start <= begin]
    return topic(plain(CLAUSE.split(line.text[min(ends) :])[0])) if ends else frozenset()


def zero_errors(outline: Outline) -> Iterator[Draft]:
    """An error rate of 0, and a part that answers with errors."""
    rates = [line for line in outline.having("error_rate") if zero_rate(line)]
    yield from against_all(rates, filter(is_error, outline.having("total", "server_error")), "absolute.zero-errors")


def is_error(line: Line) -> bool:
    """Whether a line names an error of a server, or a total with failures."""
    failed = line.has("total") and any(o == "failed" and a.low > 0 for o, a in named(line))
    return failed or (line.has("server_error") and line.state != "done")


def zero_rate(line: Line) -> bool:
    """Whether a line gives a rate of 0."""
    return any(a.unit == "%" and a.low == a.high == 0 for a in line.amounts)


def known_bugs(outline: Outline) -> Iterator[Draft]:
    """'0 known bugs', and known limitations that are bugs."""
    denied = [x for x in outline.having("defects") if x.has("known") and (denied_things(x) or zero(x))]
    bugs = (x for x in outline.having("trouble") if "known" in outline.inherited[x.section] and x.state != "done")
    yield from against_all(denied, bugs, "absolute.known-bugs")


def zero(line: Line) -> bool:
    """Whether a line counts nothing of something."""
    return any(a.low == a.high == 0 and a.unit == "count" for a in line.amounts)


def clean_builds(outline: Outline) -> Iterator[Draft]:
    """'Builds cleanly', and warnings that are counted."""
    warned = (x for x in outline.having("warnings") if x.state == "partial" and some(x))
    yield from against_all(outline.having("cleanly"), warned, "absolute.clean-builds")


def some(line: Line) -> bool:
    """Whether a line counts some of something."""
    return any(a.unit == "count" and a.low > 0 for a in line.amounts)


def against_all(absolutes: list[Line], exceptions: Iterable[Line], rule: str) -> Iterator[Draft]:
    """One finding for all absolutes of a kind against all exceptions to it."""
    lines = list(exceptions) if absolutes else []
    if lines:
        yield against(absolutes[-1], [*lines[:EXCEPTIONS], *absolutes[:-1]], rule)
