"""Statements in the form of the review."""

from gonogo_contracts.review import Claim, Quantity
from gonogo_review.judging.case import Case
from gonogo_review.judging.finding import claim_id, fact_id
from gonogo_review.model import Amount, Reading, Statement


def claims(case: Case) -> tuple[Claim, ...]:
    """The report's statements with what the evidence does to them."""
    paths = _section_paths(case.reading)
    return tuple([_claim(index, one, case, paths) for index, one in enumerate(case.statements)])


def _claim(index: int, statement: Statement, case: Case, paths: list[tuple[str, ...]]) -> Claim:
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
        support=backing.support if backing else "not-checkable",
        evidence=tuple(map(fact_id, backing.facts)) if backing and backing.facts else (),
        quantities=tuple(map(_quantity, statement.amounts)) if statement.amounts else (),
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
