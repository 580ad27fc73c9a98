"""Who hears of what."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_contracts.review import Verdict
from gonogo_notifier.routes import EmailTarget, Route, SlackTarget, deliveries, hears
from gonogo_notifier.routes_file import parse_routes, read_routes, routes_of
from gonogo_platform.errors import Misconfigured
from services.notifier.tests.examples import before, failed, scored
from services.notifier.tests.running import settings

VERDICTS: tuple[Verdict, ...] = ("GO", "HOLD", "NO-GO")
verdicts = st.sampled_from(VERDICTS)
scores = st.integers(0, 1000).map(lambda tenths: tenths / 10)


def route(**fields: Any) -> Route:
    return Route(**{"name": "team", "slack": SlackTarget(), **fields})


@pytest.mark.parametrize(
    ("globs", "project", "expected"),
    [
        (("*",), "payments", True),
        (("pay*",), "payments", True),
        (("pay*",), "repay", False),
        (("web-?", "api"), "api", True),
        (("web-?",), "web-12", False),
        (("Payments",), "payments", False),
    ],
)
def test_projects_are_globs(globs: tuple[str, ...], project: str, expected: bool) -> None:
    """As file names are matched, capitals counting."""
    assert hears(route(projects=globs), scored(project=project)) is expected


def test_verdicts_choose() -> None:
    """Whoever asks for NO-GO hears of nothing else."""
    only = route(verdicts=("NO-GO",))
    assert [verdict for verdict in VERDICTS if hears(only, scored(verdict))] == ["NO-GO"]


def test_verdicts_do_not_hide_failures() -> None:
    """A submission that cannot be judged has no verdict to be filtered by."""
    assert hears(route(verdicts=("NO-GO",)), failed())


def test_events_choose() -> None:
    """A route can leave out failures, or verdicts."""
    assert not hears(route(events=("review.scored",)), failed())
    assert not hears(route(events=("submission.failed",)), scored())


@pytest.mark.parametrize(("moved", "expected"), [(0, False), (4.9, False), (-4.9, False), (5, True), (-5, True)])
def test_minimum_change(moved: float, expected: bool) -> None:
    """The score has to move by that much, up or down."""
    assert hears(route(min_change=5), scored("HOLD", 60 + moved, before("HOLD", 60))) is expected


@given(verdicts, verdicts, scores, scores, st.floats(0, 100), st.booleans())
def test_a_changed_verdict_is_always_news(
    now: Verdict, then: Verdict, score: float, previous: float, least: float, on_change: bool
) -> None:
    """However little the score moved."""
    told = hears(route(min_change=least, only_on_change=on_change), scored(now, score, before(then, previous)))
    assert told or now == then


@given(verdicts, scores, scores)
def test_only_on_change_leaves_out_repetitions(verdict: Verdict, score: float, previous: float) -> None:
    """However far the score moved."""
    assert not hears(route(only_on_change=True), scored(verdict, score, before(verdict, previous)))


@given(verdicts, scores, st.floats(0, 100), st.booleans())
def test_a_first_review_is_news(verdict: Verdict, score: float, least: float, on_change: bool) -> None:
    """There is nothing it could be unchanged from."""
    assert hears(route(min_change=least, only_on_change=on_change), scored(verdict, score))


def test_one_delivery_for_each_route_and_channel() -> None:
    """Each fails or succeeds alone."""
    email = EmailTarget(to=("anna@example.org", "ben@example.org"))
    routes = (route(name="a", email=email), route(name="b", verdicts=("GO",)), route(name="c", slack=None, email=email))
    due = [(one.name, channel) for one, channel in deliveries(routes, scored("HOLD"))]
    assert due == [("a", "slack"), ("a", "email"), ("c", "email")]


GOOD = b"""
routes:
  - name: release-managers
    projects: [payments, "web-*"]
    verdicts: [HOLD, NO-GO]
    min_change: 5
    slack: {webhook_env: SLACK_RELEASES}
    email:
      to: [Anna <anna@example.org>]
  - name: everybody
    slack: {}
"""


def test_a_file_is_read() -> None:
    """As written, and with the defaults for what is left out."""
    first, second = parse_routes(GOOD, "routes.yaml")
    assert first == Route(
        name="release-managers",
        projects=("payments", "web-*"),
        verdicts=("HOLD", "NO-GO"),
        min_change=5,
        slack=SlackTarget(webhook_env="SLACK_RELEASES"),
        email=EmailTarget(to=("Anna <anna@example.org>",)),
    )
    assert second == Route(name="everybody", slack=SlackTarget(webhook_env="GONOGO_SLACK_WEBHOOK_URL"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"[HOLD, NO-GO]", b"[HOLD, MAYBE]", "routes.yaml:5: routes.0.verdicts.1: Input should be 'GO', 'HOLD'"),
        (b"min_change", b"minimum", "routes.yaml:6: routes.0.minimum: there is no such setting"),
        (b"min_change: 5", b"min_change: 500", "routes.yaml:6: routes.0.min_change: Input should be less than"),
        (b"anna@example.org", b"anna", "routes.yaml:9: routes.0.email.to.0: Value error, 'Anna <anna>' is not one"),
        (b"slack: {}\n", b"only_on_change: true\n", "routes.yaml:10: routes.1: Value error, leads nowhere"),
        (b"everybody", b"release-managers", "routes.yaml:2: file: Value error, two routes have the name release-man"),
        (b"routes:\n", b"roads:\n", "routes.yaml:2: roads: there is no such setting"),
        (b"slack: {}\n", b"slack: {\n", "routes.yaml:12: "),
        (b"SLACK_RELEASES", b"https://hooks.example.org/T0/s3cret", "routes.yaml:7: routes.0.slack.webhook_env: "),
    ],
)
def test_a_wrong_file_says_where(old: bytes, new: bytes, expected: str) -> None:
    """The line, the place in the tree, and what is wrong; a webhook that slipped in is not repeated."""
    with pytest.raises(Misconfigured) as caught:
        parse_routes(GOOD.replace(old, new), "routes.yaml")
    assert expected in caught.value.message
    assert "s3cret" not in caught.value.message


@pytest.mark.parametrize("text", [b"", b"- 1", b"routes: []", b"\xff\xfe\x00", b"[" * 5000, b"a: &a [*a]"])
def test_what_is_no_routes_file_is_refused(text: bytes) -> None:
    """With a sentence, whatever it is."""
    with pytest.raises(Misconfigured, match=r"routes\.yaml:1: "):
        parse_routes(text, "routes.yaml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The setting and the path."""
    with pytest.raises(Misconfigured, match=r"GONOGO_ROUTES_FILE .*nowhere\.yaml: No such file"):
        read_routes(tmp_path / "nowhere.yaml")


def test_without_a_file_every_channel_hears_everything() -> None:
    """One route, of the channels that are set."""
    everything = {
        "slack_webhook_url": "https://hooks.example.org/T0/s3cret",
        "smtp_url": "smtp://mail.example.org",
        "email_from": "gonogo@example.org",
        "email_to": "anna@example.org, ben@example.org",
    }
    (default,) = routes_of(settings(**everything))
    assert default.channels == ("slack", "email")
    assert hears(default, failed())
    assert all(hears(default, scored(verdict)) for verdict in VERDICTS)
    assert default.email == EmailTarget(to=("anna@example.org", "ben@example.org"))
    assert routes_of(settings()) == ()
