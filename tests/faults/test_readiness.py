"""Readiness says the truth: each threshold is really crossed, named, and comes back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest

from gonogo_cli.suite.installation import Installation
from tests.faults.conftest import Lock, through
from tests.proxy import Proxy
from tests.suite import SuiteUnderTest, running, until

pytestmark = pytest.mark.e2e

REPORT = b"# Release 1\n\n**Status**: ready\n\n- [x] 120 of 120 tests passed\n"
MEMORY_GROUPS = Path("/sys/fs/cgroup/memory")


def fails(suite: SuiteUnderTest, service: str, check: str) -> bool:
    """503, and this check is the one that says so."""
    status, checks = suite.ready(service)
    return status == 503 and checks[check]["status"] == "failed"


def holds(suite: SuiteUnderTest, service: str) -> bool:
    return suite.ready(service)[0] == 200


def is_degraded(suite: SuiteUnderTest, service: str) -> bool:
    """The cache is gone, and the service says so."""
    return bool(suite.ready(service)[1]["redis"]["status"] == "degraded")


def test_a_full_pool(own_installation: Installation, tmp_path: Path, lock: Lock) -> None:
    """All connections wait for a lock: over 80 % of the pool is in use."""
    with running(own_installation, tmp_path, ["ingest", "parser", "scorer"], GONOGO_POOL_MAX="4") as suite:
        with lock("scorer.review"):
            for n in range(5):
                suite.submit(REPORT + b"\n" * n)
            until(lambda: fails(suite, "scorer", "pool"))
        until(lambda: holds(suite, "scorer"))


def test_a_queue_that_grows(own_installation: Installation, tmp_path: Path, lock: Lock) -> None:
    """More messages wait than the limit allows."""
    with running(own_installation, tmp_path, ["ingest", "parser"], GONOGO_READY_BACKLOG="2") as suite:
        with lock("parser.reading"):
            for n in range(12):
                suite.submit(REPORT + b"\n" * n)
            until(lambda: fails(suite, "parser", "parser.submission-received"))
        until(lambda: holds(suite, "parser"))


def test_a_broker_that_is_gone(own_installation: Installation, tmp_path: Path, broker_proxy: Proxy) -> None:
    """Uploads are still taken; the outbox keeps their events, and its age is told; then everything goes on."""
    behind = through(own_installation, rabbitmq=broker_proxy)
    with running(behind, tmp_path, GONOGO_READY_OUTBOX_SECONDS="3", GONOGO_PUBLISH_TIMEOUT="1") as suite:
        broker_proxy.cut()
        submission = suite.submit(REPORT)
        until(lambda: fails(suite, "ingest", "broker"))
        until(lambda: fails(suite, "ingest", "outbox"))
        broker_proxy.restore()
        for service in ("ingest", "parser", "scorer", "notifier", "console"):
            until(partial(holds, suite, service))
        assert suite.settled(submission)["state"] == "scored"


def test_a_cache_that_is_gone(own_installation: Installation, tmp_path: Path, redis_proxy: Proxy) -> None:
    """Degraded, not down: every upload still gets its verdict."""
    behind = through(own_installation, redis=redis_proxy)
    with running(behind, tmp_path) as suite:
        redis_proxy.cut()
        for service in ("ingest", "parser", "scorer"):
            until(partial(is_degraded, suite, service))
            assert holds(suite, service)
        assert suite.settled(suite.submit(REPORT))["state"] == "scored"
        redis_proxy.restore()
        until(lambda: suite.ready("parser")[1]["redis"]["status"] == "ok")


@contextmanager
def control_group(name: str) -> Iterator[Path]:
    """A control group of version 1, where this machine lets us make one."""
    group = MEMORY_GROUPS / name
    group.mkdir()
    try:
        yield group
    finally:
        group.rmdir()


def test_a_memory_limit_that_shrinks(own_installation: Installation, tmp_path: Path) -> None:
    """The process's control group gets a limit just over its use, and then a larger one; where no group can be made,
    the setting that stands for it is set so."""
    if not os.access(MEMORY_GROUPS / "memory.limit_in_bytes", os.W_OK):
        assert_over_a_limit_of_ones_own(own_installation, tmp_path)
        return
    with control_group(own_installation.database) as group, running(own_installation, tmp_path, []) as suite:
        with inside(group):
            suite.processes.start("ingest")
        suite.processes.wait_ready("ingest")
        limit = group / "memory.limit_in_bytes"
        limit.write_text(str(int(resident(group) * 1.1)))
        until(lambda: fails(suite, "ingest", "memory"))
        limit.write_text(str(8 * 1024**3))
        until(lambda: holds(suite, "ingest"))


@contextmanager
def inside(group: Path) -> Iterator[None]:
    """What is started meanwhile is born in the group; memory stays with the group that it was taken in."""
    lines = Path("/proc/self/cgroup").read_text().splitlines()
    home = next(line.split(":")[2] for line in lines if line.split(":")[1] == "memory")
    (group / "cgroup.procs").write_text(str(os.getpid()))
    try:
        yield
    finally:
        (MEMORY_GROUPS / home.lstrip("/") / "cgroup.procs").write_text(str(os.getpid()))


def assert_over_a_limit_of_ones_own(installation: Installation, folder: Path) -> None:
    """The service runs and is not ready."""
    with running(installation, folder, [], GONOGO_MEMORY_LIMIT=str(64 * 1024**2)) as suite:
        suite.processes.start("ingest")
        until(lambda: answers_at_all(suite) and fails(suite, "ingest", "memory"))


def resident(group: Path) -> int:
    """Bytes that cannot be given back; a limit close above them is crossed without the kernel ending the process."""
    details = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
    return int((group / "memory.usage_in_bytes").read_text()) - int(details["total_inactive_file"])


def answers_at_all(suite: SuiteUnderTest) -> bool:
    """Whether the service listens already."""
    try:
        return httpx.get(f"{suite.installation.url('ingest')}/livez").status_code == 200
    except httpx.HTTPError:
        return False


def test_a_memory_limit_of_ones_own(own_installation: Installation, tmp_path: Path) -> None:
    """Where there are no control groups, a setting says how much is too much."""
    with running(own_installation, tmp_path, ["ingest"], GONOGO_MEMORY_LIMIT=str(8 * 1024**3)) as suite:
        _, checks = suite.ready("ingest")
        assert 0 < checks["memory"]["value"] < checks["memory"]["threshold"] == 85
    assert_over_a_limit_of_ones_own(own_installation, tmp_path / "over")


def test_a_broker_that_stalls_at_the_start(own_installation: Installation, tmp_path: Path, broker_proxy: Proxy) -> None:
    """A service that cannot start says so and ends, also where the broker takes its connection and says nothing."""
    broker_proxy.stall()
    behind = through(own_installation, rabbitmq=broker_proxy)
    with running(behind, tmp_path, [], GONOGO_START_TIMEOUT="2") as suite:
        process = suite.processes.start("console")
        assert process.wait(60) == 2
        assert "RabbitMQ cannot be used" in suite.processes.log("console").read_text()


def test_a_broker_that_stalls_at_the_end(own_installation: Installation, tmp_path: Path, broker_proxy: Proxy) -> None:
    """SIGTERM ends the service with status 0 all the same."""
    behind = through(own_installation, rabbitmq=broker_proxy)
    with running(behind, tmp_path, ["scorer"], GONOGO_GRACE_SECONDS="3") as suite:
        broker_proxy.stall()
        assert suite.processes.stop_all() == {"scorer": 0}
