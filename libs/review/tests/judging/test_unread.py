"""A file that could not be read makes what it would have answered unknown; the rest goes on."""

from collections.abc import Callable

import pytest

from gonogo_contracts.review import Criterion, Review

Judge = Callable[..., Review]
Find = Callable[[Review, str], Criterion]

REPORT = "# Release 1\n\n- [x] All 240 tests pass\n- [x] Line coverage: 91%\n"
RULES = """schema: gonogo.rubric/1
name: t
version: "1"
areas: [{id: a, title: A}]
criteria:
  - {id: tests, area: a, title: T, weight: 1, advice: A., evidence: [["tests.failed == 0"]], subjects: {en: [tests]}}
  - {id: coverage, area: a, title: C, weight: 1, advice: A., evidence: [["coverage.line >= 80"]]}
"""
BROKEN = {
    "results.xml": b'<testsuite name="s" tests="240"><testcase name="a"/>',
    "results.json": b'{"numTotalTests": 240, "testResults": [{"name": "a", "assertionResults": [',
    "upload": b'{"results": {"tool": {"name": "t"}, "summary": {"tests": 240}, "tests": [{"na',
}


def test_without_evidence_it_is_claimed(judged: Judge, criterion: Find) -> None:
    assert criterion(judged(REPORT, rules=RULES), "tests").status == "claimed"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_makes_what_it_would_have_answered_unknown(name: str, judged: Judge, criterion: Find) -> None:
    review = judged(REPORT, {name: BROKEN[name]}, RULES)
    tests = criterion(review, "tests")
    assert tests.status == "unknown"
    assert name in tests.because[0]
    assert criterion(review, "coverage").status == "claimed"
    assert [finding.kind for finding in review.findings] == ["unreadable"]


def test_another_file_that_was_read_decides(judged: Judge, criterion: Find, passing: bytes) -> None:
    review = judged("# R\n\n- [x] All tests pass\n", {"a.xml": passing, "b.xml": BROKEN["results.xml"]}, RULES)
    assert criterion(review, "tests").status == "pass"


def test_a_claim_says_what_answered_it(judged: Judge, passing: bytes) -> None:
    review = judged("# R\n\n- [x] 2 tests passed\n", {"junit.xml": passing})
    assert [(claim.support, "junit.xml" in claim.because) for claim in review.claims] == [("verified", True)]
