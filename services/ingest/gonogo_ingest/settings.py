"""What ingest can be told beside what every service can."""

from typing import Self

from pydantic import Field, SecretStr, model_validator

from gonogo_platform.settings import PlatformSettings, check_secret

MIB = 1024 * 1024


class Settings(PlatformSettings):
    """Ingest's settings."""

    key_pepper: SecretStr = Field(
        description="Secret that API keys are hashed with; without it the stored hashes are useless."
    )
    console_url: str = Field("http://127.0.0.1:8081", description="Address of the console, for the links in answers.")
    max_report_bytes: int = Field(8 * MIB, ge=1, description="Largest report.")
    max_evidence_bytes: int = Field(64 * MIB, ge=1, description="Largest evidence file.")
    max_upload_bytes: int = Field(256 * MIB, ge=1, description="Largest upload, all files together.")
    max_files: int = Field(50, ge=1, le=500, description="Most files in one upload.")
    max_archive_entries: int = Field(10_000, ge=1, description="Most entries of an archive.")
    max_archive_bytes: int = Field(512 * MIB, ge=1, description="Most bytes that an archive may unpack to.")
    upload_seconds: float = Field(300, gt=0, description="Seconds a client may take to send its upload.")
    rate_per_minute: int = Field(120, ge=1, description="Uploads a key may send in a minute on average.")
    rate_burst: int = Field(60, ge=1, description="Uploads a key may send at once.")

    @model_validator(mode="after")
    def refuse_weak_pepper(self) -> Self:
        """A guessable pepper protects nothing."""
        if self.environment == "production":
            check_secret("key_pepper", self.key_pepper.get_secret_value())
        return self
