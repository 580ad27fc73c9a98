"""What the console can be told beside what every service can."""

from typing import Self

from pydantic import Field, SecretStr, model_validator

from gonogo_platform.settings import PlatformSettings, check_secret


class Settings(PlatformSettings):
    """The console's settings."""

    key_pepper: SecretStr = Field(
        description="Secret that API keys are hashed with, the same as ingest's; logins are signed with it too."
    )
    console_url: str = Field(
        "http://127.0.0.1:8081", description="Address people open; https makes the login cookie secure."
    )
    ingest_url: str = Field("http://127.0.0.1:8080", description="Address of ingest, shown where reports can be sent.")
    console_open: bool | None = Field(
        None, description="Whether everybody may read without a key; unset, only in development."
    )
    session_hours: float = Field(12, gt=0, le=24 * 30, description="Hours until a login ends.")
    live_streams: int = Field(
        200, ge=1, description="Browsers and programs that may follow submissions at once; more get 503."
    )

    @model_validator(mode="after")
    def refuse_weak_pepper(self) -> Self:
        """A guessable pepper protects nothing."""
        if self.environment == "production":
            check_secret("key_pepper", self.key_pepper.get_secret_value())
        return self

    @property
    def open(self) -> bool:
        """Whether everybody may read."""
        return self.environment == "development" if self.console_open is None else self.console_open
