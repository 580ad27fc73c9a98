"""Small pure things: sparklines, words, addresses of logins, settings."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from gonogo_console import wording
from gonogo_console.login import local
from gonogo_console.settings import Settings
from gonogo_console.sparkline import line
from gonogo_contracts import review as reviews
from gonogo_contracts.envelope import Event
from libs.contracts.tests.examples import EXAMPLES

STRONG = "postgresql://gonogo_console:a-long-strong-secret@127.0.0.1/gonogo"


@given(st.lists(st.floats(-1000, 1000), min_size=2, max_size=60), st.integers(40, 1000), st.integers(20, 200))
def test_a_line_stays_within_its_picture(scores: list[float], width: int, height: int) -> None:
    made = line(scores, width, height)
    assert made is not None
    assert all(0 <= x <= width and 0 <= y <= height for x, y in made.dots)
    assert [x for x, _ in made.dots] == sorted(x for x, _ in made.dots)


def test_a_higher_score_stands_higher() -> None:
    made = line([0, 100, 50], 120, 28)
    assert made is not None
    assert made.points == "4,24 60,4 116,14"


@pytest.mark.parametrize("scores", [[], [50.0]])
def test_one_score_is_no_line(scores: list[float]) -> None:
    assert line(scores, 120, 28) is None


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: type(event).__name__)
def test_every_event_has_a_sentence(event: Event) -> None:
    """A new event must not appear by its technical name."""
    said = wording.happening(event.TYPE, msgspec.to_builtins(event))
    assert said != event.TYPE
    assert said[0].isupper()


def test_every_kind_and_verdict_has_words() -> None:
    assert set(wording.KINDS) == set(reviews.Kind.__args__)  # type: ignore[attr-defined]
    assert set(wording.MEANING) == set(reviews.Verdict.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "words"), [(3.5, "+3.5"), (-33.44, "\N{MINUS SIGN}33.4"), (0.0, "\N{PLUS-MINUS SIGN}0"), (5.0, "+5")]
)
def test_changes_have_their_sign(value: float, words: str) -> None:
    assert wording.change(value) == words


@pytest.mark.parametrize("address", ["/", "/reviews/1?as=html", "/projects/a#L3"])
def test_a_login_goes_on_to_our_own_addresses(address: str) -> None:
    assert local(address) == address


@pytest.mark.parametrize(
    "address", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/a\r\nb", "x"]
)
def test_a_login_leads_nowhere_else(address: str) -> None:
    assert local(address) == "/"


def settings(**more: object) -> Settings:
    given = {
        "postgres_url": STRONG,
        "rabbitmq_url": "amqp://gonogo:another-strong-secret@127.0.0.1/",
        "redis_url": "redis://127.0.0.1",
        "key_pepper": "p" * 32,
        "environment": "production",
    }
    return Settings.model_validate(given | more)


def test_production_asks_for_keys_unless_told_otherwise() -> None:
    assert not settings().open
    assert settings(console_open=True).open
    assert settings(environment="development").open
    assert not settings(environment="development", console_open=False).open


def test_production_refuses_a_weak_pepper_without_repeating_it() -> None:
    with pytest.raises(ValidationError) as caught:
        settings(key_pepper="changeme")
    text = str(caught.value.errors(include_input=False))
    assert "GONOGO_KEY_PEPPER" in text
    assert "changeme" not in text
