"""Large files are read piece by piece, and say the same as small ones."""

import io
import json
import tracemalloc
from pathlib import Path

import pytest

from gonogo_review.evidence import read_evidence, source
from gonogo_review.evidence.document import MAX_VALUES, MAX_WHOLE, SMALL
from gonogo_review.model import EvidenceReading

SAMPLES = Path(__file__).parent / "samples"
ROOM = 24 * 1024 * 1024
"""Bytes that a reader may hold beside the upload itself."""


def read(data: bytes) -> EvidenceReading:
    return read_evidence("large", io.BytesIO(data))


def sarif(results: int) -> bytes:
    result = {"ruleId": "R1", "message": {"text": "x" * 600}, "locations": []}
    rules = [{"id": "R1", "properties": {"security-severity": "9.1"}}]
    run = {"results": [result] * results, "tool": {"driver": {"name": "t", "rules": rules}}}
    return json.dumps({"version": "2.1.0", "runs": [run]}).encode()


def trivy(number: int) -> bytes:
    found = {"VulnerabilityID": "CVE-1", "PkgName": "a", "Severity": "HIGH", "Description": "x" * 600}
    results = [{"Target": "os", "Vulnerabilities": [found] * number}]
    return json.dumps({"SchemaVersion": 2, "ArtifactName": "a", "Results": results}).encode()


def sums(reading: EvidenceReading) -> dict[str, object]:
    return {fact.metric: fact.value for fact in reading.facts if fact.metric.startswith("vulnerabilities.")}


def test_sarif_of_any_size_counts_the_same() -> None:
    small, large = sarif(10), sarif(15_000)
    assert len(large) > SMALL > len(small)
    assert sums(read(small)) == {**sums(read(small)), "vulnerabilities.critical": 10, "vulnerabilities.total": 10}
    assert sums(read(large)) == {
        **sums(read(small)),
        "vulnerabilities.critical": 15_000,
        "vulnerabilities.total": 15_000,
    }


def test_memory_does_not_grow_with_the_file() -> None:
    suite = b"<testsuite>" + b'<testcase classname="a.B" name="n" time="1"/>' * 200_000 + b"</testsuite>"
    for data in (suite, sarif(15_000), trivy(30_000)):
        tracemalloc.start()
        read(data)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < ROOM


def test_a_format_that_is_read_whole_says_its_limit() -> None:
    package = json.dumps({"name": "a", "scripts": {"x": "y" * MAX_WHOLE}}).encode()
    assert [problem.code for problem in read(package).problems] == ["too-large"]


def test_many_values_are_refused_before_they_take_memory() -> None:
    package = b'{"name": "a", "scripts": {"x": [' + b"[]," * MAX_VALUES + b"[]]}}"
    assert len(package) < MAX_WHOLE
    assert [problem.code for problem in read(package).problems] == ["too-large"]


JSON_SAMPLES = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".json", ".sarif"})


@pytest.mark.parametrize("path", JSON_SAMPLES, ids=lambda path: path.name)
def test_a_file_read_piece_by_piece_says_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(path.read_bytes())
    monkeypatch.setattr(source, "SMALL", 0)
    pieces = read(path.read_bytes())
    assert (pieces.format, pieces.taken, pieces.commit) == (whole.format, whole.taken, whole.commit)
    assert [one.code for one in pieces.problems] == [one.code for one in whole.problems]
    assert [(one.metric, one.value) for one in pieces.facts] == [(one.metric, one.value) for one in whole.facts]


def test_sums_at_the_end_of_many_entries_count() -> None:
    summary = {"covered_lines": 3, "num_statements": 4}
    files = {f"shop/m{number}.py": {"summary": summary, "lines": [1] * 600} for number in range(5_000)}
    totals = {"covered_lines": 15_000, "num_statements": 20_000}
    data = json.dumps({"meta": {"format": 3}, "files": files, "totals": totals}).encode()
    assert len(data) > SMALL
    assert read(data).problems == ()


def test_the_place_where_a_large_file_breaks_is_told() -> None:
    data = sarif(15_000)[:-100]
    problem = read(data).problems[0]
    assert problem.code == "json-malformed"
    assert f"byte {len(data)}" in problem.message


def test_a_large_file_that_is_not_in_utf_8_is_refused_as_that() -> None:
    data = sarif(15_000).replace(b'"R1"', b'"R\xed\xa0\x80"', 1)
    assert [problem.code for problem in read(data).problems] == ["json-encoding"]


def test_the_sum_is_told_however_many_facts_there_are() -> None:
    files = [{"filePath": f"/a{number}.js", "errorCount": 1, "warningCount": 0} for number in range(20_100)]
    errors = [fact.value for fact in read(json.dumps(files).encode()).facts if not fact.scope]
    assert errors == [20_100, 0]


def test_large_coverage_is_read_entry_by_entry() -> None:
    summary = {"summary": {"covered_lines": 3, "num_statements": 4}, "executed_lines": list(range(3_000))}
    files = {f"shop/m{number}.py": summary for number in range(600)}
    totals = {"covered_lines": 1800, "num_statements": 2400}
    data = json.dumps({"meta": {"format": 3}, "totals": totals, "files": files}).encode()
    assert len(data) > SMALL
    whole = [fact.value for fact in read(data).facts if fact.metric == "coverage.line" and not fact.scope]
    assert whole == [75.0]
