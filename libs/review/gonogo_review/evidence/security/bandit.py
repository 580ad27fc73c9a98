"""Bandit's JSON: static analysis of Python code."""

from collections import Counter

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import MAX_NAMED, canonical, tell_counts
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Counts by severity from `metrics`, which a severity filter (`-ll`) leaves whole, and each result listed."""
    document = source.peek()
    found.taken = document["generated_at"].text()
    listed = Counter(_tell(number, result, found) for number, result in enumerate(source.each("/results/*")))
    totals = document.at("metrics", "_totals")
    stated = {
        canonical(key.removeprefix("SEVERITY.")): (int(node.count()), node.pointer)
        for key, node in totals.items()
        if key.startswith("SEVERITY.")
    }
    missing = sorted(level for level, count in listed.items() if count > stated.get(level, (0, ""))[0])
    if missing:
        stated |= {level: (listed[level], "/results") for level in missing}
        found.problem("totals-disagree", f"/results lists more issues than /metrics/_totals in {', '.join(missing)}.")
    tell_counts(found, stated, totals.pointer)
    for error in source.each("/errors/*"):
        found.problem("not-scanned", f"{error['filename'].text()}: {error['reason'].text()}")
    found.fact("code.lines", totals["loc"].count(), "count", totals["loc"].pointer)


def _tell(number: int, result: Node, found: Found) -> str:
    level = canonical(result["issue_severity"].text())
    if number < MAX_NAMED:
        place = f"{result['filename'].text()}:{result['line_number'].text()}"
        title = result["issue_text"].text()
        found.fact("vulnerability", level, "", result.pointer, place, id=result["test_id"].text(), title=title)
    return level
