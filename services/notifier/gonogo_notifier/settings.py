"""What the notifier can be told through the environment, prefix `GONOGO_`."""

from email.headerregistry import Address
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from gonogo_notifier.addresses import parse_address
from gonogo_notifier.smtp_server import SmtpServer
from gonogo_platform.settings import PlatformSettings


class NotifierSettings(PlatformSettings):
    """Channels, routes and what a message links to."""

    routes_file: str = Field(
        "", description="Who hears of what, as YAML; without it the channels set here hear of everything."
    )
    slack_webhook_url: SecretStr = Field(
        SecretStr(""), description="Slack incoming webhook of routes that name none of their own; it is a secret."
    )
    smtp_url: SecretStr = Field(
        SecretStr(""),
        description="Mail server: smtps://user:secret@host:465 (TLS), smtp://user:secret@host:587 (STARTTLS, which "
        "production demands), or smtp://host:25?tls=none (never encrypted, and without a login).",
    )
    email_from: str = Field("", description="Sender of emails: gonogo <gonogo@example.org>")
    email_to: str = Field("", description="Recipients of emails where there is no routes file, separated by commas.")
    console_url: str = Field(
        "", description="Address of the console as readers reach it; messages link to the review there."
    )
    send_timeout: float = Field(
        10, gt=0, le=15, description="Seconds one attempt to send may take; three must fit into the queue's 60."
    )

    @field_validator("slack_webhook_url")
    @classmethod
    def webhook_is_an_address(cls, url: SecretStr) -> SecretStr:
        """Refuses what cannot be called; whether it must be https depends on the environment."""
        check_web_address(url.get_secret_value())
        return url

    @field_validator("console_url")
    @classmethod
    def console_is_an_address(cls, url: str) -> str:
        """Without the slash at the end."""
        check_web_address(url)
        return url.rstrip("/")

    @field_validator("smtp_url")
    @classmethod
    def smtp_is_an_address(cls, url: SecretStr) -> SecretStr:
        """Refuses what is no mail server's address."""
        SmtpServer.parse(url.get_secret_value())
        return url

    @field_validator("email_from")
    @classmethod
    def sender_is_an_address(cls, sender: str) -> str:
        """Refuses what no mail server would take as sender."""
        if sender:
            parse_address(sender)
        return sender

    @field_validator("email_to")
    @classmethod
    def recipients_are_addresses(cls, recipients: str) -> str:
        """Refuses a list in which one is no address."""
        for one in split_recipients(recipients):
            parse_address(one)
        return recipients

    @model_validator(mode="after")
    def channels_are_whole(self) -> Self:
        """Half a channel is a mistake, not a wish to be silent."""
        if self.smtp_url.get_secret_value() and not self.email_from:
            raise ValueError("GONOGO_SMTP_URL is set, but nobody to write as: set GONOGO_EMAIL_FROM")
        if self.smtp_url.get_secret_value() and not (self.email_to or self.routes_file):
            text = "GONOGO_SMTP_URL is set, but nobody to write to: set GONOGO_EMAIL_TO or GONOGO_ROUTES_FILE"
            raise ValueError(text)
        if self.environment == "production":
            check_https("GONOGO_SLACK_WEBHOOK_URL", self.slack_webhook_url.get_secret_value())
        return self

    @property
    def sender(self) -> Address:
        """Who emails come from."""
        return parse_address(self.email_from)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who gets the emails of the default route."""
        return split_recipients(self.email_to)


def split_recipients(text: str) -> tuple[str, ...]:
    """Addresses of a comma-separated list."""
    return tuple(one.strip() for one in text.split(",") if one.strip())


def check_web_address(url: str) -> None:
    """Empty, or http(s) with a host.

    Raises:
        ValueError: it is neither; the sentence holds nothing of the address.
    """
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ValueError("is no web address; give one like https://host/path")


def check_https(variable: str, url: str) -> None:
    """What leaves the house is encrypted.

    Raises:
        ValueError: the address is http; the sentence names the variable, never its value.
    """
    if url and urlsplit(url).scheme != "https":
        raise ValueError(f"{variable} must be https, or set GONOGO_ENVIRONMENT=development")
