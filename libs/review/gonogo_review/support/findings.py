"""Contradictions as findings."""

from collections.abc import Iterator, Mapping, Sequence

from gonogo_review.model import Draft, Statement
from gonogo_review.support.folding import fold
from gonogo_review.support.opinion import Opinion

MAX_QUOTED = 160
"""Characters of the statement that a message quotes."""


def contradictions(statements: Sequence[Statement], opinions: Mapping[int, Opinion | None]) -> Iterator[Draft]:
    """A finding for each line and each thing in the evidence that contradicts it: both sides, with file and pointer.

    Of an item and the path that it names one is enough, where both fall for the same reason.
    """
    causes: dict[tuple[int, str, str], list[int]] = {}
    for number, opinion in opinions.items():
        if opinion is not None and opinion.support == "contradicted":
            causes.setdefault((statements[number].line, opinion.rule, opinion.because), []).append(number)
    for numbers in causes.values():
        number = min(numbers, key=lambda one: statements[one].type == "artifact")
        opinion = opinions[number]
        if opinion is not None:
            yield _finding(numbers, statements[number], opinion)


def _finding(numbers: Sequence[int], statement: Statement, opinion: Opinion) -> Draft:
    said = " ".join(statement.text.split())[:MAX_QUOTED]
    return Draft(
        kind="evidence", rule=opinion.rule, severity=opinion.severity, lines=(statement.line,),
        message=f"The report says '{said}'. {opinion.because}.", expected=opinion.expected or None,
        statements=tuple(sorted(numbers)), facts=tuple(placed.number for placed in opinion.facts),
        anchor=f"{opinion.rule} {fold(said)}",
    )  # fmt: skip
