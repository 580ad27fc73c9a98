"""The five services as processes: started together, waited for, stopped gracefully."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from gonogo_cli.command import Refusal
from gonogo_cli.suite.children import end_with_parent
from gonogo_cli.suite.installation import SERVICES, Installation

READY_SECONDS = 60.0
STOP_SECONDS = 30.0
LOG_TAIL = 15


class Processes:
    """Services that run while the block lasts."""

    def __init__(
        self,
        installation: Installation,
        logs: Path,
        tell: Callable[[str], None] = lambda _text: None,
        services: Mapping[str, int] = SERVICES,
    ) -> None:
        self.installation = installation
        self._logs = logs
        self._tell = tell
        self._services = services
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        self._logs.mkdir(parents=True, exist_ok=True)
        try:
            for service in self._services:
                self.start(service)
            for service in self._services:
                self.wait_ready(service)
        except BaseException:
            self.stop_all()
            raise
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.stop_all()

    def log(self, service: str) -> Path:
        """Where a service's log lines go."""
        return self._logs / f"{service}.log"

    def start(self, service: str) -> subprocess.Popen[bytes]:
        """Starts one service."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GONOGO_")}
        environment |= self.installation.environment(service)
        with self.log(service).open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", f"gonogo_{service}"],
                env=environment,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=end_with_parent,  # noqa: PLW1509 - no thread runs when services are started
            )
        self.running[service] = process
        return process

    def wait_ready(self, service: str, seconds: float = READY_SECONDS) -> None:
        """Until the service says that it is ready.

        Raises:
            Refusal: it ended, or was not ready in time; with the end of its log.
        """
        deadline, address = time.monotonic() + seconds, f"{self.installation.url(service)}/readyz"
        answer = "nothing"
        while time.monotonic() < deadline:
            if self.running[service].poll() is not None:
                raise Refusal(f"{service} ended with status {self.running[service].returncode}:\n{self._tail(service)}")
            try:
                response = httpx.get(address, timeout=3)
            except httpx.HTTPError as error:
                answer = type(error).__name__
            else:
                if response.status_code == httpx.codes.OK:
                    self._tell(f"{service} is ready at {self.installation.url(service)}")
                    return
                answer = response.text
            time.sleep(0.1)
        raise Refusal(f"{service} is not ready after {seconds:g} s ({answer}):\n{self._tail(service)}")

    def stop_all(self) -> dict[str, int]:
        """Ends all services gracefully; one that does not end in time is killed. Gives their exit statuses."""
        for process in self.running.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for process in self.running.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        return {service: process.returncode for service, process in self.running.items()}

    def _tail(self, service: str) -> str:
        lines = self.log(service).read_text("utf-8", "replace").splitlines()
        return "\n".join(lines[-LOG_TAIL:])
