import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_contracts.review import Finding, Kind, Severity
from gonogo_review.consistency.outline import Outline
from gonogo_review.judging.credibility import MOST_AGAINST, START, account
from gonogo_review.judging.readiness import overall
from gonogo_review.model import Backing
from gonogo_review.reading import read_report

HONEST = """# Shop 3.1.0

**Status**: ❌ NOT READY

- ✅ Unit tests: 118 of 120 passed in 41 s
- ❌ Restore test failed: 2 of 5 tables are missing
- 🟡 Line coverage 71.4% (target: 80%)
- [ ] Load test, planned for 2026-12-01
"""
PROUD = """# 🎉 Shop 3.1.0 is ready for production! 🚀

**Status**: ✅ COMPLETE, 100% READY FOR PRODUCTION

- ✅ Unit tests
- ✅ Restore test
- ✅ Coverage 100%
- ✅ Load test 🏆

**The shop is ready for production.**
"""
PLAIN = read_report(b"# Shop\n\n- [x] Cart\n- [x] Delivery in 3 days\n", "r.md")


def finding(severity: Severity, kind: Kind, number: int) -> Finding:
    """A finding of a severity and kind."""
    return Finding(
        id=f"finding-{number}",
        kind=kind,
        rule="a.rule",
        severity=severity,
        lines=(3,),
        message="It does not add up.",
        expected=None,
        claims=(),
        facts=(),
        fingerprint=str(number),
        waived=False,
    )


def credibility(findings: list[Finding], verified: int = 0, checkable: int = 0) -> float:
    """The credibility of a plain report with findings and claims that evidence backs."""
    backings = [Backing(index, "verified" if index < verified else "unsupported") for index in range(checkable)]
    return sum(entry.points for entry in account(PLAIN, backings, findings, overall(Outline(PLAIN))))


def test_an_honest_no_has_a_low_score_and_a_high_credibility(judged):
    honest, proud = judged(HONEST), judged(PROUD)
    assert honest.verdict == "NO-GO"
    assert honest.credibility > START > proud.credibility
    assert honest.credibility > honest.score


def test_every_claim_that_evidence_backs_adds_to_it():
    values = [credibility([], verified, 10) for verified in range(11)]
    assert values == sorted(values)
    assert len(set(values)) == 11


@given(st.lists(st.tuples(st.sampled_from(["high", "medium", "low"]), st.sampled_from(["arithmetic", "evidence"]))))
def test_no_finding_makes_a_report_more_credible(drawn: list[tuple[Severity, Kind]]):
    findings = [finding(*one, number) for number, one in enumerate(drawn)]
    values = [credibility(findings[:count]) for count in range(len(findings) + 1)]
    assert values == sorted(values, reverse=True)
    assert values[-1] >= 0


def test_findings_from_the_text_alone_cost_no_more_than_their_limit():
    many = [finding("high", "value-conflict", number) for number in range(50)]
    assert credibility([]) - credibility(many) == pytest.approx(MOST_AGAINST)


def test_what_evidence_contradicts_costs_beyond_that_limit():
    many = [finding("high", "value-conflict", number) for number in range(50)]
    assert credibility(many) - credibility([*many, finding("high", "evidence", 51)]) >= 3


@pytest.mark.parametrize("kind", ["secret", "unreadable"])
def test_what_says_nothing_of_its_truth_costs_nothing(kind: Kind):
    assert credibility([finding("high", kind, 1)]) == credibility([])
