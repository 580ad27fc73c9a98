"""Numbers: tests, coverage, vulnerabilities, load."""

import io
import json
import zipfile
from typing import Any

import pytest

from .bundle import held

LCOV = """SF:src/services/orders.ts
LF:200
LH:26
FNF:10
FNH:1
end_of_record
SF:src/pages/home.tsx
LF:100
LH:13
end_of_record
"""


def junit(passed: int, failed: int, day: str = "2026-02-03") -> str:
    cases = '<testcase name="a"/>' * passed + '<testcase name="b"><failure/></testcase>' * failed
    return f'<testsuite name="all" timestamp="{day}T09:00:00">{cases}</testsuite>'


def coverage_py(day: str, **files: tuple[int, int]) -> str:
    entries = {
        f"app/{name}.py": {"summary": {"covered_lines": covered, "num_statements": total}}
        for name, (covered, total) in files.items()
    }
    sums = {
        "covered_lines": sum(one for one, _ in files.values()),
        "num_statements": sum(two for _, two in files.values()),
    }
    return json.dumps({"meta": {"timestamp": f"{day}T09:00:00"}, "files": entries, "totals": sums})


def report(*lines: str) -> str:
    return "# Release report\n\n**Date**: 2026-02-03\n\n## Results\n\n" + "\n".join(lines) + "\n"


def test_a_headline_far_above_the_measured_coverage_is_contradicted_with_both_numbers() -> None:
    out = held(report("- Test coverage: 70%"), lcov__info=LCOV)
    assert out.support("70%") == "contradicted"
    draft = out.drafts[0]
    assert (draft.kind, draft.severity, draft.expected) == ("evidence", "high", "13.00 %")
    assert "70%" in draft.message
    assert "lcov.info" in draft.message


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("Line coverage: 13%", "verified"),
        ("Line coverage: 13.0%", "verified"),
        ("Line coverage: 12.9%", "contradicted"),
        ("Line coverage: at least 10%", "verified"),
        ("Line coverage: over 20%", "contradicted"),
        ("Line coverage: ~14%", "verified"),
        ("Line coverage: ~25%", "contradicted"),
    ],
)
def test_rounding_and_comparators(said: str, support: str) -> None:
    assert held(report(f"- {said}"), lcov__info=LCOV).support("Line coverage") == support


def test_a_number_that_was_cut_and_not_rounded_is_right() -> None:
    lcov = "SF:src/a.js\nLF:3\nLH:2\nend_of_record\n"
    assert held(report("- Line coverage of `a.js`: 66.66%"), lcov__info=lcov).support("66.66") == "verified"
    assert held(report("- Line coverage of `a.js`: 66.67%"), lcov__info=lcov).support("66.67") == "verified"
    assert held(report("- Line coverage of `a.js`: 66.69%"), lcov__info=lcov).support("66.69") == "contradicted"


def test_parts_of_the_code_are_found_by_their_words() -> None:
    rows = ["| Module | Coverage | Statements |", "| --- | --- | --- |"]
    rows += ["| Invoice Matching | 92.2% | 141 |", "| Billing API | 50% | 80 |", "| Unknown Thing | 33% | 10 |"]
    files = coverage_py("2026-02-03", invoice_matching_service=(130, 141), billing=(40, 80))
    out = held(report(*rows), coverage__json=files)
    assert out.support("Invoice Matching") == "verified"
    assert out.support("Billing API") == "verified"
    assert out.support("Unknown Thing") == "unsupported"


def test_an_older_or_newer_run_never_contradicts_and_an_equal_number_still_backs() -> None:
    for day in ("2026-01-29", "2026-04-01"):
        files = coverage_py(day, orders=(80, 100))
        assert held(report("- Line coverage: 90%"), coverage__json=files).support("90%") == "unsupported"
        assert held(report("- Line coverage: 80%"), coverage__json=files).support("80%") == "verified"


def test_a_run_of_long_ago_or_of_another_commit_backs_nothing() -> None:
    stale = coverage_py("2025-06-01", orders=(80, 100))
    assert held(report("- Line coverage: 80%"), coverage__json=stale).support("80%") == "unsupported"
    ctrf: dict[str, Any] = {
        "results": {"tool": {"name": "x"}, "summary": {"tests": 1}, "environment": {"commit": "beef123"}}
    }
    ctrf["results"]["tests"] = [{"name": "a", "status": "passed"}]
    said = report("- Commit 7d1e0aa", "- Tests: 1/1 passed")
    assert held(said, ctrf__json=json.dumps(ctrf)).support("1/1") == "unsupported"


def test_another_number_of_lines_is_another_run() -> None:
    said = report("- Line coverage: 68% (4,284 of 6,300 lines)")
    assert held(said, lcov__info=LCOV).support("68%") == "unsupported"


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- Tests: 42/42 passed", "contradicted"),
        ("- ✅ All 42 tests passing", "contradicted"),
        ("- Tests: 40/42 passed", "verified"),
        ("- Pass rate of the tests: 95.2%", "verified"),
        ("- Total tests: 42", "verified"),
        ("- Failed tests: 0", "contradicted"),
        ("- Failed tests: 2", "verified"),
        ("- Total tests: 1,250", "unsupported"),
        ("- Integration tests: 7/7 passed", "unsupported"),
    ],
)
def test_tests_against_a_run(said: str, support: str) -> None:
    out = held(report(said), junit__xml=junit(40, 2))
    assert out.support(said.removeprefix("- ")[2:9]) == support


def test_tests_of_another_suite_are_not_this_one() -> None:
    out = held(report("### Unit tests", "- ✅ All 42 tests passing"), e2e___junit__xml=junit(40, 2))
    assert out.support("All 42") == "unsupported"


def test_several_runs_add_up() -> None:
    out = held(report("- Total tests: 30"), a__xml=junit(10, 0), b__xml=junit(20, 0))
    assert out.support("30") == "verified"
    assert out.files("30") == {"a.xml", "b.xml"}


def test_a_run_of_no_tests_backs_nothing() -> None:
    out = held(report("- Tests: 0 failed", "- Pass rate of the tests: 100%"), junit__xml="<testsuites/>")
    assert {backing.support for backing in out.backings} <= {"unsupported", "not-checkable"}
    assert "unreadable.nothing-ran" in out.rules()


def npm_audit(**counts: int) -> str:
    levels = {"info": 0, "low": 0, "moderate": 0, "high": 0, "critical": 0, **counts}
    entries = {
        f"{level}-{n}": {"severity": level, "via": [], "effects": []}
        for level, count in levels.items()
        for n in range(count)
    }
    return json.dumps(
        {"vulnerabilities": entries, "metadata": {"vulnerabilities": {**levels, "total": sum(levels.values())}}}
    )


@pytest.mark.parametrize(
    ("said", "support"),
    [
        ("- ✅ No critical vulnerabilities", "verified"),
        ("- ✅ No high vulnerabilities", "contradicted"),
        ("- ✅ Keine kritischen Schwachstellen", "verified"),
        ("- ✅ 未发现高危漏洞，没有高危漏洞", "contradicted"),
        ("- High vulnerabilities: 2", "verified"),
        ("- High vulnerabilities: 5", "contradicted"),
    ],
)
def test_vulnerabilities_against_an_audit(said: str, support: str) -> None:
    out = held(report(said), npm___audit__json=npm_audit(high=2))
    assert out.support(said[4:12]) == support


def test_a_tool_that_is_named_is_answered_by_its_own_scan_only() -> None:
    out = held(report("- pip-audit: 0 critical vulnerabilities"), npm___audit__json=npm_audit(critical=3))
    assert out.support("pip-audit") == "unsupported"


def test_latency_against_a_load_test() -> None:
    k6 = json.dumps(
        {"metrics": {"http_req_duration": {"avg": 90.0, "p(95)": 412.7}, "http_reqs": {"count": 9, "rate": 50}}}
    )
    assert held(report("- Load test (k6): p95 latency < 500ms"), k6__json=k6).support("p95") == "verified"
    assert held(report("- Load test (k6): p95 latency 180ms"), k6__json=k6).support("p95") == "contradicted"
    assert held(report("- ✅ Load test (k6): p95 latency < 200ms"), k6__json=k6).support("p95") == "contradicted"
    assert held(report("- Load test (k6): p95 latency of /login 180ms"), k6__json=k6).support("p95") == "unsupported"


def test_a_team_s_own_result_file_answers_by_its_keys() -> None:
    body = json.dumps({"timestamp": "2026-02-03T10:00:00Z", "successRate": "99.5%", "totalClients": 100})
    out = held(report("- Load test success rate: 99.5%"), load___test___results__json=body)
    assert out.support("success rate") == "verified"


def test_the_frontend_s_file_says_nothing_of_the_backend() -> None:
    files = {
        "backend___coverage__json": coverage_py("2026-02-03", orders=(60, 100)),
        "frontend___coverage__json": coverage_py("2026-02-03", pages=(85, 100)),
    }
    said = report("- Backend line coverage: 85%", "- Frontend line coverage: 85%", "- Mobile line coverage: 85%")
    out = held(said, **files)
    assert [out.support(part) for part in ("Backend", "Frontend", "Mobile")] == [
        "contradicted",
        "verified",
        "unsupported",
    ]
    assert out.files("Backend") == {"backend-coverage.json"}


@pytest.mark.parametrize("claim", ["Test coverage: 75%", "Line coverage is 75%", "Line coverage is 80%"])
def test_the_share_that_coverage_py_prints_is_no_contradiction(claim: str) -> None:
    sums = {"covered_lines": 8, "num_statements": 10, "num_branches": 2, "covered_branches": 1}
    out = held(
        f"# Report\n\n{claim}\n", coverage__json=json.dumps({"meta": {"format": 3}, "files": {}, "totals": sums})
    )
    assert out.support("overage") == "verified"


def test_a_name_by_its_main_word_confirms_an_equal_share_and_contradicts_none() -> None:
    files = {"app/chains/a.py": {"summary": {"covered_lines": 575, "num_statements": 588}}}
    files["app/llm/b.py"] = {"summary": {"covered_lines": 1, "num_statements": 2}}
    evidence = json.dumps(
        {"meta": {"format": 3}, "files": files, "totals": {"covered_lines": 576, "num_statements": 590}}
    )
    table = "# Coverage\n\n| part | coverage |\n| --- | --- |\n| LLM Chains | {} |\n"
    assert held(table.format("97.8%"), coverage__json=evidence).support("LLM") == "verified"
    assert held(table.format("91.3%"), coverage__json=evidence).support("LLM") == "unsupported"


def test_tests_that_stand_in_the_code_back_their_number_and_contradict_none() -> None:
    body = "".join(f"def test_{number}():\n    pass\n" for number in range(12))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("tests/test_cart.py", body)
    assert held("# R\n\nThe suite has 12 tests.\n", tree__zip=out.getvalue()).support("12 tests") == "verified"
    assert held("# R\n\nThe suite has 40 tests.\n", tree__zip=out.getvalue()).support("40 tests") == "unsupported"
