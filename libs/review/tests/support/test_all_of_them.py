"""'All tests pass', 'all images are pinned', 'all endpoints are documented', and numbers of one run said together."""

import json

import pytest

from .bundle import held

DATE = "# Report\n\n**Date**: 2026-02-03\n\n"


def junit(passed: int, failed: int, day: str = "2026-02-03") -> str:
    cases = "".join(f'<testcase name="p{n}"/>' for n in range(passed))
    cases += "".join(f'<testcase name="f{n}"><failure/></testcase>' for n in range(failed))
    return f'<testsuite name="all" timestamp="{day}T09:00:00">{cases}</testsuite>'


@pytest.mark.parametrize("claim", ["100 tests, 95 passed", "100 Tests, davon 95 bestanden", "共 100 个测试，95 个通过"])
def test_all_and_those_that_passed_are_two_numbers_of_one_run(claim: str) -> None:
    out = held(f"{DATE}- {claim}\n", junit__xml=junit(95, 5))
    assert [one.support for one in out.backings][-1] == "verified"
    assert "evidence.tests" not in out.rules()


@pytest.mark.parametrize("claim", ["5 fehlgeschlagene Tests", "5 个测试失败", "5 tests failed"])
def test_the_words_beside_a_number_say_which_tests_it_counts(claim: str) -> None:
    assert [one.support for one in held(f"{DATE}- {claim}\n", junit__xml=junit(95, 5)).backings][-1] == "verified"


@pytest.mark.parametrize("claim", ["All tests pass ✅", "Alle Tests bestanden", "所有测试通过"])
def test_all_tests_pass_is_held_against_the_run(claim: str) -> None:
    report = f"{DATE}- [x] {claim}\n"
    assert [one.support for one in held(report, junit__xml=junit(9, 0)).backings][-1] == "verified"
    assert "evidence.tests" in held(report, junit__xml=junit(9, 1)).rules()


def test_all_tests_of_a_part_or_of_another_day_are_not_contradicted() -> None:
    part = held(f"{DATE}- [x] All payment tests pass\n", junit__xml=junit(9, 1))
    assert "evidence.tests" not in part.rules()
    other = held(f"{DATE}- [x] All tests pass\n", junit__xml=junit(9, 1, "2026-01-01"))
    assert "evidence.tests" not in other.rules()


def test_a_run_of_nothing_is_told_as_that() -> None:
    out = held(f"{DATE}- 100% of tests pass\n", junit__xml="<testsuite tests='0'/>")
    assert "nothing ran" in out.backing("100%").because


COMPOSE = "services:\n  api: {image: 'a:1', user: '1000'}\n  db: {image: b}\n"


def test_all_images_are_held_one_by_one() -> None:
    assert held("# R\n\n- [x] All images are pinned\n", compose__yml=COMPOSE).support("pinned") == "contradicted"
    pinned = COMPOSE.replace("image: b", "image: 'b:2'")
    assert held("# R\n\n- [x] All images are pinned\n", compose__yml=pinned).support("pinned") == "verified"


def test_what_is_known_of_some_services_is_not_known_of_all() -> None:
    assert (
        held("# R\n\n- [x] All containers run as non-root\n", compose__yml=COMPOSE).support("non-root") == "unsupported"
    )


def openapi(**summaries: str) -> str:
    paths = {f"/{name}": {"get": {"summary": text}} for name, text in summaries.items()}
    return json.dumps({"openapi": "3.0.0", "info": {"version": "1"}, "paths": paths})


def test_all_endpoints_are_held_against_the_description() -> None:
    report = "# R\n\n- [x] All endpoints are documented\n"
    assert held(report, openapi__json=openapi(a="x", b="y")).support("documented") == "verified"
    out = held(report, openapi__json=openapi(a="x", b=""))
    assert (out.support("documented"), "GET /b" in out.backing("documented").because) == ("contradicted", True)


def test_each_number_is_of_the_suite_beside_it() -> None:
    report = f"{DATE}- 40 unit tests and 20 integration tests, all passing\n"
    out = held(report, unit__xml=junit(40, 0), integration__xml=junit(20, 0))
    assert (out.support("40"), out.files("40")) == ("verified", {"unit.xml", "integration.xml"})


STATS = """Type,Name,Request Count,Failure Count,Average Response Time,Requests/s,50%,95%
GET,/cart,100,0,10,5.0,10,150
,Aggregated,200,0,20,10.0,20,90
"""


@pytest.mark.parametrize(
    ("claim", "support"), [("`/cart` p95: 150 ms", "verified"), ("`/cart` p95: 90 ms", "unsupported")]
)
def test_a_latency_of_an_endpoint_is_held_against_its_own(claim: str, support: str) -> None:
    out = held(f"{DATE}## Load test\n\n- {claim}\n", stats__csv=STATS)
    assert out.support("p95") == support
