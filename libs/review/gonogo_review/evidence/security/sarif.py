"""SARIF 2.1.0: results of static analysis, with their suppressions and baseline."""

from typing import NamedTuple

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import Scan
from gonogo_review.evidence.source import Source

MAX_RULES = 20_000
_BANDS = ((9.0, "critical"), (7.0, "high"), (4.0, "moderate"), (0.1, "low"))
"""CVSS 3 bands of `security-severity`, a score as text."""


def read(source: Source, found: Found) -> None:
    """Results by severity (by `security-severity` where the rule has one, else by level); suppressed ones apart."""
    scan, severities = Scan(found), _severities(source)
    for result in source.each("/runs/*/results/*"):
        if result["kind"].text() in {"", "fail", "open", "review"} and result["baselineState"].text() != "absent":
            _add(result, severities, scan)
    scan.tell("/runs")


class _Rule(NamedTuple):
    """What a rule says of its results: by its score, and by its level."""

    scored: str = ""
    level: str = ""


def _severities(source: Source) -> dict[str, _Rule]:
    """What each rule says of its results. Rules may stand after the results: this is a pass of its own."""
    rules: dict[str, _Rule] = {}
    for path in ("/runs/*/tool/driver/rules/*", "/runs/*/tool/extensions/*/rules/*"):
        for rule in source.each(path):
            if len(rules) < MAX_RULES:
                rules[rule["id"].text()] = _Rule(_scored(rule), rule.at("defaultConfiguration", "level").text())
    return rules


def _add(result: Node, severities: dict[str, _Rule], scan: Scan) -> None:
    identifier = result["ruleId"].text() or result.at("rule", "id").text()
    rule = severities.get(identifier, _Rule())
    place = result["locations"][0].at("physicalLocation")
    where = f"{place.at('artifactLocation', 'uri').text()}:{place.at('region', 'startLine').text()}".strip(":")
    scan.add(
        _scored(result) or rule.scored or result["level"].text() or rule.level or "warning", result.pointer, where,
        suppressed=_suppressed(result), id=identifier, title=result.at("message", "text").text(),
        baseline=result["baselineState"].text(),
    )  # fmt: skip


def _scored(node: Node) -> str:
    """The severity by `security-severity`; empty where there is none."""
    score = node.at("properties", "security-severity").number()
    return "" if score is None else next((word for least, word in _BANDS if score >= least), "info")


def _suppressed(result: Node) -> bool:
    """Suppressed where there is one that is accepted and none under review or rejected (SARIF 3.27.23)."""
    states = [one["status"].text() or "accepted" for one in result["suppressions"].each()]
    return bool(states) and all(state == "accepted" for state in states)
