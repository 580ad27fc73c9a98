"""What the scorer can be told beside what every service can."""

from pathlib import Path

from pydantic import Field

from gonogo_platform.settings import PlatformSettings


class Settings(PlatformSettings):
    """The scorer's settings."""

    rubric_file: Path | None = Field(None, description="Rubric that judges; without one the default rubric does.")
    scorer_workers: int = Field(2, ge=1, le=64, description="Processes that judge; one per core is enough.")
    scorer_seconds: float = Field(60, gt=0, description="Seconds one judgement may take.")
    scorer_memory: int = Field(
        2 * 1024**3, ge=256 * 1024**2, description="Bytes of address space a judging process may take."
    )
