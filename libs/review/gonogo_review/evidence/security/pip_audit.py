"""pip-audit's JSON, old (an array) and new (an object with `dependencies`). It gives no severities."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import MAX_NAMED
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """The number of vulnerabilities and each of them; packages that were skipped are a problem."""
    place = "/dependencies" if source.peek()["dependencies"] else ""
    total = checked = 0
    for package in source.each(f"{place}/*"):
        if package["skip_reason"]:
            name, reason = package["name"].text(), package["skip_reason"].text()
            found.problem("not-scanned", f"{name} was not scanned: {reason[:200]}")
            continue
        checked += 1
        for vulnerability in package["vulns"].each():
            total += 1
            if total <= MAX_NAMED:
                _tell(package, vulnerability, found)
    found.fact("vulnerabilities.total", float(total), "count", place or "/", packages=str(checked))


def _tell(package: Node, vulnerability: Node, found: Found) -> None:
    identifiers = [vulnerability["id"].text(), *(alias.text() for alias in vulnerability["aliases"].each())]
    found.fact(
        "vulnerability", "unknown", "", vulnerability.pointer, package["name"].text(),
        id=" ".join(identifiers), version=package["version"].text(),
    )  # fmt: skip
