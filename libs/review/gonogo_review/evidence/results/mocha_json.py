"""Mocha's JSON reporter."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.results.outcomes import Outcomes, check_total
from gonogo_review.evidence.source import Source

MOST = 1_000_000
"""Tests that sums may speak of."""


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by file."""
    document = source.peek()
    found.taken = document.at("stats", "end").text()
    failed, pending = _names(source, "failures"), _names(source, "pending")
    outcomes = Outcomes(found)
    for test in source.each("/tests/*"):
        name = test["fullTitle"].text()
        outcome = "failed" if name in failed else "skipped" if name in pending else "passed"
        outcomes.add(name, outcome, test["file"].text())
    if not outcomes.total():
        _by_stats(document["stats"], outcomes)
    check_total(found, outcomes, document.at("stats", "tests"))
    outcomes.tell("/tests")


def _by_stats(stats: Node, outcomes: Outcomes) -> None:
    """mochawesome nests its tests; its sums say how many there are of each."""
    for key, outcome in (("passes", "passed"), ("failures", "failed"), ("pending", "skipped")):
        for _ in range(min(int(stats[key].count()), MOST)):
            outcomes.add("", outcome)


def _names(source: Source, outcome: str) -> set[str]:
    return {test["fullTitle"].text() for test in source.each(f"/{outcome}/*")}
