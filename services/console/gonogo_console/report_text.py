"""The report's own lines as the review page shows them: numbered, marked, with what is said about each. Bounded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gonogo_contracts.review import Claim, Finding, Severity, Support
from gonogo_review.model import Reading
from gonogo_review.rendering.excerpts import excerpts

MAX_LINES = 2000
"""Lines shown; of a longer report the beginning, and what stands around the lines that findings name."""

BEGINNING = 40
AROUND = 6
"""Lines."""

MAX_COLUMNS = 2000
"""Characters of one line shown."""

MAX_CHARACTERS = 500_000
"""Characters of the report shown with `MAX_COLUMNS`; of a larger one each line is cut at `SHORT_COLUMNS`."""

SHORT_COLUMNS = 200

Span = tuple[int, int]


class Numbered(NamedTuple):
    """A finding and its number on the page, from 1."""

    number: int
    finding: Finding


class Note(NamedTuple):
    """What a finding says at one of its lines: all of it at the first, a link at the others."""

    number: int
    finding: Finding
    first: bool


class Piece(NamedTuple):
    """A part of a line, and whether a finding is about these characters."""

    text: str
    marked: bool


class Row(NamedTuple):
    """One line."""

    line: int
    pieces: tuple[Piece, ...]
    cut: int
    """Characters left out at its end."""
    notes: tuple[Note, ...]
    severity: Severity | None
    """The worst of its findings that are not waived."""
    support: Support | None
    """What evidence does to what it claims, the worst first."""


class Gap(NamedTuple):
    """Lines that are not shown."""

    first: int
    last: int


def rows(reading: Reading, findings: Sequence[Numbered], claims: Iterable[Claim]) -> list[Row | Gap]:
    """The lines to show, with gaps where lines are left out."""
    notes, spans = _notes(findings), _spans(reading, findings)
    supports = _supports(claims)
    total = sum(map(len, reading.lines))
    columns = MAX_COLUMNS if total <= MAX_CHARACTERS else SHORT_COLUMNS
    shown: list[Row | Gap] = []
    before = 0
    for line in chosen(len(reading.lines), notes):
        if line > before + 1:
            shown.append(Gap(before + 1, line - 1))
        text = reading.lines[line - 1]
        pieces = cut_pieces(text[:columns], spans.get(line, ()))
        here = tuple(notes.get(line, ()))
        shown.append(Row(line, pieces, max(0, len(text) - columns), here, _worst(here), supports.get(line)))
        before = line
    if before < len(reading.lines):
        shown.append(Gap(before + 1, len(reading.lines)))
    return shown


def chosen(total: int, named: Iterable[int]) -> list[int]:
    """The numbers of the lines to show, ascending: all, or the beginning and what stands around the named ones."""
    if total <= MAX_LINES:
        return list(range(1, total + 1))
    wanted = set(range(1, BEGINNING + 1))
    for line in sorted(named):
        wanted.update(range(max(1, line - AROUND), min(total, line + AROUND) + 1))
    return sorted(wanted)[:MAX_LINES]


def cut_pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The text in pieces; together they are the text again."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        first, last = max(start, at), min(end, len(text))
        if first < last:
            pieces += [Piece(text[at:first], marked=False), Piece(text[first:last], marked=True)]
            at = last
    pieces.append(Piece(text[at:], marked=False))
    return tuple(piece for piece in pieces if piece.text)


def _notes(findings: Sequence[Numbered]) -> Mapping[int, list[Note]]:
    notes: dict[int, list[Note]] = defaultdict(list)
    for number, finding in findings:
        for at, line in enumerate(dict.fromkeys(finding.lines)):
            notes[line].append(Note(number, finding, at == 0))
    return notes


def _spans(reading: Reading, findings: Sequence[Numbered]) -> Mapping[int, list[Span]]:
    spans: dict[int, list[Span]] = defaultdict(list)
    for _, finding in findings:
        for excerpt in excerpts(finding, reading):
            spans[excerpt.line] += excerpt.spans
    return spans


def _worst(notes: Iterable[Note]) -> Severity | None:
    severities = {note.finding.severity for note in notes if not note.finding.waived}
    order: tuple[Severity, ...] = ("high", "medium", "low")
    return next((severity for severity in order if severity in severities), None)


def _supports(claims: Iterable[Claim]) -> Mapping[int, Support]:
    supports: dict[int, Support] = {}
    for claim in claims:
        if claim.support == "contradicted" or (claim.support == "verified" and claim.line not in supports):
            supports[claim.line] = claim.support
    return supports
