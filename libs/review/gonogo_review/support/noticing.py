"""Claims that only evidence makes: lines without a mark or a number that name something which evidence has or lacks."""

from collections.abc import Iterator, Sequence

import msgspec

from gonogo_review.model import EvidenceReading, Reading, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.hold import judge

LONGEST = 400
"""Characters of a line that can be such a claim; longer ones are prose."""
NOTICED = "named, and answered by evidence"
"""Why such a statement is one: only evidence made it, so it says nothing of how much of a report evidence backs."""
MOST = 2_000
"""Lines that are looked at."""


def notice(reading: Reading, evidence: Sequence[EvidenceReading]) -> Reading:
    """The reading with a statement of type `artifact` for each line that states nothing and that evidence answers.

    'Renovate configured' is no claim by its form; beside a list of files that has or lacks its configuration it is.
    """
    if not any(one.facts for one in evidence):
        return reading
    case = Case(reading, evidence)
    named = frozenset(one.line for one in reading.statements if one.type == "artifact")
    found = [statement for statement in _unstated(reading) if _is_answered(statement, case, named)]
    statements = sorted((*reading.statements, *found), key=lambda statement: (statement.line, statement.start))
    return msgspec.structs.replace(reading, statements=tuple(statements)) if found else reading


def _is_answered(statement: Statement, case: Case, named: frozenset[int]) -> bool:
    """Whether evidence answers a line; where its files have claims of their own, by more than that they are there."""
    opinion = judge(statement, case)
    if opinion is None or opinion.support not in {"verified", "contradicted"}:
        return False
    return statement.line not in named or not opinion.rule.startswith(("files.", "evidence.file"))


def _unstated(reading: Reading) -> Iterator[Statement]:
    whole = [one for one in reading.statements if one.type != "artifact"]
    taken = {line for one in whole for line in range(one.line, one.end_line + 1)}
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
                why=NOTICED,
            )  # fmt: skip


def _sections(reading: Reading) -> list[int]:
    """The section of each line, the innermost."""
    sections = [0] * len(reading.lines)
    for index, section in enumerate(reading.sections):
        for line in range(section.line, min(section.end_line, len(sections)) + 1):
            sections[line - 1] = index
    return sections
