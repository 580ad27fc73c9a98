"""Makes findings: lines that clash first, an anchor that survives moved lines, one finding for one cause."""

import re
from collections.abc import Iterable, Sequence

from gonogo_contracts.review import Kind, Severity
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.topics import plain
from gonogo_review.model import Draft

SHOWN = 12
"""Lines that a finding names at most."""
QUOTED = 70
"""Characters that a message quotes of a line."""
ANCHORED = 3
"""Lines whose words make the anchor."""
RANK = {"high": 0, "medium": 1, "low": 2}


def quote(line: Line) -> str:
    """What a line says, short enough for a message."""
    text = re.sub(r"\s+", " ", plain(line.text).replace("|", " ")).strip()
    return f"'{text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + '…'}' (line {line.number})"


def anchor(lines: Iterable[Line]) -> str:
    """The words and numbers of the lines that clash, without marks, white space or line numbers."""
    parts = [" ".join(re.findall(r"\w+", plain(line.text).lower())) for line in lines]
    return " / ".join(parts[:ANCHORED])


def draft(
    kind: Kind, rule: str, severity: Severity, lines: Sequence[Line], message: str, expected: str | None = None
) -> Draft:
    """A finding about these lines, those that clash first."""
    kept = list({line.number: line for line in lines}.values())[:SHOWN]
    return Draft(
        kind=kind,
        rule=rule,
        severity=severity,
        lines=tuple(line.number for line in kept),
        message=message,
        expected=expected,
        statements=tuple(line.statement for line in kept if line.statement >= 0),
        anchor=anchor(kept),
    )


def one_per_cause(drafts: Iterable[Draft]) -> list[Draft]:
    """Without those whose two clashing lines another one names as its own two, the worst kept; by line."""
    kept: dict[tuple[int, ...], Draft] = {}
    for found in drafts:
        cause = tuple(sorted(found.lines[:2]))
        if cause not in kept or RANK[found.severity] < RANK[kept[cause].severity]:
            kept[cause] = found
    return sorted(kept.values(), key=lambda d: (d.lines, d.kind, d.rule))
