"""pytest-json-report."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes, check_total
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_OUTCOMES = {"passed": "passed", "xpassed": "passed", "failed": "failed", "error": "failed"}

_SUMS = {"passed": ("passed", "xpassed"), "failed": ("failed", "error"), "skipped": ("skipped", "xfailed")}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by file; tests that are expected to fail count as skipped, as in JUnit."""
    document = source.peek()
    found.taken = iso(document["created"].text())
    outcomes = Outcomes(found)
    summary, rerun, reruns = document["summary"], "", 0
    for test in source.each("/tests/*"):
        whole = test["nodeid"].text()
        if test["outcome"].text() == "rerun":
            rerun, reruns = whole, reruns + 1
            continue
        file, _, name = whole.partition("::")
        outcomes.add(name, _OUTCOMES.get(test["outcome"].text(), "skipped"), file, flaky=whole == rerun)
    if "tests" not in document:
        outcomes.take({outcome: sum(summary[key].count() for key in keys) for outcome, keys in _SUMS.items()})
    check_total(found, outcomes, summary["total"], also=reruns)
    outcomes.tell("/tests")
    broken = sum(1 for one in source.each("/collectors/*") if one["outcome"].text() == "failed")
    if broken:
        found.fact("tests.files_broken", float(broken), "count", "/collectors")
