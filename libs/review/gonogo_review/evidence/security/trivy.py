"""Trivy's JSON, old (an array of targets) and new (`Results`)."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """Vulnerabilities, misconfigurations and secrets by severity; what VEX or an ignore file suppressed, apart."""
    document = source.document()
    found.taken = document["CreatedAt"].text()
    results = document["Results"] if isinstance(document.value, dict) else document
    scan = Scan(found)
    secrets = 0
    for result in results.each():
        _add(result, scan)
        secrets += sum(1 for _ in result["Secrets"].each())
    scan.tell(results.pointer or "/")
    found.fact("secrets.found", float(secrets), "count", results.pointer or "/")


def _add(result: Node, scan: Scan) -> None:
    for one in result["Vulnerabilities"].each():
        _one(one, one["PkgName"].text(), one["VulnerabilityID"].text(), scan)
    for one in result["Misconfigurations"].each():
        if one["Status"].text() in {"", "FAIL"}:
            _one(one, result["Target"].text(), one["ID"].text(), scan)
    for entry in result["ExperimentalModifiedFindings"].each():
        one = entry["Finding"]
        scan.add(
            one["Severity"].text(),
            entry.pointer,
            one["PkgName"].text(),
            suppressed=True,
            id=one["VulnerabilityID"].text(),
        )


def _one(one: Node, place: str, identifier: str, scan: Scan) -> None:
    scan.add(
        one["Severity"].text(), one.pointer, place,
        id=identifier, title=one["Title"].text(),
        version=one["InstalledVersion"].text(), fixed=one["FixedVersion"].text(),
    )  # fmt: skip
