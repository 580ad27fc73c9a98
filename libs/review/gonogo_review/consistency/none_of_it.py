"""'Zero', 'no', 'none', and some of it elsewhere."""

import re
from collections.abc import Callable, Iterator

from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.results import named
from gonogo_review.consistency.topics import plain, topic
from gonogo_review.model import Draft

EXCEPTIONS = 5
"""Exceptions that one finding names."""
DENIED = 4
"""What is denied stands at the line's beginning, up to so many characters from it."""
CLAUSE = re.compile(r"[,.;:|()—–]")
COVERED = 0.5
"""This part of what is denied must be what the other line speaks of."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each denial with exceptions."""
    for rule in (zero_things, zero_errors, known_bugs, clean_builds):
        yield from rule(outline)


def zero_things(outline: Outline) -> Iterator[Draft]:
    """'0 direct writes', and a line that has some."""
    undone = [(x, topic(plain(x.text))) for x in outline.lines if x.is_open]
    index: dict[str, list[int]] = {}
    for at, (_, words) in enumerate(undone):
        for word in words:
            index.setdefault(word, []).append(at)
    for line in outline.lines:
        denied = denied_things(line)
        if len(denied) < 2:
            continue
        near = sorted(
            {at for word in denied if len(index.get(word, ())) <= EXCEPTIONS * 4 for at in index.get(word, ())}
        )
        lines = [undone[at][0] for at in near if len(denied & undone[at][1]) >= max(2, COVERED * len(denied))]
        lines = [other for other in lines if other.number != line.number]
        if lines:
            yield against(line, lines, "absolute.zero-things")


def denied_things(line: Line) -> frozenset[str]:
    """What a done thing or a fact says that there is none of: the words after 'no' or '0'."""
    zero_count = any(a.low == a.high == 0 and a.unit == "count" and "0" in a.printed for a in line.present)
    if line.state != "done" and (line.state or not zero_count):
        return frozenset()
    begin = len(line.text) - len(plain(line.text)) + DENIED
    ends = [m.end for m in line.words.get("nothing", ()) if m.start <= begin]
    ends += [a.end for a in line.present if a.low == a.high == 0 and a.unit == "count" and a.start <= begin]
    return topic(plain(CLAUSE.split(line.text[min(ends) :])[0])) if ends else frozenset()


def zero_errors(outline: Outline) -> Iterator[Draft]:
    """An error rate of 0, and a part that answers with errors."""
    yield from pairs(outline, "absolute.zero-errors", zero_error_rate, is_error)


def is_error(line: Line) -> bool:
    """Whether a line names an error of a server, or a total with failures."""
    failed = line.has("total") and any(o == "failed" and a.low > 0 for o, a in named(line))
    return failed or (line.has("server_error") and line.state != "done")


def zero_error_rate(line: Line) -> bool:
    """Whether a line gives an error rate of 0."""
    return line.has("error_rate") and any(a.unit == "%" and a.low == a.high == 0 for a in line.amounts)


def known_bugs(outline: Outline) -> Iterator[Draft]:
    """'0 known bugs', and known limitations that are bugs."""

    def limitation(line: Line) -> bool:
        return "known" in outline.inherited[line.section] and line.has("trouble") and line.state != "done"

    def denied(line: Line) -> bool:
        return line.has("known") and line.has("defects") and bool(denied_things(line) or zero(line))

    yield from pairs(outline, "absolute.known-bugs", denied, limitation)


def zero(line: Line) -> bool:
    """Whether a line counts nothing of something."""
    return any(a.low == a.high == 0 and a.unit == "count" for a in line.amounts)


def clean_builds(outline: Outline) -> Iterator[Draft]:
    """'Builds cleanly', and warnings that are counted."""

    def warned(line: Line) -> bool:
        return (
            line.has("warnings")
            and any(a.unit == "count" and a.low > 0 for a in line.amounts)
            and line.state == "partial"
        )

    yield from pairs(outline, "absolute.clean-builds", lambda line: line.has("cleanly"), warned)


def pairs(
    outline: Outline, rule: str, absolute: Callable[[Line], bool], exception: Callable[[Line], bool]
) -> Iterator[Draft]:
    """One finding for all absolutes of a kind against all exceptions to it."""
    absolutes = [line for line in outline.lines if absolute(line)]
    lines = [line for line in outline.lines if exception(line)]
    if absolutes and lines:
        yield against(absolutes[-1], [*lines[:EXCEPTIONS], *absolutes[:-1]], rule)
