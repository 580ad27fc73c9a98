"""Istanbul's JSON: the summary (`coverage-summary.json`) and the whole (`coverage-final.json`)."""

from collections.abc import Iterable

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_METRICS = {
    "lines": "coverage.line",
    "statements": "coverage.statement",
    "functions": "coverage.function",
    "branches": "coverage.branch",
}
ROUNDED = 0.011
"""Percentage points: Istanbul cuts after two decimals."""


def read_summary(source: Source, found: Found) -> None:
    """Lines, statements, functions and branches, by file and folder; `total` is held against the files."""
    tally = Tally()
    whole = source.peek()["total"]
    for entry in source.each("/{}"):
        if entry.pointer != "/total":
            _add(entry.key, entry, tally)
    counted = tally.total()
    for word, metric in _METRICS.items():
        stated = [int(whole.at(word, key).count()) for key in ("covered", "total")]
        if counted and counted.get(metric) != stated:
            message = f"/total/{word} says {stated[0]} of {stated[1]}, the files sum to {counted.get(metric)}."
            found.problem("totals-disagree", message)
        _check_share(whole[word], found)
    if not counted:
        _add("", whole, tally)
    tally.tell(found, "/total")


def _check_share(sums: Node, found: Found) -> None:
    """Tells where a printed share is not that of the counts beside it."""
    share, total = sums["pct"].number(), sums["total"].count()
    if share is not None and total and abs(share - 100 * sums["covered"].count() / total) > ROUNDED:
        message = f"{sums.pointer} says {share:g} % and {sums['covered'].count():g} of {total:g}."
        found.problem("totals-disagree", message)


def _add(file: str, entry: Node, tally: Tally) -> None:
    for word, metric in _METRICS.items():
        numbers = entry[word]
        tally.add(file, metric, int(numbers["covered"].count()), int(numbers["total"].count()), numbers.pointer)


def read_final(source: Source, found: Found) -> None:
    """The same, counted from the hits of each statement, function and branch."""
    tally = Tally()
    for entry in source.each("/{}"):
        file = entry["path"].text() or entry.key
        hits = {key: node.count() for key, node in entry["s"].items()}
        lines: dict[str, bool] = {}
        for key, place in entry["statementMap"].items():
            line = place.at("start", "line").text()
            lines[line] = lines.get(line, False) or hits.get(key, 0) > 0
        _count(tally, file, "coverage.line", lines.values(), entry.pointer)
        _count(tally, file, "coverage.statement", hits.values(), entry["s"].pointer)
        _count(tally, file, "coverage.function", (node.count() for _, node in entry["f"].items()), entry["f"].pointer)
        branches = (path.count() for _, node in entry["b"].items() for path in node.each())
        _count(tally, file, "coverage.branch", branches, entry["b"].pointer)
    tally.tell(found, "sum over all files")


def _count(tally: Tally, file: str, metric: str, hits: Iterable[float], place: str) -> None:
    known = [hit > 0 for hit in hits]
    tally.add(file, metric, sum(known), len(known), place)
