"""Holds the statements of a report against the facts of its evidence."""

from collections.abc import Sequence

from gonogo_review.model import Backing, Draft, EvidenceReading, Reading, Statement
from gonogo_review.support.index import Facts
from gonogo_review.support.problems import unreadable
from gonogo_review.support.rounding import may_be


def hold(reading: Reading, evidence: Sequence[EvidenceReading]) -> tuple[list[Backing], list[Draft]]:
    """One backing for each statement, and the findings that only evidence can give.

    Facts are numbered over all evidence in order of the files' names.
    """
    facts = Facts(evidence)
    backings = [_back(number, statement, facts) for number, statement in enumerate(reading.statements)]
    return backings, unreadable(facts.readings)


def _back(number: int, statement: Statement, facts: Facts) -> Backing:
    if statement.type == "artifact" and statement.target:
        return _artifact(number, statement.target, facts)
    for amount in statement.amounts:
        metric = amount.metric or statement.metric
        for placed in facts.of(metric) if metric and amount.role == "value" else ():
            value = placed.fact.value
            if not placed.fact.scope and isinstance(value, float) and may_be(value, amount):
                because = f"{placed.reading.file} {placed.fact.pointer} has {value:g}."
                return Backing(number, "verified", (placed.number,), because)
    checkable = statement.metric is not None or any(amount.metric for amount in statement.amounts)
    return Backing(number, "unsupported" if checkable else "not-checkable")


def _artifact(number: int, target: str, facts: Facts) -> Backing:
    path = target.strip("/").removeprefix("./")
    for placed in facts.of("files.exists"):
        if placed.fact.value == path or f"{placed.fact.value}".endswith(f"/{path}"):
            return Backing(number, "verified", (placed.number,), f"{placed.reading.file} lists {placed.fact.value}.")
    return Backing(number, "unsupported")
