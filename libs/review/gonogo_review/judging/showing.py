"""Which facts a review carries: all that it rests on, and the first of each long list."""

from collections import Counter
from collections.abc import Sequence

from gonogo_contracts.review import Fact, LeftOut
from gonogo_review.judging.case import Case, PlacedFact
from gonogo_review.judging.finding import fact_id

EACH = 100
"""Facts of one metric and file that nothing rests on. Lists of files and settings go into thousands."""


def shown(facts: Sequence[PlacedFact], case: Case) -> tuple[tuple[Fact, ...], tuple[LeftOut, ...]]:
    """The facts in their order, and how many of which file and metric are left out."""
    asked = {number for backing in case.backings.values() for number in backing.facts}
    said = {name for finding in case.findings for name in finding.facts}
    seen: Counter[tuple[str, str]] = Counter()
    left: Counter[tuple[str, str]] = Counter()
    kept = []
    for placed in facts:
        group = (placed.file, placed.fact.metric)
        seen[group] += 1
        if seen[group] <= EACH or placed.index in asked or fact_id(placed.index) in said:
            kept.append(_fact(placed))
        else:
            left[group] += 1
    return tuple(kept), tuple(LeftOut(file, metric, count) for (file, metric), count in left.items())


def _fact(placed: PlacedFact) -> Fact:
    one = placed.fact
    return Fact(fact_id(placed.index), one.metric, one.value, one.unit, placed.file, one.pointer)
