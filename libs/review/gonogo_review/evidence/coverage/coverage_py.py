"""coverage.py's JSON: `coverage json`."""

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Statements (which coverage.py calls lines) and branches, by file and folder."""
    document = source.peek()
    found.taken = document.at("meta", "timestamp").text()
    tally = Tally()
    for file in source.each("/files/{}"):
        _add(tally, file.key, file["summary"])
    _check(tally, document["totals"], found)
    if not tally.total():
        _add(tally, "", document["totals"])
    tally.tell(found, "/totals")


def _add(tally: Tally, path: str, summary: Node) -> None:
    covered, total = int(summary["covered_lines"].count()), int(summary["num_statements"].count())
    for metric in ("coverage.line", "coverage.statement"):
        tally.add(path, metric, covered, total, summary.pointer)
    if summary["num_branches"].count():
        branches = int(summary["covered_branches"].count()), int(summary["num_branches"].count())
        tally.add(path, "coverage.branch", *branches, summary.pointer)
        tally.add(path, "coverage.combined", covered + branches[0], total + branches[1], summary.pointer)


def _check(tally: Tally, totals: Node, found: Found) -> None:
    counted = tally.total().get("coverage.line")
    stated = [int(totals["covered_lines"].count()), int(totals["num_statements"].count())]
    if counted is not None and counted != stated:
        message = f"/totals says {stated[0]} of {stated[1]} statements, the files sum to {counted[0]} of {counted[1]}."
        found.problem("totals-disagree", message)
