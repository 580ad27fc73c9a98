"""SARIF 2.1.0, so that code hosts show the findings at the report's lines."""

import msgspec

from gonogo_contracts.review import Finding, Review, Severity
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading
from gonogo_review.rendering import changes
from gonogo_review.rendering.excerpts import excerpts

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"high": "error", "medium": "warning", "low": "note"}
MAX_RESULTS = 5000
"""The common code hosts take no more for one run."""


def render(review: Review, reading: Reading, change: Comparison | None = None) -> str:
    """The findings as a SARIF log; the verdict and the score stand in the run's properties.

    Against a review before, each result says whether it is new, and those that are gone are absent.
    """
    gone = change.gone if change else ()
    rules = sorted({finding.rule: finding for finding in (*gone, *review.findings)}.items())
    order = {name: index for index, (name, _) in enumerate(rules)}
    results = [_result(one, review, reading, order) | _baseline(one, change) for one in review.findings]
    results += [_gone(one, review, order) for one in gone]
    run = {
        "tool": {"driver": {"name": "gonogo", "rules": [_rule(name, one) for name, one in rules]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(review.report.name)}, "hashes": {"sha-256": review.report.sha256}}],
        "results": results[:MAX_RESULTS],
        "properties": _figures(review, change),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _figures(review: Review, change: Comparison | None) -> dict[str, object]:
    figures: dict[str, object] = {
        "verdict": review.verdict,
        "score": review.score,
        "credibility": review.credibility,
    }
    if change:
        figures |= {"changes": changes.summary(change), "criteria": [changes.criterion(one) for one in change.criteria]}
    return figures


def _baseline(finding: Finding, change: Comparison | None) -> dict[str, object]:
    if change is None:
        return {}
    return {"baselineState": "new" if changes.is_new(finding, change) else "unchanged"}


def _gone(finding: Finding, review: Review, order: dict[str, int]) -> dict[str, object]:
    """A result of the review before; its lines were those of the report before."""
    return {
        **_stated(finding, order),
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(review)}}],
        "baselineState": "absent",
    }


def _rule(name: str, finding: Finding) -> dict[str, object]:
    """Code hosts show the description as the alert's title and the help beside it."""
    title = {"text": f"{finding.kind}: {name.partition('.')[2] or name}"}
    return {
        "id": name,
        "shortDescription": title,
        "fullDescription": title,
        "help": {"text": "Correct the report or the thing itself, or accept it: gonogo waive FINGERPRINT."},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"kind": finding.kind},
    }


def _stated(finding: Finding, order: dict[str, int]) -> dict[str, object]:
    expected = f" Instead: {finding.expected}." if finding.expected else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message + expected},
        "partialFingerprints": {"gonogo/v1": finding.fingerprint},
    }


def _result(finding: Finding, review: Review, reading: Reading, order: dict[str, int]) -> dict[str, object]:
    places = _places(finding, review, reading)
    result = _stated(finding, order)
    result["locations"] = places[:1] or [{"physicalLocation": {"artifactLocation": _artifact(review)}}]
    if places[1:]:
        result["relatedLocations"] = [place | {"id": at} for at, place in enumerate(places[1:], 1)]
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _artifact(review: Review) -> dict[str, object]:
    return {"uri": _uri(review.report.name), "index": 0}


def _places(finding: Finding, review: Review, reading: Reading) -> list[dict[str, object]]:
    return [
        {"physicalLocation": {"artifactLocation": _artifact(review), "region": _region(one.line, one.spans)}}
        for one in excerpts(finding, reading)
    ]


def _region(line: int, spans: tuple[tuple[int, int], ...]) -> dict[str, int]:
    if not spans:
        return {"startLine": line}
    return {"startLine": line, "startColumn": spans[0][0] + 1, "endColumn": spans[-1][1] + 1}


def _uri(name: str) -> str:
    """The name as a relative URI: everything but letters, digits and `-._~/` is percent-encoded."""
    safe = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
    return "".join(chr(byte) if byte in safe else f"%{byte:02X}" for byte in name.encode("utf-8", "replace"))
