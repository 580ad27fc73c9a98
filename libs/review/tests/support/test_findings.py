"""Findings that evidence alone gives, and how facts are numbered."""

import io
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.evidence import read_evidence
from gonogo_review.model import Amount
from gonogo_review.reading import read_report
from gonogo_review.support import hold, notice
from gonogo_review.support.freshness import report_date
from gonogo_review.support.rounding import may_be

from .bundle import held

FAILING = """<testsuite name="all" timestamp="2026-02-03T09:00:00">
<testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>"""
DATE = "# Report\n\n**Date**: 2026-02-03\n\n"


def test_failing_tests_that_the_report_leaves_out_are_a_finding() -> None:
    out = held(DATE + "The cart was rewritten.\n", junit__xml=FAILING)
    draft = next(one for one in out.drafts if one.rule == "evidence.failures-unmentioned")
    assert (draft.severity, draft.expected) == ("high", "1")


def test_a_file_of_tests_that_did_not_load_is_a_failure_left_out() -> None:
    broken = '{"numTotalTests": 0, "testResults": [{"name": "a.test.ts", "status": "failed", "assertionResults": []}]}'
    out = held(DATE + "The cart was rewritten.\n", vitest__json=broken)
    assert "evidence.failures-unmentioned" in out.rules()


@pytest.mark.parametrize("line", ["1 test fails, see the list.", "❌ 1 Test fehlgeschlagen", "1 个测试失败"])
def test_failing_tests_that_are_admitted_are_none(line: str) -> None:
    assert "evidence.failures-unmentioned" not in held(DATE + line + "\n", junit__xml=FAILING).rules()


def test_missed_thresholds_are_a_finding() -> None:
    k6 = '{"metrics": {"http_req_duration": {"p(95)": 300, "thresholds": {"p(95)<200": true}}}}'
    assert "evidence.thresholds-failed" in held(DATE + "Load was tested.\n", k6__json=k6).rules()


def test_a_file_that_cannot_be_read_is_a_finding_and_the_rest_goes_on() -> None:
    out = held(DATE + "- ✅ Tests: 1/2 passed\n", junit__xml=FAILING, broken__json='{"a": ', empty__xml="")
    assert {"unreadable.json-malformed", "unreadable.empty"} <= set(out.rules())
    assert out.support("1/2") == "verified"
    assert all("broken.json (line 1)" in one.message for one in out.drafts if one.rule == "unreadable.json-malformed")


def test_facts_are_numbered_in_order_of_the_files_names() -> None:
    b = read_evidence("b.xml", io.BytesIO(FAILING.encode()))
    a = read_evidence("a.info", io.BytesIO(b"SF:x.c\nLF:2\nLH:1\nend_of_record\n"))
    reading = read_report((DATE + "- Line coverage: 50%\n- Total tests: 2\n").encode(), "r.md")
    backings, _ = hold(reading, [b, a])
    numbered = [("a.info", fact.metric) for fact in a.facts] + [("b.xml", fact.metric) for fact in b.facts]
    assert {numbered[number] for backing in backings for number in backing.facts} == {
        ("a.info", "coverage.line"), ("b.xml", "tests.total"),
    }  # fmt: skip


def test_holding_twice_gives_the_same() -> None:
    reading = read_report((DATE + "- Line coverage: 50%\n").encode(), "r.md")
    evidence = [read_evidence("b.xml", io.BytesIO(FAILING.encode()))]
    assert hold(reading, evidence) == hold(reading, evidence)
    assert notice(reading, evidence) == notice(reading, evidence)


def test_without_evidence_nothing_is_noticed_or_accused() -> None:
    reading = read_report((DATE + "- Created `docs/API.md`\n- Line coverage: 50%\n").encode(), "r.md")
    backings, drafts = hold(reading, [])
    assert notice(reading, []) is reading
    assert drafts == []
    assert {backing.support for backing in backings} <= {"unsupported", "not-checkable"}


@pytest.mark.parametrize(
    "line",
    [
        "Date: 2026-02-03",
        "3 February 2026",
        "February 3rd, 2026",
        "Datum: 03.02.2026",
        "日期：2026年2月3日",
        "날짜: 2026년 2월 3일",
    ],
)
def test_the_report_s_day_is_found(line: str) -> None:
    day = report_date(["# Report", "", line])
    assert day is not None
    assert day.isoformat() == "2026-02-03"


@given(st.floats(0, 1000), st.integers(0, 4))
def test_a_number_may_be_what_it_rounds_or_cuts_to(value: float, decimals: int) -> None:
    step = 10.0**-decimals
    for printed in (round(value, decimals), floor(round(value / step, 6)) * step):
        assert may_be(value, Amount("value", "", printed, printed, None, "%", 0, 0, str(printed), decimals))


@given(st.floats(0, 1000), st.integers(0, 3), st.floats(1.01, 50))
def test_a_number_is_not_what_is_farther_away(value: float, decimals: int, steps: float) -> None:
    far = value + steps * 10.0**-decimals
    assert not may_be(value, Amount("value", "", far, far, None, "%", 0, 0, str(far), decimals))


def test_an_item_and_the_path_that_it_names_fall_in_one_finding() -> None:
    tree = "src/shop.py\ndocs/runbook.md\ndocs/api.md\n"
    out = held(DATE + "- ✅ Rollback documented in `docs/rollback.md`\n", files__txt=tree)
    (draft,) = [one for one in out.drafts if one.rule == "evidence.file-absent"]
    assert "'✅ Rollback documented in `docs/rollback.md`'" in draft.message
    assert {out.reading.statements[number].type for number in draft.statements} == {"item", "artifact"}
