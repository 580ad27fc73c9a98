"""Bandit's JSON: static analysis of Python code."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Counts by severity and each result; the sums of `metrics` are held against the results."""
    document = source.document()
    found.taken = document["generated_at"].text()
    scan, results = Scan(found), 0
    for result in document["results"].each():
        results += 1
        place = f"{result['filename'].text()}:{result['line_number'].text()}"
        scan.add(
            result["issue_severity"].text(),
            result.pointer,
            place,
            id=result["test_id"].text(),
            title=result["issue_text"].text(),
        )
    scan.tell("/results")
    for error in document["errors"].each():
        found.problem("not-scanned", f"{error['filename'].text()}: {error['reason'].text()}")
    totals = document.at("metrics", "_totals")
    stated = sum(number.count() for key, number in totals.items() if key.startswith("SEVERITY."))
    if stated != results:
        found.problem("totals-disagree", f"/metrics/_totals counts {stated:g} issues, /results lists {results}.")
    found.fact("code.lines", totals["loc"].count(), "count", totals["loc"].pointer)
