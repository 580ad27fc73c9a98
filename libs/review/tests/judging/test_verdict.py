import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_contracts.review import encode
from gonogo_review import rubric
from gonogo_review.judging import judge
from gonogo_review.reading import read_report

HEAD = "# Shop 3.1.0\n\n**Date**: 2026-11-20\n\n"
CLASH = HEAD + "**Status**: ✅ COMPLETE, 100% ready\n\n- [x] Cart\n- [ ] Payment\n- [ ] Delivery\n"


def ours(gate: str, otherwise: str = "HOLD") -> str:
    """A rubric that asks one question and has one gate."""
    return f"""schema: gonogo.rubric/1
name: ours
version: "1"
areas: [{{id: shop, title: Shop}}]
criteria:
  - {{id: shop.cart, area: shop, title: Cart, weight: 1, advice: Test it., subjects: {{en: [cart]}}}}
gates:
  - {{id: mine, require: '{gate}', otherwise: {otherwise}, because: Ours., change: Do it.}}
"""


def test_a_report_with_no_evidence_cannot_reach_go(judged):
    everything = "".join(
        f"- [x] {one.subjects['en'][0].strip('*')}\n" for one in rubric.default().criteria if one.subjects
    )
    review = judged(HEAD + everything)
    assert review.verdict != "GO"


def test_what_the_report_says_of_itself_is_heard(judged):
    review = judged("# Shop\n\n**Status**: ❌ NOT READY\n\n- [x] Cart\n")
    assert review.verdict == "NO-GO"
    assert "not ready" in review.reasons[0].text
    assert review.reasons[0].lines == (3,)


@pytest.mark.parametrize(("otherwise", "verdict"), [("HOLD", "HOLD"), ("NO-GO", "NO-GO")])
def test_a_broken_gate_gives_its_outcome_and_its_reason(judged, passing, otherwise: str, verdict: str):
    review = judged(HEAD, {"junit.xml": passing}, rules=ours("score >= 99", otherwise))
    assert (review.verdict, review.reasons[0].text, review.reasons[0].change) == (verdict, "Ours.", "Do it.")


def test_go_where_every_gate_holds(judged, passing):
    assert judged(HEAD, {"junit.xml": passing}, rules=ours("score >= 0")).verdict == "GO"


def test_a_grave_finding_holds_whatever_the_gates_say(judged, passing):
    review = judged(CLASH, {"junit.xml": passing}, rules=ours("score >= 0"))
    assert {one.severity for one in review.findings} >= {"high"}
    assert review.verdict == "HOLD"
    assert review.findings[0].message in [reason.text for reason in review.reasons]


@pytest.mark.parametrize("blocking", [False, True])
def test_missing_evidence_never_passes_whatever_the_gates_say(judged, passing, blocking: bool):
    rules = ours("score >= 0").replace("weight: 1", f"weight: 1, blocking: {str(blocking).lower()}")
    assert judged(HEAD, rules=rules).verdict == "HOLD"
    assert judged(HEAD, {"junit.xml": passing}, rules=rules).verdict == ("HOLD" if blocking else "GO")


def test_a_high_finding_holds_until_somebody_waives_it(judged, passing):
    gate, files = ours("findings.high == 0"), {"junit.xml": passing}
    first = judged(CLASH, files, rules=gate)
    (serious,) = [one for one in first.findings if one.severity == "high"]
    assert first.verdict == "HOLD"
    waiver = "schema: gonogo.waivers/1\nwaivers:\n  - {target: '%s', reason: known, by: Ann, until: 2026-12-01}\n"
    accepted = judged(CLASH, files, rules=gate, accepted=waiver % serious.fingerprint, today="2026-12-01")
    expired = judged(CLASH, files, rules=gate, accepted=waiver % serious.fingerprint, today="2026-12-02")
    assert (accepted.verdict, expired.verdict) == ("GO", "HOLD")
    assert [one.waived for one in accepted.findings if one.severity == "high"] == [True]
    assert any("expired on 2026-12-01" in one.message for one in expired.findings)


@pytest.mark.parametrize(
    ("second", "today", "status", "says"),
    [
        ("", "2026-11-25", "unknown", "needs a second name"),
        (", second: Ann", "2026-11-25", "unknown", "needs a second name"),
        (", second: Bo", "2026-11-25", "waived", "waived by Ann until 2026-12-01"),
        (", second: Bo", "2026-12-02", "unknown", "expired on 2026-12-01"),
    ],
)
def test_a_blocking_criterion_is_waived_by_two(judged, criterion, second: str, today: str, status: str, says: str):
    waiver = f"{{target: data.backup, reason: none kept, by: Ann, until: 2026-12-01{second}}}"
    text = f"schema: gonogo.waivers/1\nwaivers: [{waiver}]\n"
    found = criterion(judged(HEAD, accepted=text, today=today), "data.backup")
    assert found.status == status
    assert any(says in line for line in found.because)


def test_at_most_five_reasons_the_decisive_first(judged, failing):
    review = judged(CLASH, {"junit.xml": failing})
    assert 0 < len(review.reasons) <= 5
    assert len({one.text for one in review.reasons}) == len(review.reasons)
    assert "fails" in review.reasons[0].text


def test_an_unreadable_file_is_a_finding(judged):
    review = judged(HEAD, {"scan.json": b'{"Results": [{"Vuln'})
    assert [one.kind for one in review.findings] == ["unreadable"]
    assert "scan.json" in review.findings[0].message


def test_a_fingerprint_survives_moved_lines_and_white_space(judged):
    moved = CLASH.replace("\n\n", "\n\n\n\n").replace("- [ ] Payment", "- [ ]  Payment ")
    assert [one.fingerprint for one in judged(CLASH).findings] == [one.fingerprint for one in judged(moved).findings]
    assert judged(CLASH).findings[0].lines != judged(moved).findings[0].lines


def test_the_order_of_the_evidence_changes_nothing(judged, passing, failing):
    one = judged(CLASH, {"a.xml": passing, "b.xml": failing})
    other = judged(CLASH, {"b.xml": failing, "a.xml": passing})
    assert encode(one) == encode(other)


@given(st.text(max_size=400))
def test_any_text_gets_a_review(text: str):
    review = judge(read_report(text.encode("utf-8", "surrogatepass"), "r.md"), (), rubric.default(), today="2026-11-25")
    assert 0 <= review.score <= 100
    assert 0 <= review.credibility <= 100
    assert review.verdict != "GO"
    assert review.reasons


def test_a_no_go_by_the_score_also_says_what_stands_against_a_go(judged):
    review = judged(CLASH.replace("100% ready", "done"))
    assert review.verdict == "NO-GO"
    assert any("under the floor" in one.text for one in review.reasons)
    assert any(one.lines for one in review.reasons)
