"""What a notifier refuses to start with."""

from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from gonogo_notifier.addresses import parse_address
from gonogo_notifier.routes import Route, SlackTarget
from gonogo_notifier.slack import webhooks
from gonogo_notifier.smtp_server import SmtpServer
from gonogo_platform.errors import Misconfigured
from services.notifier.tests.running import settings

STRONG = {
    "environment": "production",
    "postgres_url": "postgresql://gonogo_notifier:8d1f6c2b9a7e4035@db/gonogo",
    "rabbitmq_url": "amqp://gonogo:8d1f6c2b9a7e4035@broker/",
}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"slack_webhook_url": "hooks.example.org/s3cret"}, "is no web address"),
        ({"console_url": "javascript:alert(1)"}, "is no web address"),
        ({"smtp_url": "https://u:s3cret@mail.example.org"}, "is no mail server"),
        ({"smtp_url": "smtp://user@mail.example.org", "email_from": "a@b.org"}, "is no mail server"),
        ({"smtp_url": "smtp://u:s3cret#1@mail.example.org", "email_from": "a@b.org"}, "percent-encoded"),
        ({"smtp_url": "smtp://u:s3cret@mail.example.org?tls=none"}, "in the clear"),
        ({"smtp_url": "smtps://mail.example.org?tls=none"}, "in the clear"),
        ({"smtp_url": "smtp://mail.example.org?tls=s3cret"}, "other than ?tls=none"),
        ({"smtp_url": "smtp://u:s3cret@mail.example.org"}, "set GONOGO_EMAIL_FROM"),
        ({"smtp_url": "smtp://u:s3cret@mail.example.org", "email_from": "a@b.org"}, "set GONOGO_EMAIL_TO"),
        ({"email_from": "a@b.org\r\nBcc: c@d.org"}, "is not one email address"),
        ({"email_to": "a@b.org, nobody"}, "is not one email address"),
        ({**STRONG, "slack_webhook_url": "http://hooks.example.org/s3cret"}, "must be https"),
        ({"send_timeout": 60}, "less than or equal to 15"),
    ],
)
def test_wrong_settings_are_refused(fields: dict[str, Any], expected: str) -> None:
    """With what to do, and without the secret."""
    with pytest.raises(ValidationError) as caught:
        settings(**fields)
    messages = [problem["msg"] for problem in caught.value.errors(include_input=False, include_url=False)]
    assert expected in messages[0]
    assert "s3cret" not in str(messages)


def test_production_takes_https() -> None:
    """And an address of the console without the slash at its end."""
    whole = settings(
        **STRONG, slack_webhook_url="https://hooks.example.org/s3cret", console_url="https://gonogo.example.org/"
    )
    assert whole.console_url == "https://gonogo.example.org"
    assert "s3cret" not in repr(whole)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", None),
        ("smtp://mail.example.org", SmtpServer("mail.example.org", 587, "", SecretStr(""), "starttls")),
        ("smtp://mail.example.org:25?tls=none", SmtpServer("mail.example.org", 25, "", SecretStr(""), "none")),
        ("smtps://mail.example.org", SmtpServer("mail.example.org", 465, "", SecretStr(""), "at-once")),
        ("smtp://u%40x:p%3A%2F%23@[::1]:2525", SmtpServer("::1", 2525, "u@x", SecretStr("p:/#"), "starttls")),
    ],
)
def test_mail_servers(url: str, expected: SmtpServer | None) -> None:
    """Scheme and port say how it is spoken to; special characters are percent-encoded."""
    assert SmtpServer.parse(url) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a@b.org", "a@b.org"),
        ("  gonogo <a@b.org> ", "gonogo <a@b.org>"),
        ('"Go, no go" <a@b.org>', '"Go, no go" <a@b.org>'),
    ],
)
def test_addresses(text: str, shown: str) -> None:
    """With and without a name."""
    assert str(parse_address(text)) == shown


@pytest.mark.parametrize(
    "text", ["", "a", "a@", "@b.org", "a@b.org, c@d.org", "a@b.org\nx", "a b@c.org", "<a@b.org", "a@b.org" + "x" * 300]
)
def test_no_addresses(text: str) -> None:
    """What a mail server would refuse, or a header not survive."""
    with pytest.raises(ValueError, match="is not one email address"):
        parse_address(text)


ROUTES = (
    Route(name="releases", slack=SlackTarget(webhook_env="SLACK_RELEASES")),
    Route(name="all", slack=SlackTarget()),
)


def test_webhooks_come_from_the_environment() -> None:
    """Each route's own, and the default one."""
    found = webhooks(
        ROUTES, settings(slack_webhook_url="https://h.example.org/1"), {"SLACK_RELEASES": "https://h.example.org/2"}
    )
    assert found == {"releases": "https://h.example.org/2", "all": "https://h.example.org/1"}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "route releases needs a Slack webhook in SLACK_RELEASES, which is not set"),
        ({"SLACK_RELEASES": "s3cret"}, "route releases, SLACK_RELEASES: is no web address"),
        ({"SLACK_RELEASES": "http://h.example.org/s3cret"}, "route releases, SLACK_RELEASES: SLACK_RELEASES must be"),
    ],
)
def test_a_missing_webhook_stops_the_start(environ: dict[str, str], expected: str) -> None:
    """The sentence names the variable and never its value."""
    with pytest.raises(Misconfigured) as caught:
        webhooks(ROUTES, settings(**STRONG), environ)
    assert expected in caught.value.message
    assert "s3cret" not in caught.value.message
