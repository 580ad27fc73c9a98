"""Playwright's JSON: suites in suites, specs, and for each project a test with its results."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_OUTCOMES = {"expected": "passed", "flaky": "passed", "unexpected": "failed", "skipped": "skipped"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by file; `stats` is held against the tests."""
    outcomes = Outcomes(found)
    for suite in source.each("/suites/*"):
        _suite(suite, outcomes)
    stats = source.peek()["stats"]
    stated = sum(stats[key].count() for key in _OUTCOMES)
    if stats and stated != outcomes.total():
        found.problem("totals-disagree", f"/stats counts {stated:g} tests, the suites hold {outcomes.total()}.")
    errors = sum(1 for _ in source.each("/errors/*"))
    if errors:
        found.problem("unfinished", f"The run met {errors} errors outside of tests, listed under /errors.")
    found.taken = stats["startTime"].text()
    found.commit = source.peek().at("config", "metadata", "gitCommit", "hash").text()
    outcomes.tell("/suites")


def _suite(suite: Node, outcomes: Outcomes) -> None:
    stack = [suite]
    while stack:
        inner = stack.pop()
        stack.extend(inner["suites"].each())
        for spec in inner["specs"].each():
            file = spec["file"].text() or suite["file"].text()
            for test in spec["tests"].each():
                status = test["status"].text()
                outcomes.add(spec["title"].text(), _OUTCOMES.get(status, "skipped"), file, flaky=status == "flaky")
