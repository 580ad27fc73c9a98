"""Semgrep's JSON."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Results by severity; those ignored in the code apart; rules or files that failed are a problem."""
    scan = Scan(found)
    for result in source.each("/results/*"):
        extra = result["extra"]
        place = f"{result['path'].text()}:{result.at('start', 'line').text()}"
        ignored = extra["is_ignored"].value is True
        title = extra["message"].text()
        scan.add(
            extra["severity"].text(),
            result.pointer,
            place,
            suppressed=ignored,
            id=result["check_id"].text(),
            title=title,
        )
    errors = sum(1 for _ in source.each("/errors/*"))
    if errors:
        found.problem("not-scanned", f"The scan met {errors} errors, listed under /errors: parts were not scanned.")
    scan.tell("/results")
