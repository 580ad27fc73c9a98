"""The local place that notifications go to: a mailbox and a Slack-shaped address, by `deploy/local/sink.py`."""

import json
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gonogo_cli.suite.checkout import root
from gonogo_cli.suite.children import end_with_parent
from gonogo_cli.suite.ports import one_free


class Sink:
    """A process that writes down what arrives, while the block lasts."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "arrivals.jsonl"
        self._smtp, self._http = one_free(), one_free()

    @property
    def settings(self) -> dict[str, str]:
        """The notifier's settings that lead here."""
        return {
            "GONOGO_SLACK_WEBHOOK_URL": f"http://127.0.0.1:{self._http}/services/demo",
            "GONOGO_SMTP_URL": f"smtp://127.0.0.1:{self._smtp}",
            "GONOGO_EMAIL_FROM": "gonogo@example.com",
            "GONOGO_EMAIL_TO": "release-managers@example.com",
        }

    def __enter__(self) -> Self:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(b"")
        command = [sys.executable, str(root() / "deploy" / "local" / "sink.py")]
        options = ["--smtp-port", str(self._smtp), "--http-port", str(self._http), "--file", str(self._file)]
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [*command, *options],
            stdin=subprocess.DEVNULL,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - no thread runs when the sink is started
        )
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def arrivals(self) -> list[dict[str, Any]]:
        """What has arrived."""
        return [json.loads(line) for line in self._file.read_text("utf-8").splitlines()]

    def wait_for(self, count: int, seconds: float) -> list[dict[str, Any]]:
        """What has arrived once there are so many, or the time is over."""
        deadline = time.monotonic() + seconds
        while len(arrived := self.arrivals()) < count and time.monotonic() < deadline:
            time.sleep(0.05)
        return arrived
