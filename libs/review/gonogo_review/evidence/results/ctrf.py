"""CTRF, the Common Test Report Format."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes, check_failed, check_total
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

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
    if "tests" not in source.peek()["results"]:
        others = sum(summary[key].count() for key in ("skipped", "pending", "other"))
        outcomes.take({"passed": summary["passed"].count(), "failed": summary["failed"].count(), "skipped": others})
    check_total(found, outcomes, summary["tests"])
    check_failed(found, outcomes, summary["failed"])
    found.taken = iso(summary["stop"].text())
    found.commit = source.peek().at("results", "environment", "commit").text()
    outcomes.tell("/results/tests")
