"""One suite for all end-to-end tests."""

from collections.abc import Iterator

import pytest

from gonogo_cli.suite.installation import Installation
from tests.suite import SuiteUnderTest, running


@pytest.fixture(scope="session")
def suite(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SuiteUnderTest]:
    """All five services, running."""
    folder = tmp_path_factory.mktemp("suite")
    with running(installation, folder, GONOGO_RATE_PER_MINUTE="60000", GONOGO_RATE_BURST="10000") as made:
        yield made
