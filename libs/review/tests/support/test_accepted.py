"""Vulnerabilities that a VEX statement accepts are no contradiction, and are still said."""

import json

import pytest

from .bundle import Held, held

DATE = "# Report\n\n**Date**: 2026-02-03\n\n"
CLAIM = DATE + "- [x] Trivy: 0 critical vulnerabilities\n"


def trivy(*identifiers: str) -> str:
    found = [{"VulnerabilityID": one, "PkgName": "a", "Severity": "CRITICAL"} for one in identifiers]
    results = [{"Target": "a", "Vulnerabilities": found}]
    return json.dumps({"SchemaVersion": 2, "ArtifactName": "shop", "Results": results})


def vex(name: str, status: str = "not_affected", **more: object) -> str:
    statement = {"vulnerability": {"name": name, **more}, "status": status, "products": [{"@id": "pkg:shop"}]}
    return json.dumps({"@context": "https://openvex.dev/ns/v0.2.0", "statements": [statement]})


def critical(out: Held) -> list[object]:
    return [fact.value for one in out.evidence for fact in one.facts if fact.metric == "vulnerabilities.critical"]


def test_what_does_not_affect_the_product_contradicts_nothing() -> None:
    assert held(CLAIM, trivy__json=trivy("CVE-1")).support("critical") == "contradicted"
    out = held(CLAIM, trivy__json=trivy("CVE-1"), vex__json=vex("CVE-1"))
    assert (out.support("critical"), critical(out)) == ("verified", [0.0])
    assert "1 that a VEX statement accepts" in out.backing("critical").because
    apart = [fact.value for one in out.evidence for fact in one.facts if fact.metric == "vulnerabilities.suppressed"]
    assert apart == [1.0]


def test_other_names_of_a_vulnerability_count() -> None:
    out = held(CLAIM, trivy__json=trivy("GHSA-1"), vex__json=vex("CVE-1", aliases=["GHSA-1"]))
    assert out.support("critical") == "verified"


def test_a_statement_that_it_does_affect_the_product_accepts_nothing() -> None:
    for status in ("affected", "under_investigation"):
        out = held(CLAIM, trivy__json=trivy("CVE-1"), vex__json=vex("CVE-1", status))
        assert out.support("critical") == "contradicted"


def test_the_others_of_the_scan_still_count() -> None:
    out = held(CLAIM, trivy__json=trivy("CVE-1", "CVE-2"), vex__json=vex("CVE-1"))
    assert (out.support("critical"), critical(out)) == ("contradicted", [1.0])


LEVELS = {"critical": 0, "high": 2, "moderate": 1}


@pytest.mark.parametrize(
    ("line", "support"),
    [
        ("Vulnerabilities: 0 critical, 2 high, 1 medium", "verified"),
        ("Vulnerabilities - Critical: 0, High: 2, Medium: 1", "verified"),
        ("Vulnerabilities - Total: 3, Critical: 0, High: 2", "verified"),
        ("Vulnerabilities: 0 critical, 0 high, 1 medium", "contradicted"),
        ("Vulnerabilities - Critical: 0, High: 0, Medium: 1", "contradicted"),
        ("Schwachstellen: 0 kritisch, 2 hoch, 1 mittel", "verified"),
    ],
)
def test_each_number_of_a_line_has_its_own_level(line: str, support: str) -> None:
    audit = {"vulnerabilities": {}, "metadata": {"vulnerabilities": LEVELS}}
    listed = {f"p{level}{n}": {"severity": level, "via": []} for level, count in LEVELS.items() for n in range(count)}
    out = held(f"{DATE}- {line}\n", audit__json=json.dumps({**audit, "vulnerabilities": listed}))
    assert [one.support for one in out.backings][-1] == support
