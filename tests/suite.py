"""The suite under test: five real processes, a sink for notifications, and what a client does with them."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import asyncpg
import httpx

from gonogo_cli.suite.installation import SERVICES, Installation
from gonogo_cli.suite.processes import Processes
from gonogo_cli.suite.setting_up import create_key
from gonogo_cli.suite.sink import Sink

SECONDS = 60.0
"""Longer than anything here takes; the tests wait for things, not for time."""

Upload = tuple[str, tuple[str, bytes]]


def until(holds: Callable[[], Any], seconds: float = SECONDS) -> Any:
    """Waits until something is true, and gives it."""
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline, f"still not so after {seconds:g} s"
        time.sleep(0.05)
    return found


@dataclass
class SuiteUnderTest:
    """A running suite and a key to it."""

    installation: Installation
    processes: Processes
    sink: Sink
    key: str

    def upload(
        self,
        files: Sequence[Upload],
        project: str = "payments",
        release: str = "1",
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Sends an upload as a client does."""
        return httpx.post(
            f"{self.installation.url('ingest')}/v1/submissions",
            headers={"Authorization": f"Bearer {self.key}", **(headers or {})},
            data={"project": project, "release": release},
            files=list(files),
            timeout=SECONDS,
        )

    def submit(
        self,
        report: bytes,
        evidence: Sequence[tuple[str, bytes]] = (),
        *,
        name: str = "report.md",
        project: str = "payments",
        release: str = "1",
        key: str = "",
    ) -> str:
        """Sends an upload that is to be accepted, under an Idempotency-Key where one is given; gives its id."""
        files = [("report", (name, report)), *(("evidence", one) for one in evidence)]
        headers = {"Idempotency-Key": key} if key else {}
        response = self.upload(files, project, release, headers)
        assert response.status_code == 202, response.text
        return str(response.json()["id"])

    def get(self, path: str) -> httpx.Response:
        """Asks the console."""
        headers = {"Authorization": f"Bearer {self.key}"}
        return httpx.get(f"{self.installation.url('console')}{path}", headers=headers, timeout=SECONDS)

    def settled(self, submission: str) -> dict[str, Any]:
        """Waits until the submission is judged or has failed; gives its status."""

        def final() -> dict[str, Any] | None:
            status: dict[str, Any] = self.get(f"/v1/submissions/{submission}").json()
            return status if status.get("state") in ("scored", "failed") else None

        return dict(until(final))

    def review(self, submission: str) -> bytes:
        """Waits for the review; gives its bytes."""
        status = self.settled(submission)
        assert status["state"] == "scored", status
        return self.get(f"/v1/reviews/{status['review_id']}").content

    def rows(self, sql: str, *arguments: object) -> list[dict[str, Any]]:
        """What the database holds."""
        return query(self.installation, sql, *arguments)

    def arrivals(self, review: str) -> list[dict[str, Any]]:
        """What the sink got about a review: messages link to it."""
        return [arrival for arrival in self.sink.arrivals() if review in json.dumps(arrival)]

    def ready(self, service: str) -> tuple[int, dict[str, dict[str, Any]]]:
        """Status and checks of a service's readiness."""
        response = httpx.get(f"{self.installation.url(service)}/readyz", timeout=10)
        return response.status_code, {check["name"]: check for check in response.json()["checks"]}


def query(installation: Installation, sql: str, *arguments: object) -> list[dict[str, Any]]:
    """Runs a statement with the owner's rights."""

    async def run() -> list[dict[str, Any]]:
        connection = await asyncpg.connect(installation.owner_url)
        try:
            return [dict(row) for row in await connection.fetch(sql, *arguments)]
        finally:
            await connection.close()

    return asyncio.run(run())


@contextmanager
def running(
    installation: Installation, folder: Path, services: Sequence[str] = tuple(SERVICES), **extra: str
) -> Iterator[SuiteUnderTest]:
    """The suite, or some of its services, while the block lasts."""
    with ExitStack() as stack:
        sink = stack.enter_context(Sink(folder / "sink"))
        made = replace(installation, extra={**sink.settings, **extra})
        key = asyncio.run(
            create_key(
                made.owner_url, made.secrets["pepper"], name="test", project="*", scopes=["submit", "read"], days=1
            )
        )
        chosen = {service: SERVICES[service] for service in services}
        processes = stack.enter_context(Processes(made, folder / "logs", services=chosen))
        yield SuiteUnderTest(made, processes, sink, key.text)
