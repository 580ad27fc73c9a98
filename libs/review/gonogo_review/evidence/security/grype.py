"""Grype's JSON."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Vulnerabilities by severity; ignored ones apart."""
    found.taken = source.peek().at("descriptor", "timestamp").text()
    scan = Scan(found)
    for match in source.each("/matches/*"):
        _add(match, scan, suppressed=False)
    for match in source.each("/ignoredMatches/*"):
        _add(match, scan, suppressed=True)
    scan.tell("/matches")


def _add(match: Node, scan: Scan, *, suppressed: bool) -> None:
    one, artifact = match["vulnerability"], match["artifact"]
    scan.add(
        one["severity"].text(), match.pointer, artifact["name"].text(), suppressed=suppressed,
        id=one["id"].text(), version=artifact["version"].text(), fixed=one.at("fix", "versions")[0].text(),
    )  # fmt: skip
