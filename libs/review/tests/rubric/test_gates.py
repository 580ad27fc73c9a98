import pytest

from gonogo_review.rubric import gates

SAMPLE = gates.sample_facts(("data.backup",), ("data",))


@pytest.mark.parametrize(
    "expression",
    [
        "score >= 80 && findings.high == 0",
        "score >= 80.5 || credibility > 60",
        'criteria["data.backup"] in ["pass", "waived"]',
        "areas.data >= 50.0",
        "!report.not_ready",
        "blocking.fail + blocking.unknown == 0",
        "score >= 90 ? true : findings.medium < 3",
    ],
)
def test_usual_gates_are_accepted(expression: str):
    assert gates.check(expression, SAMPLE) == ""


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("[1, 2].all(x, x > 0)", "loops"),
        ("criteria.exists(c, c == 'fail')", "loops"),
        ("score > 1" + " && score > 1" * 60, "at most 500"),
        ("(" * 40 + "true" + ")" * 40, "nested"),
        ("secrets == 1", "'secrets' is unknown"),
        ("score > 0 || launch() == 1", "'launch' is not allowed"),
        ("'a'.matches('(a+)+b')", "'matches' is not allowed"),
        ("score >= 1 || findings.hgih == 0", "'findings' has no 'hgih'"),
        ("score / 0.0 > 1.0 && 1 / 0 == 1", "division"),
        ("score >= 'high'", ""),
    ],
)
def test_what_is_wrong_is_said_at_load(expression: str, says: str):
    found = gates.check(expression, SAMPLE)
    assert found
    assert says in found.lower() or says in found


def test_a_gate_is_true_or_false_of_a_review():
    asked = ["score >= 80 && findings.high == 0", "score < 80"]
    assert gates.are_false(asked, {**SAMPLE, "score": 80.0}) == [False, True]
    assert gates.are_false(asked, {**SAMPLE, "score": 79.9}) == [True, False]
