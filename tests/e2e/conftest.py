"""One suite for all end-to-end tests."""

from collections.abc import Iterator

import pytest

from gonogo_cli.suite.servers import Servers
from gonogo_cli.suite.temporary import temporary
from tests.suite import SuiteUnderTest, running


@pytest.fixture(scope="session")
def suite(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SuiteUnderTest]:
    """All five services, running, on an installation of their own: nobody else takes from their queues."""
    folder = tmp_path_factory.mktemp("suite")
    generous = {"GONOGO_RATE_PER_MINUTE": "60000", "GONOGO_RATE_BURST": "10000"}
    with temporary(servers, "test") as installation, running(installation, folder, **generous) as made:
        yield made
