"""Latency, throughput, errors, and every other metric that evidence has by the same name."""

import re

from gonogo_review.metrics import metrics
from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case, metric_of
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import may_be
from gonogo_review.support.words import says

_SCALE = {"s": 1000.0, "min": 60_000.0, "h": 3_600_000.0, "ms": 1.0}
"""Times in milliseconds, the unit of `latency.*` facts."""
_SAID = {"value", "after", "target"}
"""A target is backed by a number that meets it, and contradicted only where it is said to be met."""
FEW = 5
"""Things fewer than this are as many by chance."""
_PERCENTILE = re.compile(r"\b[Pp](?=\d\d)(50|90|95|99)\b")
_ENDPOINT = re.compile(r"(?<!\w)/\w+|\b(?:GET|POST|PUT|DELETE|PATCH)\b")
_PATH = re.compile(r"(?<!\w)/[\w./{}:-]+")
_OWN_RULES = ("coverage.", "tests.", "vulnerabilities.")
_MEASURED = ("latency.", "throughput.", "load.", "reliability.")
"""What one run of a load test measures; elsewhere a differing number may count something else."""


def measures(statement: Statement, case: Case) -> Opinions:
    """Verified by an equal number; contradicted by the one load test that is attached, of the same day."""
    for amount in statement.amounts:
        metric = metric_of(amount, statement) or _percentile(amount, statement, case)
        few = amount.unit == "count" and amount.low < FEW
        if not metric or metric.startswith(_OWN_RULES) or amount.role not in _SAID or few:
            continue
        known = metrics().get(metric)
        names = known.answered_by if known else (metric,)
        facts = [placed for placed in case.facts.any_of(names) if placed.number_value is not None]
        facts = _of_endpoint(facts, statement) or facts
        fitting = [placed for placed in facts if _fits(placed, amount) and case.age(placed.reading) != "stale"]
        whole = [placed for placed in fitting if not placed.fact.scope] or fitting
        if whole:
            because = f"{place(whole[0])} has {whole[0].fact.value:g} {whole[0].fact.unit}".rstrip()
            yield Opinion("verified", tuple(whole[:1]), because, "measures.equal")
        elif metric.startswith(_MEASURED) and (amount.role != "target" or statement.state == "done"):
            yield from _differs(statement, [placed for placed in facts if not placed.fact.scope], case)


def _percentile(amount: Amount, statement: Statement, case: Case) -> str:
    """The percentile that stands last before a time: 'p95 180 ms'."""
    if amount.unit not in _SCALE:
        return ""
    found = _PERCENTILE.findall(f"{case.header(statement, amount)} {case.line(statement)[: amount.start]}")
    return f"latency.p{found[-1]}" if found else ""


def _of_endpoint(facts: list[Placed], statement: Statement) -> list[Placed]:
    """The facts of the endpoint that a statement names, where a run tells endpoints apart."""
    paths = set(_PATH.findall(statement.text))
    return [placed for placed in facts if paths and placed.fact.scope.rpartition(" ")[2] in paths]


def _fits(placed: Placed, amount: Amount) -> bool:
    value = placed.number_value or 0.0
    if placed.fact.unit == "ms" and amount.unit in _SCALE:
        value /= _SCALE[amount.unit]
    return may_be(value, amount)


def _differs(statement: Statement, facts: list[Placed], case: Case) -> Opinions:
    if not facts:
        return
    shown = f"{place(facts[0])} has {facts[0].fact.value:g} {facts[0].fact.unit}"
    if len(facts) == 1 and _is_this_run(statement, facts[0], case):
        expected = f"{facts[0].fact.value:g} {facts[0].fact.unit}"
        yield Opinion("contradicted", tuple(facts), shown, "evidence.load", expected)
    else:
        yield Opinion("unsupported", tuple(facts), f"{shown}; it may be of another run", "measures.differs")


def _is_this_run(statement: Statement, fact: Placed, case: Case) -> bool:
    """A run of the report's day, or an undated one where the report speaks of a load test; never of one endpoint."""
    if statement.scope or _ENDPOINT.search(statement.text):
        return False
    age = case.age(fact.reading)
    return age == "same" or (age == "unknown" and says("load", f"{statement.text} / {case.titles(statement)}"))
