"""One open console and one that asks for keys, for all tests of the console."""

import uuid
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from gonogo_cli.suite.installation import Installation
from services.console.tests import consoles
from services.console.tests.consoles import Running
from services.console.tests.stored import Connection


@pytest.fixture(scope="session")
def console(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Everybody may read it."""
    with consoles.running(installation, tmp_path_factory.mktemp("open")) as made:
        yield made


@pytest.fixture(scope="session")
def locked(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """It asks for a key."""
    with consoles.running(installation, tmp_path_factory.mktemp("locked"), GONOGO_CONSOLE_OPEN="false") as made:
        yield made


@pytest.fixture
async def connection(installation: Installation) -> AsyncIterator[Connection]:
    """With the owner's rights, as all the other services together."""
    made = await asyncpg.connect(installation.owner_url)
    yield made
    await made.close()


@pytest.fixture
def project() -> str:
    """A project of the test's own."""
    return f"p-{uuid.uuid4().hex[:12]}"
