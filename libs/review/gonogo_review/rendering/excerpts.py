"""The report's own lines, with the characters that a finding is about."""

import re
from collections.abc import Sequence

import msgspec

from gonogo_contracts.review import Finding
from gonogo_review.model import Amount, Reading, Statement
from gonogo_review.rendering.width import plain

MAX_LINES = 6
"""Lines of the report shown for one finding."""
LONG = 60
"""Characters of a statement, from which on only the words of state in it are pointed at."""
_QUOTED = re.compile(r"'.{2,}?'(?!\w)")
STATED = frozenset({"status-vs-items", "value-conflict", "target-miss", "phase-confusion"})
"""Kinds in which a state clashes."""
NUMERIC = frozenset({"arithmetic", "value-conflict", "target-miss", "count-mismatch", "evidence"})


class Excerpt(msgspec.Struct, frozen=True):
    """One line and the half-open spans of it to point at."""

    line: int
    text: str
    spans: tuple[tuple[int, int], ...]


def excerpts(finding: Finding, reading: Reading) -> list[Excerpt]:
    """The lines of a finding, in its own order, each with what to point at."""
    named = _statements(finding, reading)
    return [
        Excerpt(line, plain(reading.lines[line - 1]), _spans(finding, line, named, reading))
        for line in dict.fromkeys(finding.lines[:MAX_LINES])
        if 0 < line <= len(reading.lines)
    ]


def _statements(finding: Finding, reading: Reading) -> list[Statement]:
    indexes = [int(claim.rpartition("-")[2]) - 1 for claim in finding.claims]
    return [reading.statements[index] for index in indexes if index < len(reading.statements)]


def _spans(finding: Finding, line: int, named: Sequence[Statement], reading: Reading) -> tuple[tuple[int, int], ...]:
    if finding.kind == "secret":
        return tuple((one.start, one.end) for one in reading.secrets if one.line == line)
    here = [one for one in named if one.line == line]
    if finding.kind in NUMERIC and any(one.amounts for one in here):
        return _figures([amount for one in here for amount in one.amounts], finding)
    whole = [one for one in here if one.end > one.start][:1]
    if finding.kind in STATED:
        return tuple(_words(one, reading.lines[line - 1]) for one in whole) or _whole_line(reading.lines[line - 1])
    return tuple((one.start, one.end) for one in whole) or _whole_line(reading.lines[line - 1])


def _figures(amounts: Sequence[Amount], finding: Finding) -> tuple[tuple[int, int], ...]:
    """The figures that the finding speaks of by itself, outside what it quotes; all of them where it names none."""
    said = f"{_QUOTED.sub(' ', finding.message)} {finding.expected or ''}"
    named = [one for one in amounts if re.search(rf"(?<![\w.,]){re.escape(one.printed.strip('*` '))}(?![\w])", said)]
    return tuple(sorted({(one.start, one.end) for one in named or amounts}))


def _words(one: Statement, line: str) -> tuple[int, int]:
    """A statement; of a long one the words that gave it its state, if they are words."""
    if one.end - one.start > LONG and one.marker[:1].isalpha():
        marker = r"\W+".join(map(re.escape, re.findall(r"\w+", one.marker)))
        if found := re.compile(marker, re.IGNORECASE).search(line, one.start, one.end):
            return found.span()
    return one.start, one.end


def _whole_line(text: str) -> tuple[tuple[int, int], ...]:
    bare = text.strip()
    start = len(text) - len(text.lstrip())
    return ((start, start + len(bare)),) if bare else ()
