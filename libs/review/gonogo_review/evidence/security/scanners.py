"""Smaller scanners, each a few lines: gosec, checkov, OSV-Scanner, Snyk, ZAP and Safety's text."""

import re

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source

_RISKS = {"3": "high", "2": "medium", "1": "low", "0": "info"}
"""ZAP's `riskcode`."""
_SAFETY = re.compile(r"(?<!\d)(\d{1,9}) vulnerabilit(?:y|ies) (?:was|were) reported")
_IGNORED = re.compile(r"(?<!\d)(\d{1,9}) vulnerabilit(?:y|ies) from \d+\s+packages?\s+(?:was|were) ignored")


def read_gosec(source: Source, found: Found) -> None:
    """gosec: issues by severity, suppressed ones apart."""
    scan, total = Scan(found), 0
    for issue in source.each("/Issues/*"):
        total += 1
        place = f"{issue['file'].text()}:{issue['line'].text()}"
        scan.add(
            issue["severity"].text(), issue.pointer, place, suppressed=any(issue["suppressions"].each()),
            id=issue["rule_id"].text(), title=issue["details"].text(),
        )  # fmt: skip
    stated = source.peek().at("Stats", "found").number()
    if stated is not None and stated != total:
        found.problem("totals-disagree", f"/Stats/found says {stated:g} issues, {total} are listed.")
    scan.tell("/Issues")


def read_checkov(source: Source, found: Found) -> None:
    """checkov: failed checks by severity (unknown without a platform key), skipped ones apart; passed ones counted."""
    scan, runs = Scan(found), "/*" if isinstance(source.peek().value, list) else ""
    for key, suppressed in (("failed_checks", False), ("skipped_checks", True)):
        for check in source.each(f"{runs}/results/{key}/*"):
            scan.add(
                check["severity"].text(), check.pointer, check["file_path"].text(), suppressed=suppressed,
                id=check["check_id"].text(), title=check["check_name"].text(),
            )  # fmt: skip
    for summary in source.each("/*/summary") if runs else (source.peek()["summary"],):
        found.fact("checks.passed", summary["passed"].count(), "count", summary["passed"].pointer)
        found.fact("checks.failed", summary["failed"].count(), "count", summary["failed"].pointer)
    scan.tell(f"{runs}/results/failed_checks")


def read_osv(source: Source, found: Found) -> None:
    """OSV-Scanner: vulnerabilities by the severity that the database names."""
    scan = Scan(found)
    for package in source.each("/results/*/packages/*"):
        for one in package["vulnerabilities"].each():
            severity = one.at("database_specific", "severity").text()
            scan.add(severity, one.pointer, package.at("package", "name").text(), id=one["id"].text())
    scan.tell("/results")


def read_snyk(source: Source, found: Found) -> None:
    """Snyk: each vulnerability once, however many paths lead to it."""
    scan, seen = Scan(found), set()
    for one in source.each("/vulnerabilities/*"):
        key = (one["id"].text(), one["packageName"].text(), one["version"].text())
        if key not in seen:
            seen.add(key)
            scan.add(one["severity"].text(), one.pointer, key[1], id=key[0], version=key[2], title=one["title"].text())
    scan.tell("/vulnerabilities")


def read_zap(source: Source, found: Found) -> None:
    """OWASP ZAP's XML: alerts by risk."""
    scan, path = Scan(found), list[str]()
    code = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal code
        path.append(name)
        if name == "alertitem":
            code = ""
        elif name == "OWASPZAPReport":
            found.taken = attributes.get("generated", "")

    def text(piece: str) -> None:
        nonlocal code
        if path[-1] == "riskcode":
            code += piece.strip()

    def end(name: str) -> None:
        path.pop()
        if name == "alertitem":
            scan.add(_RISKS.get(code, "unknown"), "//alertitem")

    source.elements(start, end, text)
    scan.tell("//alertitem")


def read_safety(source: Source, found: Found) -> None:
    """Safety's text report: its closing sentence."""
    text = " ".join(f"{source.head.text} {source.head.end}".split())
    summed, ignored = _SAFETY.search(text), _IGNORED.search(text)
    if summed is None:
        raise Unreadable("no-summary", "The report has no closing sentence. Was the file cut off?")
    found.fact("vulnerabilities.total", float(summed[1]), "count", "Scan was completed.")
    if ignored:
        found.fact("vulnerabilities.suppressed", float(ignored[1]), "count", "Scan was completed.")
