"""Coverage as tools write it: sums without lines, blocks that come twice, empty runs, and shares that do not fit."""

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
    return {fact.metric: fact.value for fact in reading.facts if not fact.scope}


def istanbul(share: float, covered: int, total: int) -> dict[str, Any]:
    none = {"total": 0, "covered": 0, "pct": 100}
    lines = {"total": total, "covered": covered, "pct": share}
    return {"total": {"lines": lines, "statements": lines, "functions": none, "branches": none}}


COBERTURA = '<coverage line-rate="0.83" lines-covered="83" lines-valid="100"><packages/></coverage>'
BRANCHES = {"covered_lines": 8, "num_statements": 10, "num_branches": 2, "covered_branches": 1}
COVERAGE_PY = {"meta": {"format": 3}, "files": {"a.py": {"summary": BRANCHES}}, "totals": BRANCHES}
TABLE = """Name     Stmts   Miss Branch BrPart  Cover
------------------------------------------
a.py        10      2      2      1    75%
TOTAL       10      2      2      1    75%
"""
PROFILE = (
    "mode: atomic\na/a.go:1.1,3.2 2 5\na/a.go:1.1,3.2 2 0\na/b.go:1.1,2.2 1 0\na/b.go:1.1,2.2 1 3\na/c.go:1.1,2.2 1 0\n"
)


def test_cobertura_without_lines_has_its_sums() -> None:
    assert whole(read(COBERTURA))["coverage.line"] == 83


@pytest.mark.parametrize("data", [COVERAGE_PY, TABLE], ids=["JSON", "table"])
def test_lines_and_branches_together_are_what_coverage_py_prints(data: Any) -> None:
    said = whole(read(data))
    assert (said["coverage.line"], said["coverage.combined"]) == (80, 75)


def test_a_block_that_several_packages_tried_counts_once() -> None:
    assert whole(read(PROFILE))["coverage.statement"] == 75


def test_istanbul_cuts_and_is_held_to_its_counts() -> None:
    assert read(istanbul(69.56, 16, 23)).problems == ()
    assert [problem.code for problem in read(istanbul(90, 5, 10)).problems] == ["totals-disagree"] * 2


def test_sums_alone_are_told_once() -> None:
    metrics = [fact.metric for fact in read(istanbul(50, 5, 10)).facts]
    assert metrics == ["coverage.line", "coverage.statement"]


EMPTY: dict[str, Any] = {
    "LCOV": "TN:\n",
    "coverage.py": {"meta": {"format": 3}, "files": {}, "totals": {"num_statements": 0, "percent_covered": 100}},
    "Istanbul": istanbul(100, 0, 0),
    "Cobertura": '<coverage line-rate="1" lines-covered="0" lines-valid="0"><packages/></coverage>',
}


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY.keys())
def test_all_of_nothing_is_nothing(data: Any) -> None:
    reading = read(data)
    assert (reading.facts, [problem.code for problem in reading.problems]) == ((), ["nothing-measured"])


def test_lcov_2_is_read() -> None:
    assert whole(read("TN:x\nVER:2\nSF:src/a.c\nFNL:0,1,3\nDA:1,1,abc\nDA:2,0\nend_of_record\n"))["coverage.line"] == 50
