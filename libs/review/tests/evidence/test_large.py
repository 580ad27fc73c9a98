"""Large files are read piece by piece, and say the same as small ones."""

import io
import json
import tracemalloc

from gonogo_review.evidence import read_evidence
from gonogo_review.evidence.document import MAX_WHOLE
from gonogo_review.model import EvidenceReading

ROOM = 24 * 1024 * 1024
"""Bytes that a reader may hold beside the upload itself."""


def read(data: bytes) -> EvidenceReading:
    return read_evidence("large", io.BytesIO(data))


def sarif(results: int) -> bytes:
    result = {"ruleId": "R1", "message": {"text": "x" * 600}, "locations": []}
    rules = [{"id": "R1", "properties": {"security-severity": "9.1"}}]
    run = {"results": [result] * results, "tool": {"driver": {"name": "t", "rules": rules}}}
    return json.dumps({"version": "2.1.0", "runs": [run]}).encode()


def sums(reading: EvidenceReading) -> dict[str, object]:
    return {fact.metric: fact.value for fact in reading.facts if fact.metric.startswith("vulnerabilities.")}


def test_sarif_of_any_size_counts_the_same() -> None:
    small, large = sarif(10), sarif(15_000)
    assert len(large) > MAX_WHOLE > len(small)
    assert sums(read(small)) == {**sums(read(small)), "vulnerabilities.critical": 10, "vulnerabilities.total": 10}
    assert sums(read(large)) == {
        **sums(read(small)),
        "vulnerabilities.critical": 15_000,
        "vulnerabilities.total": 15_000,
    }


def test_memory_does_not_grow_with_the_file() -> None:
    suite = b"<testsuite>" + b'<testcase classname="a.B" name="n" time="1"/>' * 200_000 + b"</testsuite>"
    for data in (suite, sarif(15_000)):
        tracemalloc.start()
        read(data)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < ROOM


def test_a_format_that_is_read_whole_says_its_limit() -> None:
    package = json.dumps({"name": "a", "scripts": {"x": "y" * MAX_WHOLE}}).encode()
    assert [problem.code for problem in read(package).problems] == ["too-large"]


def test_large_coverage_is_read_entry_by_entry() -> None:
    summary = {"summary": {"covered_lines": 3, "num_statements": 4}, "executed_lines": list(range(3_000))}
    files = {f"shop/m{number}.py": summary for number in range(600)}
    totals = {"covered_lines": 1800, "num_statements": 2400}
    data = json.dumps({"meta": {"format": 3}, "totals": totals, "files": files}).encode()
    assert len(data) > MAX_WHOLE
    whole = [fact.value for fact in read(data).facts if fact.metric == "coverage.line" and not fact.scope]
    assert whole == [75.0]
