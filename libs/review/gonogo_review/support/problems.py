"""Files that could not be read, and files that contradict themselves, as findings."""

from collections.abc import Sequence

from gonogo_contracts.review import Severity
from gonogo_review.model import Draft, EvidenceReading, Problem

_HARMLESS = frozenset({"unrecognised", "too-many-facts", "too-many-settings", "not-scanned"})
"""Problems that leave what was read as it is."""


def unreadable(evidence: Sequence[EvidenceReading]) -> list[Draft]:
    """One finding for each file and kind of problem; it names no line of the report, as none is wrong."""
    return [
        _draft(reading, problem)
        for reading in evidence
        for problem in {problem.code: problem for problem in reversed(reading.problems)}.values()
    ]


def _draft(reading: EvidenceReading, problem: Problem) -> Draft:
    place = f" (line {problem.line})" if problem.line else ""
    severity: Severity = "low" if problem.code in _HARMLESS else "medium"
    return Draft(
        kind="unreadable", rule=f"unreadable.{problem.code}", severity=severity, lines=(),
        message=f"{reading.file}{place}: {problem.message}", anchor=f"{reading.file} {problem.code}",
    )  # fmt: skip
