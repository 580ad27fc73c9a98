"""What a worker process does: reads one file. Plain values in, plain values out."""

from pathlib import Path
from typing import NamedTuple

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceReading, Reading
from gonogo_review.packing import Source, pack
from gonogo_review.reading import read_report


class Counts(NamedTuple):
    """How much was found."""

    claims: int
    facts: int
    problems: int


class ClaimRow(NamedTuple):
    """A claim as it can be searched for."""

    n: int
    line: int
    type: str
    state: str | None
    metric: str | None
    text: str


class Done(NamedTuple):
    """A file as read."""

    source: Source
    packed: bytes
    counts: Counts
    claims: list[ClaimRow]


WARMING = "# Warming up\n\n- [x] 1 of 1 tests passed\n"


def ready() -> None:
    """Has a worker load lexicons and compile patterns before there is work."""
    read_report(WARMING.encode(), "warming.md")


def read(source: Source, path: str) -> Done:
    """Reads the file as a report or as evidence."""
    if source.kind == "report":
        report = read_report(Path(path).read_bytes(), source.name)
        return Done(source, pack(report), counts_of_report(report), claim_rows(report))
    with Path(path).open("rb") as stream:
        evidence = read_evidence(source.name, stream)
    return Done(source, pack(evidence), counts_of_evidence(evidence), [])


def counts_of_report(reading: Reading) -> Counts:
    """A report has claims."""
    return Counts(len(reading.statements), 0, len(reading.problems))


def counts_of_evidence(reading: EvidenceReading) -> Counts:
    """Evidence has facts."""
    return Counts(0, len(reading.facts), len(reading.problems))


def claim_rows(reading: Reading) -> list[ClaimRow]:
    """The claims of a report. PostgreSQL's text holds no NUL."""
    return [
        ClaimRow(n, s.line, s.type, s.state, s.metric, s.text.replace("\0", "\N{REPLACEMENT CHARACTER}"))
        for n, s in enumerate(reading.statements)
    ]
