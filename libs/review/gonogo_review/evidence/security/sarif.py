"""SARIF 2.1.0: results of static analysis, with their suppressions and baseline."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source

_BANDS = ((9.0, "critical"), (7.0, "high"), (4.0, "moderate"), (0.1, "low"))
"""CVSS 3 bands of `security-severity`, a score as text."""


def read(source: Source, found: Found) -> None:
    """Results by severity (by `security-severity` where the rule has one, else by level); suppressed ones apart."""
    scan = Scan(found)
    for run in source.document()["runs"].each():
        rules = _rules(run)
        for result in run["results"].each():
            if result["kind"].text() in {"", "fail", "open", "review"} and result["baselineState"].text() != "absent":
                _add(result, rules, scan)
    scan.tell("/runs")


def _rules(run: Node) -> dict[str, Node]:
    driver = run.at("tool", "driver")
    return {rule["id"].text(): rule for rule in driver["rules"].each()}


def _add(result: Node, rules: dict[str, Node], scan: Scan) -> None:
    identifier = result["ruleId"].text() or result.at("rule", "id").text()
    rule = rules.get(identifier, Node(None))
    place = result["locations"][0].at("physicalLocation")
    where = f"{place.at('artifactLocation', 'uri').text()}:{place.at('region', 'startLine').text()}".strip(":")
    scan.add(
        _severity(result, rule), result.pointer, where,
        suppressed=_suppressed(result), id=identifier, title=result.at("message", "text").text(),
        baseline=result["baselineState"].text(),
    )  # fmt: skip


def _severity(result: Node, rule: Node) -> str:
    for node in (result, rule):
        score = node.at("properties", "security-severity").number()
        if score is not None:
            return next((word for least, word in _BANDS if score >= least), "info")
    return result["level"].text() or rule.at("defaultConfiguration", "level").text() or "warning"


def _suppressed(result: Node) -> bool:
    """Suppressed where there is one that is accepted and none under review or rejected (SARIF 3.27.23)."""
    states = [one["status"].text() or "accepted" for one in result["suppressions"].each()]
    return bool(states) and all(state == "accepted" for state in states)
