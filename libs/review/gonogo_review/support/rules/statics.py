"""The number of tests against those that stand in the code, where an archive of the tree is attached."""

from gonogo_review.model import Statement
from gonogo_review.support.case import Case, metric_of
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import may_be

FEW = 5
"""Fewer tests are as many by chance."""


def statics(statement: Statement, case: Case) -> Opinions:
    """Verified by an equal number, never contradicted: a run makes several tests of one with parameters."""
    for amount in statement.amounts:
        if metric_of(amount, statement) != "tests.total" or amount.role not in {"value", "after"} or amount.low < FEW:
            continue
        fitting = [one for one in case.facts.whole("tests.static") if may_be(one.number_value or 0.0, amount)]
        if fitting:
            because = f"{place(fitting[0])}: {fitting[0].fact.value:g} tests stand in the code"
            yield Opinion("verified", tuple(fitting[:1]), because, "tests.static")
