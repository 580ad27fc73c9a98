"""The JSON of Jest and Vitest."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes, check_failed, check_total
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_OUTCOMES = {"passed": "passed", "failed": "failed"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by file; files that could not be loaded are failures that no test shows."""
    document = source.peek()
    found.taken = iso(document["startTime"].text())
    outcomes, broken = Outcomes(found), 0
    for file in source.each("/testResults/*"):
        ran = 0
        for test in (file["assertionResults"] or file["testResults"]).each():
            ran += 1
            name = test["fullName"].text() or test["title"].text()
            suite = file["name"].text() or file["testFilePath"].text()
            outcomes.add(name, _OUTCOMES.get(test["status"].text(), "skipped"), suite)
        broken += not ran and (file["status"].text() == "failed" or bool(file["testExecError"]))
    total = document["numTotalTests"]
    check_total(found, outcomes, total, also=document["numTodoTests"].count())
    check_failed(found, outcomes, document["numFailedTests"])
    outcomes.tell("/testResults")
    if broken:
        found.fact("tests.files_broken", float(broken), "count", "/testResults")
