"""Trivy's JSON, old (an array of targets) and new (`Results`)."""

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Vulnerabilities, misconfigurations and secrets by severity; what VEX or an ignore file suppressed, apart."""
    document = source.peek()
    found.taken = document["CreatedAt"].text()
    place = "/Results" if isinstance(document.value, dict) else ""
    place = "/Resources/*/Results" if "Resources" in document else place
    if not any(document.follow(f"{place}/*")):
        raise Unreadable("nothing-measured", "No target was scanned: there are no results. It backs no claim.")
    scan = Scan(found)
    for one in source.each(f"{place}/*/Vulnerabilities/*"):
        _one(one, one["PkgName"].text(), one["VulnerabilityID"].text(), scan)
    for one in source.each(f"{place}/*/Misconfigurations/*"):
        if one["Status"].text() in {"", "FAIL"}:
            _one(one, _target(one, document), one["ID"].text(), scan)
    for entry in source.each(f"{place}/*/ExperimentalModifiedFindings/*"):
        one, identifier = entry["Finding"], entry["Finding"]["VulnerabilityID"].text()
        severity, package = one["Severity"].text(), one["PkgName"].text()
        scan.add(severity, entry.pointer, package, suppressed=True, id=identifier)
    secrets = sum(1 for _ in source.each(f"{place}/*/Secrets/*"))
    scan.tell(place or "/")
    if secrets:
        found.fact("secrets.found", float(secrets), "count", place or "/")


def _target(one: Node, document: Node) -> str:
    """The file that a result is of; the results of a large document stand apart from it."""
    for result in document.under("Results").each():
        if one.pointer.startswith(result.pointer + "/"):
            return result["Target"].text()
    return one.at("CauseMetadata", "Resource").text()


def _one(one: Node, place: str, identifier: str, scan: Scan) -> None:
    scan.add(
        one["Severity"].text(), one.pointer, place,
        id=identifier, title=one["Title"].text(),
        version=one["InstalledVersion"].text(), fixed=one["FixedVersion"].text(),
    )  # fmt: skip
