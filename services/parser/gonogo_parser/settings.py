"""What the parser can be told beside what every service can."""

from pydantic import Field

from gonogo_platform.settings import PlatformSettings


class Settings(PlatformSettings):
    """The parser's settings."""

    parser_workers: int = Field(2, ge=1, le=64, description="Processes that read files; one per core is enough.")
    parser_seconds: float = Field(60, gt=0, description="Seconds reading one file may take.")
    parser_memory: int = Field(
        2 * 1024**3, ge=256 * 1024**2, description="Bytes of address space a reading process may take."
    )
    cache_hours: int = Field(24, ge=1, description="Hours a reading stays in Redis.")
