"""Real servers for tests: addresses from the environment, else the usual local ports; each run has its own names there.

Where a server is missing, tests that need it are skipped on a laptop and fail where CI is set.
"""

import os
import socket
from collections.abc import Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest

from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.servers import Servers
from gonogo_cli.suite.temporary import temporary
from gonogo_platform.settings import PlatformSettings

# A machine that is busy makes no test fail.
hypothesis.settings.register_profile("untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("untimed")

USUAL = {
    "GONOGO_POSTGRES_URL": "postgresql://postgres@127.0.0.1:5432/postgres",
    "GONOGO_RABBITMQ_URL": "amqp://guest:guest@127.0.0.1:5672/",
    "GONOGO_REDIS_URL": "redis://127.0.0.1:6379/0",
}


@pytest.fixture(scope="session")
def servers() -> Servers:
    """PostgreSQL, RabbitMQ and Redis."""
    urls = {name: os.environ.get(name, usual) for name, usual in USUAL.items()}
    if missing := [url for url in urls.values() if not answers(url)]:
        text = f"nothing answers at {', '.join(missing)}: run 'make test', which starts the servers"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)
    return Servers(urls["GONOGO_POSTGRES_URL"], urls["GONOGO_RABBITMQ_URL"], urls["GONOGO_REDIS_URL"])


def answers(url: str) -> bool:
    """Whether something listens there."""
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 0), timeout=2):
            return True
    except OSError:
        return False


@pytest.fixture(scope="session")
def installation(servers: Servers) -> Iterator[Installation]:
    """One for all tests that do not disturb each other."""
    with temporary(servers, "test") as made:
        yield made


@pytest.fixture
def own_installation(servers: Servers) -> Iterator[Installation]:
    """One for a test alone, which may stop and break things."""
    with temporary(servers, "test") as made:
        yield made


@pytest.fixture
def settings(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> PlatformSettings:
    """The settings of a service of this installation, also in the environment."""
    for name, value in installation.environment("console").items():
        monkeypatch.setenv(name, value)
    return PlatformSettings()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The reports and evidence that the project ships."""
    return Path(__file__).parent / "samples"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set, a skipped test is a failure: green must mean tested. Only the corpus may be absent."""
    report = yield
    reason = report.longrepr[2] if report.skipped and isinstance(report.longrepr, tuple) else ""
    if reason and os.environ.get("CI") and "corpus" not in reason:
        report.outcome = "failed"
        report.longrepr = f"skipped, which is a failure in CI: {reason}"
    return report
