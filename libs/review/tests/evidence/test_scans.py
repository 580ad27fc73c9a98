"""The dialects of scanners and inventories: what is apart, what was not scanned, and what a file states wrongly."""

import io
import json
from typing import Any

import pytest

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceReading


def read(data: Any) -> EvidenceReading:
    body = data if isinstance(data, str) else json.dumps(data)
    return read_evidence("upload", io.BytesIO(body.encode()))


def whole(reading: EvidenceReading) -> dict[str, Any]:
    return {fact.metric.partition(".")[2]: fact.value for fact in reading.facts if not fact.scope}


def sarif(*results: dict[str, Any], **run: Any) -> dict[str, Any]:
    rules = [
        {"id": "R0", "defaultConfiguration": {"level": "note"}},
        {"id": "R1", "properties": {"security-severity": "9.8"}},
    ]
    return {"version": "2.1.0", "runs": [{"tool": {"driver": {"rules": rules}}, "results": list(results), **run}]}


RESULTS: list[tuple[dict[str, Any], str]] = [
    ({"ruleId": "R1"}, "critical"),
    ({"ruleIndex": 1}, "critical"),
    ({"rule": {"index": 1}}, "critical"),
    ({"ruleId": "R0"}, "low"),
    ({"ruleId": "R9"}, "moderate"),
    ({"ruleId": "R9", "level": "error"}, "high"),
    ({"ruleId": "R1", "suppressions": []}, "critical"),
    ({"ruleId": "R1", "suppressions": [{"kind": "external", "status": "rejected"}]}, "critical"),
    ({"ruleId": "R1", "suppressions": [{"kind": "inSource"}]}, "suppressed"),
    ({"ruleId": "R1", "baselineState": "unchanged"}, "critical"),
]


@pytest.mark.parametrize(("result", "level"), RESULTS)
def test_a_result_of_sarif_has_the_severity_of_its_rule(result: dict[str, Any], level: str) -> None:
    assert whole(read(sarif(result)))[level] == 1


@pytest.mark.parametrize("result", [{"baselineState": "absent"}, {"kind": "pass"}, {"kind": "notApplicable"}])
def test_what_is_gone_or_no_failure_is_no_result(result: dict[str, Any]) -> None:
    assert whole(read(sarif(result)))["total"] == 0


def test_sarif_says_its_time_and_commit() -> None:
    run = {
        "invocations": [{"executionSuccessful": True, "endTimeUtc": "2026-02-03T09:00:00Z"}],
        "versionControlProvenance": [{"revisionId": "0a1b2c3"}],
    }
    reading = read(sarif(**run))
    assert (reading.taken, reading.commit) == ("2026-02-03T09:00:00Z", "0a1b2c3")


NOTHING: dict[str, tuple[Any, str]] = {
    "SARIF that failed": (sarif(invocations=[{"executionSuccessful": False}]), "nothing-measured"),
    "SARIF without results": ({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}, "nothing-measured"),
    "SARIF without runs": ({"version": "2.1.0", "runs": []}, "nothing-measured"),
    "Trivy that met no target": ({"SchemaVersion": 2, "ArtifactName": "."}, "nothing-measured"),
    "npm audit without a lock file": ({"error": {"code": "ENOLOCK", "summary": "x", "detail": ""}}, "not-scanned"),
    "an empty list": ([], "unrecognised"),
}


@pytest.mark.parametrize(("data", "code"), NOTHING.values(), ids=NOTHING.keys())
def test_a_scan_of_nothing_has_no_zeros(data: Any, code: str) -> None:
    reading = read(data)
    assert (reading.facts, [problem.code for problem in reading.problems]) == ((), [code])


def test_what_a_failed_scan_did_find_counts_and_its_failure_is_told() -> None:
    reading = read(sarif({"ruleId": "R1"}, invocations=[{"executionSuccessful": False}]))
    assert whole(reading)["critical"] == 1
    assert [problem.code for problem in reading.problems] == ["not-scanned"]


def test_trivy_of_a_cluster() -> None:
    found = [{"VulnerabilityID": "CVE-1", "PkgName": "a", "Severity": "CRITICAL"}]
    results = [{"Target": "x", "Vulnerabilities": found}]
    assert whole(read({"ClusterName": "c", "Resources": [{"Kind": "Pod", "Results": results}]}))["critical"] == 1


def test_trivy_says_nothing_of_secrets_that_it_did_not_look_for() -> None:
    assert "found" not in whole(read({"SchemaVersion": 2, "ArtifactName": "a", "Results": [{"Target": "x"}]}))


def test_npm_audit_counts_what_it_lists() -> None:
    sums = {"info": 0, "low": 0, "moderate": 0, "high": 0, "critical": 0, "total": 0}
    package = {"name": "a", "severity": "critical", "via": []}
    reading = read({"vulnerabilities": {"a": package}, "metadata": {"vulnerabilities": sums}})
    assert whole(reading)["critical"] == 1
    assert [problem.code for problem in reading.problems] == ["totals-disagree"]


INNER = {"name": "inner", "version": "2"}
BOM = {
    "bomFormat": "CycloneDX",
    "components": [{"name": "lib", "version": "1", "components": [INNER]}],
    "vulnerabilities": [
        {"id": "CVE-1", "ratings": [{"severity": "low"}, {"severity": "high"}]},
        {"id": "CVE-2", "ratings": [{"score": 9.8}]},
        {"id": "CVE-3", "ratings": [{"severity": "high"}], "analysis": {"state": "not_affected"}},
    ],
}
BOM_XML = """<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component><name>lib</name><version>1</version>
<licenses><license><name>Own</name></license></licenses>
<components><component><name>inner</name><version>2</version></component></components></component></components>
<vulnerabilities><vulnerability><id>CVE-1</id><source><name>NVD</name></source>
<ratings><rating><severity>low</severity></rating><rating><severity>high</severity></rating></ratings></vulnerability>
<vulnerability><id>CVE-2</id><ratings><rating><severity>critical</severity></rating></ratings></vulnerability>
<vulnerability><id>CVE-3</id><ratings><rating><severity>high</severity></rating></ratings>
<analysis><state>not_affected</state></analysis></vulnerability></vulnerabilities></bom>"""


@pytest.mark.parametrize("data", [BOM, BOM_XML], ids=["JSON", "XML"])
def test_both_forms_of_cyclonedx_say_the_same(data: Any) -> None:
    reading = read(data)
    components = {(fact.value, fact.attributes["version"]) for fact in reading.facts if fact.metric == "component"}
    said = whole(reading)
    assert components == {("lib", "1"), ("inner", "2")}
    assert (said["critical"], said["high"], said["low"], said["suppressed"]) == (1, 1, 0, 1)
