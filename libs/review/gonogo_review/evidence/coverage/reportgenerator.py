"""ReportGenerator's summaries, JSON and CSV."""

import re

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_PARTS = (
    ("coverage.line", "coveredlines", "coverablelines"),
    ("coverage.branch", "coveredbranches", "totalbranches"),
    ("coverage.function", "coveredmethods", "totalmethods"),
)
_ROW = re.compile(r"([^;]+);(\d+(?:\.\d+)?)%")


def read_json(source: Source, found: Found) -> None:
    """Lines, branches and methods of the whole, of assemblies and of classes."""
    document = source.document()
    found.taken = document.at("summary", "generatedon").text()
    _tell(document["summary"], "", found)
    for assembly in document.at("coverage", "assemblies").each():
        _tell(assembly, assembly["name"].text(), found)
        for one in assembly["classesinassembly"].each():
            _tell(one, one["name"].text(), found)


def _tell(node: Node, scope: str, found: Found) -> None:
    for metric, covered, total in _PARTS:
        whole = node[total].count()
        if whole:
            part = node[covered].count()
            value, counts = 100 * part / whole, {"covered": f"{part:g}", "total": f"{whole:g}"}
            found.fact(metric, value, "%", node[covered].pointer, scope, **counts)


def read_csv(source: Source, found: Found) -> None:
    """Lines of the whole, of assemblies and of classes."""
    for number, line in source.lines():
        row = _ROW.fullmatch(line.strip())
        if row:
            scope = "" if row[1].startswith("Line coverage") else row[1]
            found.fact("coverage.line", float(row[2]), "%", f"line {number}", scope)
