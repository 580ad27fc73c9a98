"""'3 replicas' against Kubernetes manifests."""

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import may_be
from gonogo_review.support.words import says

_METRICS = ("service.replicas", "workload.replicas_min", "workload.replicas_max")


def replicas(statement: Statement, case: Case) -> Opinions:
    """Verified by a workload of so many; contradicted by the one that is named, where no autoscaler rules it."""
    facts = case.facts.any_of(_METRICS)
    if not facts or not says("replica", statement.text) or statement.state in {"open", "failed"}:
        return
    words = set(tokens(statement.text))
    named = [one for one in facts if set(tokens(one.fact.scope)) <= words] or facts
    for amount in statement.amounts:
        if amount.unit != "count" or amount.role not in {"value", "after"}:
            continue
        fitting = [one for one in named if may_be(one.number_value or 0.0, amount)]
        if fitting:
            because = f"{place(fitting[0])} has {fitting[0].fact.value:g} of {fitting[0].fact.scope}"
            yield Opinion("verified", tuple(fitting[:1]), because, "replicas.equal")
        elif named is not facts and _is_fixed(named):
            because = f"{place(named[0])} has {named[0].fact.value:g} of {named[0].fact.scope}"
            yield Opinion("contradicted", tuple(named), because, "evidence.replicas", f"{named[0].fact.value:g}")


def _is_fixed(named: list[Placed]) -> bool:
    return len(named) == 1 and named[0].fact.metric == "service.replicas"
