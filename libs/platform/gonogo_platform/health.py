"""Readiness that says the truth: every check with its value and its threshold."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from gonogo_platform.metrics import Metrics

CHECK_SECONDS = 2.0
"""A check that takes longer has failed."""

Status = Literal["ok", "failed", "degraded"]


class Check(msgspec.Struct, frozen=True):
    """What one look gave."""

    name: str
    status: Status
    value: float | str
    threshold: float | str
    unit: str = ""


class Readiness(msgspec.Struct, frozen=True):
    """All checks: `ready`, `degraded` (works, without something it can do without) or `unready`."""

    status: Literal["ready", "degraded", "unready"]
    checks: tuple[Check, ...]


Probe = Callable[[], Awaitable[Check]]


class Health:
    """The checks of one service."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._probes: list[tuple[str, Probe]] = []
        self.stopping = False

    def add(self, name: str, probe: Probe) -> None:
        """Another check; a probe that raises or takes too long has failed."""
        self._probes.append((name, probe))

    async def look(self) -> Readiness:
        """Runs all checks side by side."""
        checks = list(await asyncio.gather(*(_run(name, probe) for name, probe in self._probes)))
        if self.stopping:
            checks.append(Check("stopping", "failed", "stopping", "running"))
        for check in checks:
            self._metrics.ready.labels(check.name).set(check.status == "ok")
        statuses = {check.status for check in checks}
        status: Literal["ready", "degraded", "unready"] = "ready"
        if "failed" in statuses:
            status = "unready"
        elif "degraded" in statuses:
            status = "degraded"
        return Readiness(status, tuple(checks))


async def _run(name: str, probe: Probe) -> Check:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await probe()
    except TimeoutError:
        return Check(name, "failed", "no answer", f"{CHECK_SECONDS:g}", "s")
    except Exception as error:  # noqa: BLE001 - whatever a probe raises is its answer
        return Check(name, "failed", type(error).__name__, "answers")


def below(name: str, value: float, threshold: float, unit: str) -> Check:
    """Holds while the value is not over the threshold."""
    return Check(name, "ok" if value <= threshold else "failed", round(value, 3), threshold, unit)


def memory_percent(limit: int) -> float:
    """Memory in use, in percent of the limit given; of the cgroup's where none is given; else of the machine's."""
    if limit:
        return 100 * _resident_bytes() / limit
    for used, top, stat in CGROUP_FILES:
        if (percent := _cgroup_percent(used, top, stat)) is not None:
            return percent
    fields = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines())
    total, available = (int(fields[name].split()[0]) for name in ("MemTotal", "MemAvailable"))
    return 100 * (total - available) / total


CGROUP_FILES: Sequence[tuple[str, str, str]] = (
    ("/sys/fs/cgroup/memory.current", "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.stat"),
    (
        "/sys/fs/cgroup/memory/memory.usage_in_bytes",
        "/sys/fs/cgroup/memory/memory.limit_in_bytes",
        "/sys/fs/cgroup/memory/memory.stat",
    ),
)
"""Version 2 and version 1 of control groups: use, limit, details."""

NO_LIMIT = 1 << 60
"""Version 1 writes a huge number where there is no limit."""


def _cgroup_percent(used: str, top: str, stat: str) -> float | None:
    """Use without the page cache that the kernel gives back when asked, in percent; None where there is no limit."""
    try:
        limit = int(Path(top).read_text())
        details = dict(line.split() for line in Path(stat).read_text().splitlines())
        inactive = int(details.get("total_inactive_file", details.get("inactive_file", 0)))
        use = int(Path(used).read_text()) - inactive
    except (OSError, ValueError):
        return None
    return 100 * use / limit if 0 < limit < NO_LIMIT else None


def _resident_bytes() -> int:
    """This process and its children (the worker processes)."""
    mine = Path("/proc/self")
    children = (mine / "task" / str(mine.resolve().name) / "children").read_text().split()
    return sum(_resident(pid) for pid in (mine.resolve().name, *children))


def _resident(pid: str) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(fields.get("VmRSS", "0 kB").split()[0]) * 1024
