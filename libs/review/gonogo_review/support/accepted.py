"""Vulnerabilities that a VEX statement says do not affect the product: scans beside it count them apart."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from gonogo_review.model import EvidenceFact, EvidenceReading

_HARMLESS = {"not_affected", "fixed"}
_TOTAL, _APART = "vulnerabilities.total", "vulnerabilities.suppressed"


def settle(evidence: Sequence[EvidenceReading]) -> tuple[EvidenceReading, ...]:
    """The evidence, with what VEX statements accept taken out of the sums of every scan and marked in it."""
    statements = {
        name: one.file
        for one in evidence
        for fact in one.facts
        if fact.metric == "vex.status" and fact.value in _HARMLESS
        for name in f"{fact.scope} {fact.attributes.get('aliases', '')}".split()
    }
    return tuple(_settled(one, statements) for one in evidence) if statements else tuple(evidence)


def _settled(reading: EvidenceReading, statements: dict[str, str]) -> EvidenceReading:
    taken: Counter[str] = Counter()
    facts = []
    for fact in reading.facts:
        by = [statements[name] for name in fact.attributes.get("id", "").split() if name in statements]
        if fact.metric == "vulnerability" and by and "suppressed" not in fact.attributes:
            taken.update((f"vulnerabilities.{fact.value}", _TOTAL))
            marked = {**fact.attributes, "suppressed": "yes", "accepted": by[0]}
            facts.append(msgspec.structs.replace(fact, attributes=marked))
        else:
            facts.append(fact)
    if not taken:
        return reading
    kept = [_less(fact, taken) for fact in facts if fact.metric != _APART]
    return msgspec.structs.replace(reading, facts=(*kept, _apart(facts, taken)))


def _less(fact: EvidenceFact, taken: Counter[str]) -> EvidenceFact:
    if fact.metric not in taken or not isinstance(fact.value, float):
        return fact
    accepted = {**fact.attributes, "accepted": f"{taken[fact.metric]}"}
    return msgspec.structs.replace(fact, value=max(fact.value - taken[fact.metric], 0.0), attributes=accepted)


def _apart(facts: Sequence[EvidenceFact], taken: Counter[str]) -> EvidenceFact:
    """How many a scan counts apart: its own, and those that are accepted."""
    own = [fact for fact in facts if fact.metric == _APART and isinstance(fact.value, float)]
    number = sum(float(fact.value) for fact in own) + taken[_TOTAL]
    return EvidenceFact(_APART, number, "count", own[0].pointer if own else "by VEX", "", {})
