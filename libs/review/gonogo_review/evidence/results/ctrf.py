"""CTRF, the Common Test Report Format."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes, check_total
from gonogo_review.evidence.source import Source

_OUTCOMES = {"passed": "passed", "failed": "failed"}
"""What is `skipped`, `pending` or `other` did not run to a result."""


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by suite; the stated summary is held against the tests."""
    outcomes = Outcomes(found)
    for test in source.each("/results/tests/*"):
        outcome = _OUTCOMES.get(test["status"].text(), "skipped")
        suite = test["suite"].text() or " > ".join(part.text() for part in test["suite"].each())
        outcomes.add(test["name"].text(), outcome, suite, test["filePath"].text(), flaky=test["flaky"].value is True)
    summary = source.peek().at("results", "summary")
    check_total(found, outcomes, summary["tests"])
    found.commit = source.peek().at("results", "environment", "commit").text()
    outcomes.tell("/results/tests")
