"""An installation of the platform's own: a service of another test would take from its queues."""

from collections.abc import Iterator

import pytest

from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.servers import Servers
from gonogo_cli.suite.temporary import temporary


@pytest.fixture(scope="session")
def installation(servers: Servers) -> Iterator[Installation]:
    """In place of the one that all other tests share."""
    with temporary(servers, "test") as made:
        yield made
