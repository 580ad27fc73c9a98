import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.rubric import gates

SAMPLE = gates.sample_facts(("data.backup",), ("data",))


def checked(expression: str) -> str:
    """What is wrong with a gate of a rubric that asks for one thing."""
    return gates.check(expression, ("data.backup",), ("data",))


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
        "score >= 80\n  && !criteria['data.backup'].startsWith('f')\n",
    ],
)
def test_usual_gates_are_accepted(expression: str):
    assert checked(expression) == ""


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
        ("score >= 'high'", "two kinds"),
        ("score >=", "at its character 9: the expression ends too early"),
        (" ", "is empty"),
        ("score", "not true or false"),
        ("findings.hihg == 0", "did you mean 'high'?"),
        ('criteria["data.bakcup"] == "pass"', "did you mean 'data.backup'?"),
        ('criteria["data.backup"] == "passed"', "no criterion has the status 'passed'"),
        ('criteria["data.backup"] in ["pass", "okay"]', "no criterion has the status 'okay'"),
    ],
)
def test_what_is_wrong_is_said_at_load(expression: str, says: str):
    found = checked(expression)
    assert found
    assert says in found.lower() or says in found


def test_a_gate_is_true_or_false_of_a_review():
    asked = ["score >= 80 && findings.high == 0", "score < 80"]
    assert gates.are_false(asked, {**SAMPLE, "score": 80.0}) == [False, True]
    assert gates.are_false(asked, {**SAMPLE, "score": 79.9}) == [True, False]


@pytest.mark.parametrize(
    "expression",
    [
        "score >= 50 || findings.high == 'x' + 1",
        "findings.high == 0 ? true : 1.5 + findings.high > 1",
        "10 / (findings.high - 1) > 2",
        "findings.high * 9223372036854775807 >= 0",
        "int(criteria['data.backup']) > 0",
        "score > 10 || areas.data[0] > 1",
    ],
)
def test_what_breaks_only_in_some_reviews_is_said_at_load(expression: str):
    assert checked(expression)


NESTED = "[0,0,0,0,0,0,0,0].//\nall(score," * 8 + "true" + ")" * 8


@pytest.mark.parametrize(
    "expression",
    [
        NESTED,
        NESTED.replace(".//\n", "."),
        NESTED.replace("//\n", " \t"),
        "'\\'' == 'x' || [1].all(score, true) || '' == ''",
        "''''.all(' == '''''",
        "[1].map(score, score).size() > 0",
        "cel.bind(score, [1], true)",
        "timestamp('2026-01-01T00:00:00Z') > timestamp('2025-01-01T00:00:00Z')",
        "score > 1\0",
        "'\ud800' == ''",
        "score" + ".a" * 200,
        "[1]" + "[0]" * 150 + " > 0",
        "[" * 200,
        "{1:" * 100,
        "\u202escore > 1",
    ],
)
def test_hostile_gates_are_refused_before_they_run(expression: str):
    assert checked(expression)


@pytest.mark.parametrize(
    "expression", ["!" * 490 + "true", "-" * 480 + "1 < 2", "true" + "?true:true" * 48, "1" + "+1" * 240 + " > 0"]
)
def test_the_longest_and_deepest_that_is_allowed_is_answered(expression: str):
    assert checked(expression) == ""
    assert gates.are_false([expression], SAMPLE) == [False]


WORDS = "score findings high . ( ) [ ] { } && || ! ? : , 0 1.5 'a' ' == < + - * / % in has size all // criteria"
PARTS = st.sampled_from([*WORDS.split(), "\\", "\n", '"'])


@given(st.lists(PARTS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_expression_is_refused_or_answers_true_or_false(expression: str):
    if not checked(expression):
        assert gates.are_false([expression], SAMPLE) in ([True], [False])


def test_a_gate_that_gives_no_answer_is_not_met():
    assert gates.are_false(["10 / findings.high > 2"], SAMPLE) == [True]
