"""Statements in the form of the review."""

from gonogo_contracts.review import Claim, Quantity
from gonogo_review.judging.case import Case
from gonogo_review.judging.finding import claim_id, fact_id
from gonogo_review.model import Amount, Reading


def claims(case: Case) -> tuple[Claim, ...]:
    """The report's statements with what the evidence does to them."""
    paths = _section_paths(case.reading)
    return tuple(_claim(index, case, paths) for index in range(len(case.statements)))


def _claim(index: int, case: Case, paths: list[tuple[str, ...]]) -> Claim:
    statement = case.statements[index]
    backing = case.backings.get(index)
    return Claim(
        id=claim_id(index),
        type=statement.type,
        line=statement.line,
        end_line=statement.end_line,
        text=statement.text,
        state=statement.state,
        section=paths[statement.section] if paths else (),
        metric=statement.metric,
        support=case.support(index),
        evidence=tuple(map(fact_id, backing.facts)) if backing else (),
        quantities=tuple(map(_quantity, statement.amounts)),
        because=backing.because if backing else "",
    )


def _quantity(amount: Amount) -> Quantity:
    return Quantity(amount.role, amount.comparator, amount.low, amount.high, amount.of, amount.unit)


def _section_paths(reading: Reading) -> list[tuple[str, ...]]:
    """The titles above each section and its own; a parent always comes before its children."""
    paths: list[tuple[str, ...]] = []
    for index, section in enumerate(reading.sections):
        above = paths[section.parent] if 0 <= section.parent < index else ()
        paths.append((*above, section.title) if section.title else above)
    return paths
