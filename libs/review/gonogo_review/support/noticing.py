"""Claims that only evidence makes: lines without a mark or a number that name something which evidence has or lacks."""

from collections.abc import Iterator, Sequence

import msgspec

from gonogo_review.model import EvidenceReading, Reading, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.hold import judge

LONGEST = 400
"""Characters of a line that can be such a claim; longer ones are prose."""
MOST = 2_000
"""Lines that are looked at."""


def notice(reading: Reading, evidence: Sequence[EvidenceReading]) -> Reading:
    """The reading with a statement of type `artifact` for each line that states nothing and that evidence answers.

    'Dependabot configured' is no claim by its form; beside a list of files that has or lacks its configuration it is.
    """
    case = Case(reading, evidence)
    found = [statement for statement in _unstated(reading) if _is_answered(statement, case)]
    statements = sorted((*reading.statements, *found), key=lambda statement: (statement.line, statement.start))
    return msgspec.structs.replace(reading, statements=tuple(statements)) if found else reading


def _is_answered(statement: Statement, case: Case) -> bool:
    opinion = judge(statement, case)
    return opinion is not None and opinion.support in {"verified", "contradicted"}


def _unstated(reading: Reading) -> Iterator[Statement]:
    taken = {line for one in reading.statements for line in range(one.line, one.end_line + 1)}
    taken |= {
        line for block in reading.blocks if block.kind == "code" for line in range(block.line, block.end_line + 1)
    }
    sections = _sections(reading)
    for number, line in enumerate(reading.lines[:MOST], start=1):
        text = line.strip()
        if number not in taken and text and len(text) <= LONGEST:
            start = line.index(text)
            yield Statement(
                number, number, start, start + len(text), "artifact", text, section=sections[number - 1],
                why="named, and answered by evidence",
            )  # fmt: skip


def _sections(reading: Reading) -> list[int]:
    """The section of each line, the innermost."""
    sections = [0] * len(reading.lines)
    for index, section in enumerate(reading.sections):
        for line in range(section.line, min(section.end_line, len(sections)) + 1):
            sections[line - 1] = index
    return sections
