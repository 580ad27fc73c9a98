"""A login's cookie."""

from hypothesis import given
from hypothesis import strategies as st

from gonogo_console.sessions import key_of, sign

KEY = "abcdefghij01"


def test_a_login_lasts_until_its_end() -> None:
    cookie = sign(KEY, 1000, "pepper")
    assert key_of(cookie, 999.9, "pepper") == KEY
    assert key_of(cookie, 1000.0, "pepper") is None


def test_another_pepper_makes_another_signature() -> None:
    assert key_of(sign(KEY, 1000, "pepper"), 0, "other") is None


@given(st.integers(0, 90), st.sampled_from("0123456789abcdefghijklmnopqrstuvwxyz."))
def test_no_character_can_be_changed(place: int, character: str) -> None:
    cookie = sign(KEY, 1000, "pepper")
    place %= len(cookie)
    if cookie[place] != character:
        assert key_of(cookie[:place] + character + cookie[place + 1 :], 0, "pepper") is None


@given(st.text(max_size=200))
def test_anything_else_is_nobody(text: str) -> None:
    assert key_of(text, 0, "pepper") is None
