"""The dialects that tools write of one format: reruns, flaky marks, nested and broken runs, and wrong sums."""

import io
import json
from typing import Any

import pytest

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceReading


def read(data: Any) -> EvidenceReading:
    body = data if isinstance(data, str) else json.dumps(data)
    return read_evidence("upload", io.BytesIO(body.encode()))


def rows(*events: dict[str, str]) -> str:
    return "".join(json.dumps(event) + "\n" for event in events)


def whole(reading: EvidenceReading) -> dict[str, Any]:
    return {fact.metric: fact.value for fact in reading.facts if not fact.scope}


FAILS = '<testcase classname="t" name="f"><failure/></testcase>'
PASSES = '<testcase classname="t" name="p"/>'
RUNS: dict[str, tuple[Any, tuple[int, int, int], list[str]]] = {
    "pytest, with expected failures": (
        (
            '<testsuites><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="4">'
            f'{PASSES}{FAILS}<testcase name="e"><error/></testcase><testcase name="x"><skipped type="pytest.xfail"/>'
            "</testcase></testsuite></testsuites>"
        ),
        (1, 2, 1),
        [],
    ),
    "pytest, an error after a passed test counts twice": (
        (
            f'<testsuite name="pytest" errors="1" failures="0" tests="3">{PASSES}<testcase name="e"><error/></testcase>'
            "</testsuite>"
        ),
        (1, 1, 0),
        [],
    ),
    "surefire, with reruns": (
        (
            '<testsuite name="A" tests="3" errors="0" skipped="0" failures="1" flakes="1">'
            f'{PASSES}<testcase name="b"><flakyFailure><stackTrace>s</stackTrace></flakyFailure></testcase>'
            '<testcase name="c"><failure/><rerunFailure/></testcase></testsuite>'
        ),
        (2, 1, 0),
        [],
    ),
    "PHPUnit, three suites deep": (
        (
            '<testsuites><testsuite name="" tests="2" failures="1"><testsuite name="U" tests="2" failures="1">'
            f'<testsuite name="T" tests="2" failures="1">{PASSES}{FAILS}</testsuite></testsuite></testsuite>'
            "</testsuites>"
        ),
        (1, 1, 0),
        [],
    ),
    "GoogleTest, with a disabled test": (
        (
            '<testsuites tests="2" failures="0" disabled="1"><testsuite name="A" tests="2" failures="0">'
            '<testcase name="x" status="run" result="completed"/>'
            '<testcase name="y" status="notrun" result="suppressed"/>'
            "</testsuite></testsuites>"
        ),
        (1, 0, 1),
        [],
    ),
    "a suite that states no failure and holds one": (
        f'<testsuite name="A" tests="2" failures="0" errors="0">{PASSES}{FAILS}</testsuite>',
        (1, 1, 0),
        ["totals-disagree"],
    ),
    "CTRF that states no failure and lists one": (
        {"results": {"tool": {}, "summary": {"tests": 1, "failed": 0}, "tests": [{"name": "a", "status": "failed"}]}},
        (0, 1, 0),
        ["totals-disagree"],
    ),
    "CTRF without its tests": (
        {"results": {"tool": {}, "summary": {"tests": 4, "passed": 2, "failed": 1, "skipped": 1}}},
        (2, 1, 1),
        [],
    ),
    "Jest's own results": (
        {
            "numTotalTests": 1,
            "numFailedTests": 1,
            "testResults": [{"testFilePath": "/a.js", "testResults": [{"fullName": "b", "status": "failed"}]}],
        },
        (0, 1, 0),
        [],
    ),
    "Jest that states no failure and lists one": (
        {
            "numTotalTests": 1,
            "numFailedTests": 0,
            "testResults": [{"name": "a", "assertionResults": [{"status": "failed", "fullName": "b"}]}],
        },
        (0, 1, 0),
        ["totals-disagree"],
    ),
    "pytest-json-report without its tests": (
        {"exitcode": 1, "root": "/a", "summary": {"passed": 3, "failed": 1, "error": 1, "xfailed": 1, "total": 6}},
        (3, 2, 1),
        [],
    ),
    "pytest-json-report with reruns": (
        {
            "exitcode": 0,
            "root": "/a",
            "summary": {"passed": 1, "rerun": 1, "total": 2},
            "tests": [{"nodeid": "t.py::x", "outcome": "rerun"}, {"nodeid": "t.py::x", "outcome": "passed"}],
        },
        (1, 0, 0),
        [],
    ),
    "Playwright, nested, flaky, on two browsers": (
        {
            "config": {},
            "stats": {"expected": 1, "flaky": 1, "unexpected": 1, "skipped": 0},
            "suites": [
                {
                    "file": "a.spec.ts",
                    "specs": [{"title": "x", "tests": [{"status": "expected"}, {"status": "flaky"}]}],
                    "suites": [{"specs": [{"title": "y", "tests": [{"status": "unexpected"}]}]}],
                }
            ],
        },
        (2, 1, 0),
        [],
    ),
    "go test, where a test brings its package down": (
        rows(
            {"Action": "run", "Package": "a", "Test": "T"},
            {"Action": "output", "Package": "a", "Test": "T", "Output": "panic: x"},
            {"Action": "fail", "Package": "a"},
        ),
        (0, 1, 0),
        ["unfinished"],
    ),
    "TAP with to-dos, skips and details": (
        "TAP version 13\n1..4\nok 1 - a\nnot ok 2 - b\n  ---\n  message: x\n  ...\nok 3 # SKIP\nnot ok 4 c # TODO\n",
        (1, 1, 2),
        [],
    ),
    "TAP 14, where a subtest is one test": (
        "TAP version 14\n    not ok 1 - a\n    1..1\nnot ok 1 - b\n1..1\n",
        (0, 1, 0),
        [],
    ),
    "TAP that skips all": ("1..0 # SKIP no database\n", (0, 0, 0), ["nothing-ran"]),
    "TRX whose rows of data stand inside their test": (
        (
            '<TestRun><Results><UnitTestResult testName="A.b" outcome="Failed"><InnerResults>'
            '<UnitTestResult testName="A.b (1)" outcome="Failed"/></InnerResults></UnitTestResult></Results>'
            '<ResultSummary><Counters total="1" failed="1"/></ResultSummary></TestRun>'
        ),
        (0, 1, 0),
        [],
    ),
    "TRX that states no failure and lists one": (
        (
            '<TestRun><Results><UnitTestResult testName="A.b" outcome="Failed"/></Results>'
            '<ResultSummary><Counters total="1" passed="1" failed="0"/></ResultSummary></TestRun>'
        ),
        (0, 1, 0),
        ["totals-disagree"],
    ),
}


@pytest.mark.parametrize(("data", "counts", "problems"), RUNS.values(), ids=RUNS.keys())
def test_a_run_is_counted(data: Any, counts: tuple[int, int, int], problems: list[str]) -> None:
    reading = read(data)
    said = whole(reading)
    assert (said["tests.passed"], said["tests.failed"], said["tests.skipped"]) == counts
    assert [problem.code for problem in reading.problems] == problems


@pytest.mark.parametrize(
    "name", ["surefire, with reruns", "pytest-json-report with reruns", "Playwright, nested, flaky, on two browsers"]
)
def test_flaky_tests_are_marked(name: str) -> None:
    assert whole(read(RUNS[name][0]))["tests.flaky"] == 1


BROKEN: dict[str, Any] = {
    "a package of Go that does not build": rows(
        {"Action": "output", "Package": "a", "Output": "FAIL a [build failed]"}, {"Action": "fail", "Package": "a"}
    ),
    "a file that pytest cannot collect": {
        "exitcode": 2,
        "root": "/a",
        "summary": {"total": 0},
        "tests": [],
        "collectors": [{"nodeid": "t/a.py", "outcome": "failed"}],
    },
    "a file that Vitest cannot load": {
        "numTotalTests": 0,
        "testResults": [{"name": "a.test.ts", "status": "failed", "assertionResults": []}],
    },
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_files_that_did_not_load_are_told(data: Any) -> None:
    assert whole(read(data))["tests.files_broken"] == 1


def test_the_line_of_a_broken_row_is_told() -> None:
    reading = read(rows({"Action": "pass", "Package": "a", "Test": "T"}) * 3 + '{"Action": "pa')
    assert [(problem.code, problem.line) for problem in reading.problems] == [("json-malformed", 4)]


def test_a_run_that_failed_outside_its_tests_is_told() -> None:
    reading = read({"config": {}, "suites": [], "stats": {"expected": 0}, "errors": [{"message": "no browser"}]})
    assert "unfinished" in [problem.code for problem in reading.problems]
