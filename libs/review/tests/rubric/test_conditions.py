import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.rubric.conditions import parse_condition
from gonogo_review.rubric.model import Condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("coverage.line >= 80", Condition("coverage.line", ">=", 80.0)),
        ("tests.errors? == 0", Condition("tests.errors", "==", 0.0, optional=True)),
        ("some tests.total >= 1", Condition("tests.total", ">=", 1.0, some=True)),
        ("image.pinned == true", Condition("image.pinned", "==", value=True)),
        ('health.status != "down"', Condition("health.status", "!=", "down")),
        ("drift > -2.5", Condition("drift", ">", -2.5)),
    ],
)
def test_the_short_form(text: str, condition: Condition):
    assert parse_condition(text) == condition


@pytest.mark.parametrize(
    "text", ["", "coverage", "coverage.line = 80", "image.pinned >= true", "Coverage > 1", "a > 1 b"]
)
def test_anything_else_is_refused_with_the_form(text: str):
    with pytest.raises(ValueError, match=r"coverage\.line >= 80|only numbers"):
        parse_condition(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str):
    with contextlib.suppress(ValueError):
        assert parse_condition(text).metric in text
