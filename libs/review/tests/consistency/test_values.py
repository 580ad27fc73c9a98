"""The same thing twice, absolutes with exceptions, and measures with two values."""

import pytest

from .finding import drafts, rules


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("- [x] Load testing completed successfully", "- [ ] Load testing"),
        ("- [x] Export automation", "- [ ] Configure automated exports"),
        ("- ✅ Frontend updated to use the intent flow", "- [ ] Update frontend to use new intent flow"),
        ("- ✅ Pruebas de carga realizadas", "- [ ] Realizar pruebas de carga"),
        ("- ✅ Нагрузочное тестирование проведено", "- [ ] Провести нагрузочное тестирование"),
    ],
)
def test_same_thing(done: str, undone: str) -> None:
    """Ticked here, open there: met by subject, not by wording."""
    text = f"# Report\n\n## Results\n\n{done}\n- [x] Release notes\n\n## Open points\n\n{undone}\n"
    assert rules(text)["value-conflict.same-thing"] == (5, 10)


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("- [x] Integration tests", "- [ ] Add integration tests for file imports"),
        ("- [x] Test coverage reporting", "- [ ] Expand test coverage"),
        ("- [x] Database indexes", "- [ ] Database failover drill"),
        ("- [x] Rate limiting", "- [ ] Rate limiting dashboard (optional)"),
    ],
)
def test_another_thing(done: str, undone: str) -> None:
    """A narrower, larger or optional thing is another one."""
    text = f"# Report\n\n## Results\n\n{done}\n\n## Open points\n\n{undone}\n"
    assert rules(text) == {}


def test_all_tests_pass() -> None:
    """'All tests pass', and a run with failures."""
    text = "# Report\n\n## Quality\n\n- [x] All tests passing\n\n## Test runs\n\n- **Security tests passed**: 20/24\n"
    assert rules(text)["absolute.all-tests"] == (5, 9)
    narrower = "# Report\n\n## Quality\n\n- [x] All unit tests passing\n\n## Runs\n\n- **Smoke tests passed**: 20/24\n"
    assert "absolute.all-tests" not in rules(narrower)


def test_full_section() -> None:
    """'100 %' in a heading, and a part with less."""
    text = "# Report\n\n## ✅ Health checks (100% pass rate)\n\n- **Connectivity**: 4/5 endpoints functional\n"
    assert rules(text)["absolute.full-section"] == (3, 5)


def test_all_goals() -> None:
    """'All goals achieved', and a goal that is not."""
    text = "# Report\n\n**All goals achieved ✅**\n\n## Goals\n\n| Goal | Status |\n|---|---|\n| Search | ❌ Failed |\n"
    assert rules(text)["absolute.all-goals"] == (3, 9)


@pytest.mark.parametrize(
    ("claim", "test"),
    [("Works on all devices", "Try it on a tablet"), ("Funciona em todos os dispositivos", "Testar em celular")],
)
def test_all_devices(claim: str, test: str) -> None:
    """All devices, and one still to be tried."""
    text = f"# Sistema de pontos e vídeos para lojistas\n\n## Visual\n\n- ✅ {claim}\n\n## Tests\n\n- [ ] {test}\n"
    assert rules(text)["absolute.all-devices"] == (5, 9)


def test_nothing_of_a_thing() -> None:
    """'0 direct writes', and functions that still have them."""
    text = (
        "# Report\n\n## Results\n\n- ✅ 0 direct writes to orders\n\n"
        "## Review\n\n| Function | Violation | Action |\n|---|---|---|\n| sync | Direct order writes | ❌ Retire |\n"
    )
    assert rules(text)["absolute.zero-things"] == (5, 11)


def test_parts_more_than_the_whole() -> None:
    """More new test files than there are test files."""
    text = "# Report\n\n## Phase summary\n\n- Created 50+ new test files\n\n## Quality\n\n- ✅ 33 test files in place\n"
    assert rules(text)["value-conflict.measure"] == (5, 9)


def test_two_capacities() -> None:
    """Validated up to five at once, and ten at once were processed."""
    text = (
        "# Report\n\n## Load\n\n- Processed 10 concurrent jobs\n\n## State\n\n- Validated up to 5 jobs simultaneously\n"
    )
    assert rules(text)["value-conflict.measure"] == (5, 9)


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n## Phase 1\n\n- Created 12 test files\n\n## Phase 2\n\n- Created 33 test files\n",
        "# Report\n\n## Backend\n\n- 12 open bugs fixed\n\n## Frontend\n\n- 33 open bugs fixed\n",
        "# Report\n\n## Results\n\n- Handled 10,000+ concurrent users\n\n## Summary\n\n- 10,500 concurrent users\n",
    ],
)
def test_values_that_can_both_hold(text: str) -> None:
    """Other phases, other parts, and bounds that meet."""
    assert rules(text) == {}


def test_coverage_claims() -> None:
    """'Comprehensive', and measured at a third."""
    text = "# Tests\n\n## Results\n\n- **Coverage**: 34%\n\n## Conclusion\n\n- ✅ Comprehensive test coverage\n"
    assert rules(text)["value-conflict.coverage-praised"] == (7 + 2, 5)


def test_overall_rates() -> None:
    """One overall rate in the summary, another in the table."""
    text = (
        "# Report\n\n## Summary\n\nThe run had a 86.1% overall success rate.\n\n## Tests\n\n"
        "| Suite | Tests | Passed | Failed | Success Rate |\n|---|---|---|---|---|\n"
        "| A | 20 | 18 | 2 | 90% |\n| B | 12 | 11 | 1 | 91.7% |\n| **Total** | 32 | 29 | 3 | 90.6% |\n"
    )
    assert rules(text)["value-conflict.rate"] == (5, 13)


def test_overall_risk() -> None:
    """Very low as a whole, and medium risks listed."""
    risks = "## Medium risk\n\n- Load may differ\n- Alerts are new\n\n"
    text = f"# Report\n\n{risks}## Conclusion\n\n**Risk level**: Very low\n"
    assert rules(text)["value-conflict.risk"][:2] == (10, 3)


def test_predicted_results() -> None:
    """A column of results that a footnote calls predictions."""
    text = (
        "# Report\n\n**Status**: ✅ Complete\n\n| Metric | Target | Actual |\n|---|---|---|\n"
        "| Pass rate | 95% | 100%* |\n| Failures | 0 | 0* |\n\n*Predicted values after the fixes\n"
    )
    assert rules(text)["value-conflict.predicted"][:2] == (7, 10)


def test_fingerprint_survives_moves() -> None:
    """Moved lines and other white space leave the anchor as it is."""
    text = "# Report\n\n## A\n\n- [x] Load testing done\n\n## B\n\n- [ ] Load testing\n"
    moved = "# Report\n\nA new line.\n\n\n## A\n\n-   [x]  Load   testing done\n\n## B\n\n- [ ] Load testing\n"
    assert [d.anchor for d in drafts(text)] == [d.anchor for d in drafts(moved)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Report\n\n**Services migrated**: 11\n\n## Phase 1: Base\n\n- ✅ 3 services migrated\n\n"
            "## Phase 2: Core\n\n- ✅ 8 services migrated\n"
        ),
        (
            "# Bericht\n\n**Dienste umgestellt**: 11\n\n## Phase 1: Basis\n\n- ✅ 3 Dienste umgestellt\n\n"
            "## Phase 2: Kern\n\n- ✅ 8 Dienste umgestellt\n"
        ),
    ],
)
def test_share_of_a_phase(text: str) -> None:
    """A phase has its share of the whole."""
    assert rules(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        (
            "# 总结\n\n- 单元测试 210 个，覆盖率 88%\n- 集成测试 35 个\n- 压力测试：500 并发，错误率 0.1%\n"
            "\n## 结论\n\n所有测试通过。\n"
        ),
        (
            "# Sum\n\n- 210 unit tests, 88% coverage\n- 35 integration tests\n- Load test: 500 users, error rate 0.1%\n"
            "\nAll tests pass.\n"
        ),
    ],
)
def test_error_rate_is_no_failure(text: str) -> None:
    """The rate of errors under load counts no failed tests."""
    assert rules(text) == {}


def test_coverage_of_each_part() -> None:
    """A key that stands under each part has its own value there."""
    parts = "".join(
        f"## {name}\n\n- **Tests**: {n}\n- **Coverage**: {n}%\n\n" for name, n in (("Cart", 80), ("Mail", 91))
    )
    more = "".join(
        f"## {name}\n\n- **Tests**: {n}\n- **Coverage**: {n}%\n\n" for name, n in (("Feed", 72), ("Sync", 66))
    )
    assert "value-conflict.coverage" not in rules(f"# Coverage report\n\n{parts}{more}")


def test_identifiers_that_are_referred_to() -> None:
    """Two checks of one finding are no two things with one identifier."""
    text = "# QA\n\n| ID | Check |\n|---|---|\n| F1 | Empty |\n| F2 | Long |\n| F2 | Wide |\n| {} | Locale |\n"
    assert "value-conflict.same-id" not in rules(text.format("F3 / F4"))
    assert "value-conflict.same-id" in rules(text.format("F3"))


def test_a_suite_with_an_adjective_is_not_all_tests() -> None:
    """'Comprehensive tests' is a suite of its own."""
    text = "# Report\n\n- **Total tests:** 90\n\n## Suites\n\n- {}: 61\n"
    assert "value-conflict.all-tests" not in rules(text.format("Extensive tests"))
    assert "value-conflict.all-tests" in rules(text.format("Tests"))


def test_run_again_to_verify_fixes() -> None:
    """What was run 'to verify fixes' is what is still to be run."""
    text = "# Steps\n\n## Next steps\n\n1. ✅ Run the importer to verify fixes\n\n## Check\n\n- [ ] Run the importer\n"
    assert "value-conflict.same-thing" in rules(text)


def test_expected_results() -> None:
    """Under 'After' stands what was measured, and not what is expected."""
    text = "# Till\n\n## Before the rewrite\n\n- Start: 9 s\n\n## After the rewrite\n\n- Start: {} 2 s\n"
    assert rules(text.format("expected below"))["scope-gap.expected"] == (7, 9)
    assert rules(text.format("below")) == {}
    assert rules(text.format("expected below").replace("After", "Aim of")) == {}
