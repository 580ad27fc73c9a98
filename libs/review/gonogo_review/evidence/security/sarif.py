"""SARIF 2.1.0: results of static analysis, with their suppressions and baseline."""

from typing import NamedTuple

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.security.severities import Scan, by_score
from gonogo_review.evidence.source import Source

MAX_RULES = 20_000


def read(source: Source, found: Found) -> None:
    """Results by severity (by `security-severity` where the rule has one, else by level); suppressed ones apart."""
    runs = list(source.peek()["runs"].each())
    scan, severities, failed = Scan(found), _severities(source), _failed(runs)
    found.commit = next(
        (one["revisionId"].text() for run in runs for one in run["versionControlProvenance"].each()), ""
    )
    found.taken = max((one["endTimeUtc"].text() for run in runs for one in run["invocations"].each()), default="")
    for result in source.each("/runs/*/results/*"):
        if result["kind"].text() in {"", "fail", "open", "review"} and result["baselineState"].text() != "absent":
            _add(result, severities, scan)
    if not scan.total() and (failed or not any(run["results"] for run in runs)):
        raise Unreadable(
            "nothing-measured", failed or "No run in it has results: nothing was scanned. It backs no claim."
        )
    if failed:
        found.problem("not-scanned", failed)
    scan.tell("/runs")


def _failed(runs: list[Node]) -> str:
    """What is to be said of a scan that did not run to its end; empty where all did."""
    broken = [one for run in runs for one in run["invocations"].each() if one["executionSuccessful"].value is False]
    return f"The scan did not run to its end ({broken[0].pointer}/executionSuccessful is false)." if broken else ""


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
                rules[rule["id"].text()] = rules[_position(rule, rule.key)] = _Rule(
                    _scored(rule), rule.at("defaultConfiguration", "level").text()
                )
    return rules


def _position(node: Node, index: str) -> str:
    """How a result names a rule without its id: by run and number."""
    return f"{'/'.join(node.pointer.split('/')[:3])}#{index}"


def _add(result: Node, severities: dict[str, _Rule], scan: Scan) -> None:
    identifier = result["ruleId"].text() or result.at("rule", "id").text()
    number = result["ruleIndex"].text() or result.at("rule", "index").text()
    rule = severities.get(identifier or _position(result, number), _Rule())
    place = result["locations"][0].at("physicalLocation")
    where = f"{place.at('artifactLocation', 'uri').text()}:{place.at('region', 'startLine').text()}".strip(":")
    scan.add(
        _scored(result) or rule.scored or result["level"].text() or rule.level or "warning", result.pointer, where,
        suppressed=_suppressed(result), id=identifier, title=result.at("message", "text").text(),
        baseline=result["baselineState"].text(),
    )  # fmt: skip


def _scored(node: Node) -> str:
    """The severity by `security-severity`; empty where there is none."""
    return by_score(node.at("properties", "security-severity").number())


def _suppressed(result: Node) -> bool:
    """Suppressed where there is one that is accepted and none under review or rejected (SARIF 3.27.23)."""
    states = [one["status"].text() or "accepted" for one in result["suppressions"].each()]
    return bool(states) and all(state == "accepted" for state in states)
