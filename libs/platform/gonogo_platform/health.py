"""Readiness that says the truth: every check with its value and its threshold."""

import asyncio
from collections.abc import Awaitable, Callable
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
