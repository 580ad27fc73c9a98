"""Contradictions as findings."""

from collections.abc import Iterator

from gonogo_review.model import Draft, Statement
from gonogo_review.support.folding import fold
from gonogo_review.support.opinion import Opinion

MAX_QUOTED = 160
"""Characters of the statement that a message quotes."""


def contradictions(number: int, statement: Statement, opinion: Opinion | None) -> Iterator[Draft]:
    """The finding for a statement that its evidence contradicts: both sides, with file and pointer."""
    if opinion is None or opinion.support != "contradicted":
        return
    said = " ".join(statement.text.split())[:MAX_QUOTED]
    yield Draft(
        kind="evidence", rule=opinion.rule, severity=opinion.severity, lines=(statement.line,),
        message=f"The report says '{said}'. {opinion.because}.", expected=opinion.expected or None,
        statements=(number,), facts=tuple(placed.number for placed in opinion.facts),
        anchor=f"{opinion.rule} {fold(said)}",
    )  # fmt: skip
