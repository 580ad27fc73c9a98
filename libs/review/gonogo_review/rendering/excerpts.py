"""The report's own lines, with the characters that a finding is about."""

from collections.abc import Sequence

import msgspec

from gonogo_contracts.review import Finding
from gonogo_review.model import Reading, Statement
from gonogo_review.rendering.width import plain

MAX_LINES = 6
"""Lines of the report shown for one finding."""
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
    figures = [(amount.start, amount.end) for one in here for amount in one.amounts]
    if finding.kind in NUMERIC and figures:
        return tuple(sorted(set(figures)))
    whole = [(one.start, one.end) for one in here if one.end > one.start]
    return tuple(whole[:1]) or _whole_line(reading.lines[line - 1])


def _whole_line(text: str) -> tuple[tuple[int, int], ...]:
    bare = text.strip()
    start = len(text) - len(text.lstrip())
    return ((start, start + len(bare)),) if bare else ()
