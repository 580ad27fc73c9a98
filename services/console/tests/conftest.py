"""One database, one open console and one that asks for keys, for all tests of the console."""

import uuid
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from services.console.tests import consoles
from services.console.tests.consoles import Ground, Running
from services.console.tests.stored import Connection


@pytest.fixture(scope="session")
def ground() -> Iterator[Ground]:
    consoles.require_servers()
    with consoles.own_ground() as made:
        yield made


@pytest.fixture(scope="session")
def console(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Everybody may read it."""
    with consoles.running(ground, tmp_path_factory.mktemp("logs") / "open.log") as made:
        yield made


@pytest.fixture(scope="session")
def locked(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """It asks for a key."""
    log = tmp_path_factory.mktemp("logs") / "locked.log"
    with consoles.running(ground, log, GONOGO_CONSOLE_OPEN="false") as made:
        yield made


@pytest.fixture
async def connection(ground: Ground) -> AsyncIterator[Connection]:
    """With the owner's rights, as all the other services together."""
    made = await asyncpg.connect(ground.owner_url)
    yield made
    await made.close()


@pytest.fixture
def project() -> str:
    """A project of the test's own."""
    return f"p-{uuid.uuid4().hex[:12]}"
