"""What is written into pages."""

import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_console import display


def test_a_right_to_left_override_is_named() -> None:
    assert display.visible("status: \N{RIGHT-TO-LEFT OVERRIDE}desserts") == "status: [U+202E]desserts"


@pytest.mark.parametrize("text", ["नमस्ते", "می\N{ZERO WIDTH NON-JOINER}خواهم", "👩\N{ZERO WIDTH JOINER}💻", "a\tb\nc"])
def test_writing_stays_as_it_is(text: str) -> None:
    assert display.visible(text) == text


@given(st.text())
def test_nothing_that_hides_is_left(text: str) -> None:
    shown = display.visible(text)
    assert not [c for c in shown if c not in display.KEPT and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")]


def test_every_value_is_cleaned_and_escaped() -> None:
    """Also those that a macro or a filter passes on."""
    templates = display.build_templates()
    source = "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(value) }}{{ value | upper }}<a href='{{ value }}'>"
    made = templates.from_string(source).render(value="<b>'\"&\N{RIGHT-TO-LEFT OVERRIDE}")
    hidden = "&lt;{}&gt;&#39;&#34;&amp;[U+202E]"
    small, large = hidden.format("b"), hidden.format("B")
    assert made == f"<i>{small}</i>{large}<a href='{small}'>"


def test_times_are_told_in_utc() -> None:
    time = datetime(2026, 11, 5, 1, 2, 3, tzinfo=timezone(timedelta(hours=3)))
    assert display.day_time(time) == "4 Nov 2026, 22:02 UTC"
    assert display.clock_time(time.astimezone(UTC)) == "22:02:03"


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (20_480, "20 kB"), (1_400_000, "1.4 MB")]
)
def test_sizes(size: int, words: str) -> None:
    assert display.size(size) == words


@pytest.mark.parametrize(("value", "words"), [(6.0, "6"), (0.25, "0.25"), (True, "yes"), ("x" * 300, "x" * 200)])
def test_values_of_facts(value: float | str | bool, words: str) -> None:
    assert display.fact_value(value) == words


def test_a_static_file_has_an_address_of_its_content() -> None:
    """A browser may keep it for good, since another content has another address."""
    assert display.static_address("console.css").startswith("/static/console.css?v=")
