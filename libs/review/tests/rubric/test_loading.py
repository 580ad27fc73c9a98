import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review import rubric
from gonogo_review.rubric import RubricError

HEAD = """schema: gonogo.rubric/1
name: ours
version: "7"
"""
EXTENDED = HEAD + "extends: default\n"
EXPERIMENTAL_GATE = """tier: experimental
gates: [{id: x, require: 'criteria["data.restore"] == "pass"', otherwise: HOLD, because: b}]"""
OWN = (
    HEAD
    + """credits: {pass: 1.0}
areas:
  - {id: shop, title: Shop}
criteria:
  - id: shop.stock
    area: shop
    title: Stock is counted
    weight: 3
    advice: Count it.
    subjects: {en: ["stock count*"]}
gates:
  - id: enough
    require: score >= 50
    otherwise: HOLD
    because: Too little.
"""
)


def mistakes(text: str) -> list[str]:
    with pytest.raises(RubricError) as caught:
        rubric.load(text.encode())
    return [str(mistake) for mistake in caught.value.mistakes]


def test_the_default_rubric_asks_in_nine_areas():
    default = rubric.default()
    assert len(default.areas) == 9
    assert {one.area for one in default.criteria} == {area.id for area in default.areas}


def test_a_higher_tier_asks_more_and_a_lower_one_less():
    low, middle, high = (
        {one.id for one in rubric.load(f"{EXTENDED}tier: {tier}\n".encode()).criteria}
        for tier in ("experimental", "standard", "critical")
    )
    assert low < middle < high


def test_some_criteria_block_only_in_the_critical_tier():
    def blocks(tier: str) -> bool:
        found = rubric.load(f"{EXTENDED}tier: {tier}\n".encode())
        return next(one.blocking for one in found.criteria if one.id == "security.review")

    assert (blocks("standard"), blocks("critical")) == (False, True)


def test_a_team_changes_weights_and_adds_criteria_without_code():
    text = EXTENDED + (
        "weights: {data.backup: 9}\n"
        "blocking: {data.backup: false}\n"
        "criteria:\n"
        "  - {id: data.masking, area: data, title: Masked, weight: 2, advice: Mask it, subjects: {en: [masking]}}\n"
    )
    found = {one.id: one for one in rubric.load(text.encode()).criteria}
    assert (found["data.backup"].weight, found["data.backup"].blocking) == (9, False)
    assert found["data.masking"].title == "Masked"


def test_a_gate_of_the_same_id_takes_the_place_of_the_default_one():
    text = EXTENDED + "gates:\n  - {id: score, require: score >= 95, otherwise: NO-GO, because: Ours is strict.}\n"
    gates = {gate.id: gate for gate in rubric.load(text.encode()).gates}
    assert (gates["score"].require, gates["score"].otherwise) == ("score >= 95", "NO-GO")
    assert set(gates) == {gate.id for gate in rubric.default().gates}


def test_credits_that_are_left_out_are_those_of_the_default():
    found = rubric.load(OWN.encode()).credits
    assert found["pass"] == 1.0
    assert found["claimed"] == rubric.default().credits["claimed"]


def test_a_rubric_can_stand_alone():
    assert [one.id for one in rubric.load(OWN.encode()).criteria] == ["shop.stock"]


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("weight: 3", "weight: heavy", "line 11, column 13", "expected a number, got text"),
        ("weight: 3", "weight: 101", "line 11, column 13", "<= 100"),
        ("    weight: 3\n", "", "line 8, column 5", "'weight' is missing"),
        (
            "title: Stock is counted",
            "titel: Stock",
            "line 10, column 5",
            "no field 'titel' here; did you mean 'title'?",
        ),
        ("    area: shop\n", "    area: shoes\n", "line 9, column 11", "there is no area 'shoes'"),
        ("otherwise: HOLD", "otherwise: MAYBE", "line 17, column 16", "MAYBE"),
        ("score >= 50", "score >=", "line 16, column 14", "ends too early"),
        ("score >= 50", "scroe >= 50", "line 16, column 14", "'scroe' is unknown"),
        ("score >= 50", "findings.hgih == 0", "line 16, column 14", "'findings' has no 'hgih'"),
        ("score >= 50", "score", "line 16, column 14", "not true or false"),
        ("score >= 50", '\'criteria["shop.stok"] == "pass"\'', "line 16, column 14", "'shop.stok'"),
        ('subjects: {en: ["stock count*"]}', "files: []", "line 8, column 5", "nothing could ever answer"),
        ('subjects: {en: ["stock count*"]}', "evidence: [[stock = 1]]", "line 13, column 17", "is no condition"),
        ('subjects: {en: ["stock count*"]}', 'subjects: {en: ["a*"]}', "line 13", "three letters"),
        ('version: "7"', "version: 7", "line 3, column 10", "expected text, got a whole number"),
        ("id: shop, title", "Id: shop, title", "line 6, column 6", "there is no field 'Id' here; did you mean 'id'?"),
        ("id: shop.stock", "id: Shop Stock", "line 8, column 9", "such as 'data.backup'"),
        ("pass: 1.0", "pass: 1.5", "line 4, column 17", "<= 1"),
        ("pass: 1.0", "passed: 1.0", "line 4, column 11", "'passed' is none of 'pass', 'claimed'"),
        ("pass: 1.0", "3: 1.0", "line 4, column 11", "expected text, got a whole number"),
        ("weight: 3", "weight: .nan", "line 11, column 13", ">= 0"),
        ("weight: 3", "weight: 0", "line 1, column 1", "nothing is asked that weighs anything"),
        (
            "weight: 3",
            "weight: 3\n    tier: gold",
            "line 12, column 11",
            "none of 'experimental', 'standard', 'critical'",
        ),
        ("weight: 3", "weight: 3\n    check: magic", "line 12, column 12", "none of 'contradictions'"),
        ("weight: 3", "weight: 3\n    metrics: [tests.totl]", "line 12, column 15", "did you mean 'tests.total'?"),
        ("en:", "english:", "line 13, column 16", "'english' is no language"),
        ('["stock count*"]', "[]", "line 8, column 5", "nothing could ever answer"),
        ('["stock count*"]', "[stock, 3]", "line 13, column 28", "expected text, got a whole number"),
        (
            'subjects: {en: ["stock count*"]}',
            "evidence: [[], [tests.total >= 1]]",
            "line 13, column 16",
            "needs a condition",
        ),
        ('subjects: {en: ["stock count*"]}', "evidence: [[tets.total >= 1]]", "line 13, column 17", "nothing measures"),
        ("score >= 50", "areas.shpo >= 50.0", "line 16, column 14", "did you mean 'shop'?"),
        ("score >= 50", "areas.shop >= 50.0 || 1 > ''", "line 16, column 14", "two kinds"),
        ("schema: gonogo.rubric/1", "schema: gonogo.rubric/2", "line 1, column 9", "gonogo.rubric/2"),
    ],
)
def test_a_mistake_is_said_with_its_place(old: str, new: str, place: str, says: str):
    assert old in OWN
    found = mistakes(OWN.replace(old, new))
    assert len(found) == 1
    assert found[0].startswith(place)
    assert says in found[0]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("wieghts: {data.backup: 3}", "line 5, column 1", "did you mean 'weights'?"),
        ("weights: {data.backup: -3}", "line 5, column 24", ">= 0"),
        ("weights: {data.bakcup: 3}", "line 5, column 11", "did you mean 'data.backup'?"),
        ("without: {data.backup: ''}", "line 5, column 24", "not nothing"),
        ("blocking: {data.backup: 1}", "line 5, column 25", "expected true or false"),
        ("tier: gold", "line 5, column 7", "'gold' is none of"),
        ("areas: [{id: data, title: Data}]", "line 5, column 14", "'data' is already taken"),
        (
            EXPERIMENTAL_GATE,
            "line 6, column 26",
            "'criteria' has no 'data.restore'",
        ),
    ],
)
def test_a_mistake_in_what_extends_the_default_is_said_with_its_place(text: str, place: str, says: str):
    (found,) = mistakes(EXTENDED + text + "\n")
    assert found.startswith(place)
    assert says in found


def test_all_mistakes_of_shape_are_said_at_once():
    text = OWN.replace("weight: 3", "weight: heavy").replace("otherwise: HOLD", "otherwise: MAYBE")
    text = text.replace("    title: Stock is counted\n", "    color: red\n").replace("pass: 1.0", "pass: 2, faill: 0")
    assert [line.split(":")[0] for line in mistakes(text)] == [
        "line 4, column 17",
        "line 4, column 20",
        "line 8, column 5",
        "line 10, column 5",
        "line 11, column 13",
        "line 17, column 16",
    ]


def test_no_more_mistakes_are_said_than_somebody_reads():
    assert len(mistakes(EXTENDED + "weights: {" + ", ".join(f"a{n}: -1" for n in range(500)) + "}\n")) == 50


def test_the_default_rubric_has_no_mistakes_and_loads_as_it_is():
    assert rubric.load(rubric.default_text().encode()) == rubric.default()


def test_all_mistakes_are_said_at_once():
    text = OWN.replace("area: shop\n", "area: shoes\n").replace("score >= 50", "scroe >= 50")
    assert [line.split(":")[0] for line in mistakes(text)] == ["line 9, column 11", "line 16, column 14"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no mapping"),
        ("- a\n", "no mapping"),
        ("a: [1, 2\n", "line 2, column 1"),
        ("a: &x 1\nb: *x\n", "anchors and aliases"),
        ("a: !!python/object:os.system 1\n", "tags are not allowed"),
        ("a: 1\na: 2\n", "line 2, column 1: 'a' stands here twice"),
        ("a: " + "[" * 50 + "]" * 50, "nested more than"),
        ("a: [" + "1," * 30_000 + "1]", "more than 20000 values"),
        ("x" * 300_000, "at most 262144 are allowed"),
    ],
)
def test_what_could_harm_is_refused(text: str, says: str):
    assert says in mistakes(text)[0]


@given(st.binary(max_size=300))
def test_any_bytes_load_or_are_refused_with_a_place(data: bytes):
    with pytest.raises(RubricError) as caught:
        rubric.load(data)
    assert all(mistake.line >= 1 and mistake.column >= 1 for mistake in caught.value.mistakes)


def test_a_key_that_is_a_list_is_refused():
    """As `? [a, b]` writes one."""
    assert "a key is a word" in mistakes("? [a, b]\n: 1\n")[0]


@given(st.integers(0, len(OWN) - 1), st.characters())
def test_any_one_changed_character_loads_or_is_refused(at: int, sign: str):
    with contextlib.suppress(RubricError):
        rubric.load((OWN[:at] + sign + OWN[at + 1 :]).encode("utf-8", "replace"))
