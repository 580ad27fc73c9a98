"""pytest-json-report."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes, check_total
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_OUTCOMES = {"passed": "passed", "xpassed": "passed", "failed": "failed", "error": "failed"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by file; tests that are expected to fail count as skipped, as in JUnit."""
    document = source.peek()
    found.taken = iso(document["created"].text())
    outcomes = Outcomes(found)
    for test in source.each("/tests/*"):
        file, _, name = test["nodeid"].text().partition("::")
        outcomes.add(name, _OUTCOMES.get(test["outcome"].text(), "skipped"), file)
    check_total(found, outcomes, document.at("summary", "total"))
    outcomes.tell("/tests")
