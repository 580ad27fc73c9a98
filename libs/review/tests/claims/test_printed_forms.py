"""What is printed in a supported form is read back as the same interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.line import Line
from gonogo_review.claims.numbers import numeral
from gonogo_review.lexicon import lexicon
from gonogo_review.lexicon.loading import LANGUAGES

SIGNS = {"": "", "<": "<", "≤": "<=", ">": ">", "≥": ">=", "~": "~", "<=": "<=", ">=": ">="}
UNITS = ["%", "ms", "s", "min", "h", "KB", "MB", "GB"]
COMMA = [language for language in LANGUAGES if lexicon(language).decimal_comma]
whole = st.integers(0, 10**9)
decimal = st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False)


def read(text: str, language: str = "en") -> list[tuple[str, float, float, float | None, str]]:
    """The amounts of a line as plain tuples."""
    found = amounts(Line(text, lexicon(language)))
    return [(each.comparator, each.low, each.high, each.of, each.unit) for each in found]


def grouped(number: int, separator: str) -> str:
    """With a separator between groups of three."""
    return f"{number:,}".replace(",", separator)


@given(whole, st.sampled_from(list(SIGNS)), st.sampled_from(UNITS), st.booleans())
def test_sign_number_unit(number: int, sign: str, unit: str, blank: bool) -> None:
    """`<= 5 ms` in every spacing."""
    assert read(f"Load: {sign}{number}{' ' * blank}{unit}") == [(SIGNS[sign], number, number, None, unit)]


@given(whole, st.sampled_from([",", "'", "’"]))
def test_thousands_in_english(number: int, separator: str) -> None:
    """`1,234,567` and `1'234'567`."""
    assert read(f"Rows: {grouped(number, separator)}") == [("", number, number, None, "count")] or 1990 <= number < 2040


@given(whole, st.sampled_from(COMMA))
def test_thousands_by_dot(number: int, language: str) -> None:
    """`1.234.567` where the comma divides."""
    assert read(f"X: {grouped(number, '.')} ms", language) == [("", number, number, None, "ms")]


@given(whole, st.sampled_from(["fr", "ru", "pl"]), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_thousands_by_blank(number: int, language: str, blank: str) -> None:
    """`1 234 567`, also with blanks that do not break."""
    assert read(f"X: {grouped(number, blank)} ms", language) == [("", number, number, None, "ms")]


@given(decimal, st.sampled_from(LANGUAGES))
def test_decimals(number: object, language: str) -> None:
    """A comma or a point, as the language has it, with both places kept."""
    text = str(number).replace(".", "," if language in COMMA else ".")
    found = numeral(text, decimal_comma=language in COMMA)
    assert found is not None
    assert (found.value, found.decimals) == (float(str(number)), 2)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["-", "–", " - ", " to "]), st.sampled_from(UNITS))
def test_ranges(low: int, more: int, dash: str, unit: str) -> None:
    """`5-10 ms`, `5 to 10 ms`."""
    assert read(f"Load: {low}{dash}{low + more} {unit}") == [("", low, low + more, None, unit)]


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from(["/", " / ", " of ", " out of "]))
def test_ratios(part: int, more: int, between: str) -> None:
    """`15/20`, `15 of 20`."""
    assert read(f"Tests: {part}{between}{part + more} passed") == [("", part, part, part + more, "count")]


@given(st.integers(1, 99), st.integers(1, 59), st.sampled_from(["{}h {}min", "{} hours {} minutes", "{} h and {} min"]))
def test_times_in_two_units(hours: int, minutes: int, form: str) -> None:
    """`1h 20min` is told in minutes."""
    total = hours * 60 + minutes
    assert read(f"Ran {form.format(hours, minutes)}") == [("", total, total, None, "min")]


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=whole)
def test_percent_in_every_language(language: str, number: int) -> None:
    """A percent sign glued or behind a blank."""
    assert read(f"X: {number}%", language) == [("", number, number, None, "%")]
    assert read(f"X: {number} %", language) == [("", number, number, None, "%")]


@given(text=st.text(max_size=200))
def test_no_text_breaks_the_grammar(text: str) -> None:
    """Any characters at all; every amount stands where it says."""
    for language in ("en", "zh", "tr"):
        for amount in amounts(Line(text, lexicon(language))):
            assert 0 <= amount.start < amount.end <= len(text)
            assert amount.low <= amount.high


@given(st.integers(1, 10**6), st.sampled_from(["→", "->", "=>", "➜", "⟶"]))
def test_an_arrow_joins_two(number: int, arrow: str) -> None:
    """Both ends of an arrow are amounts of their own."""
    assert [each[1] for each in read(f"Load: {number}ms {arrow} {number + 1}ms")] == [number, number + 1]
