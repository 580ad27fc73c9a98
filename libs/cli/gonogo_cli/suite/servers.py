"""The three servers on this machine: found or started by `deploy/local/servers.py`."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from gonogo_cli.command import Refusal
from gonogo_cli.suite.checkout import root


class Servers(NamedTuple):
    """Addresses with the rights to make a database and queues."""

    postgres: str
    rabbitmq: str
    redis: str


def find() -> Servers:
    """Finds or starts the servers; progress goes to standard error.

    Raises:
        Refusal: one can neither be found nor started.
    """
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "servers.json"
        if _script("up", "--json", str(answer)) != 0:
            raise Refusal("the servers cannot be found or started; the lines above say what is missing")
        found = json.loads(answer.read_bytes())
    return Servers(found["postgres"]["url"], found["rabbitmq"]["url"], found["redis"]["url"])


def release() -> None:
    """Stops what `find` started."""
    _script("down")


def _script(*words: str) -> int:
    command = [sys.executable, str(root() / "deploy" / "local" / "servers.py"), *words, "--owner", str(os.getpid())]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode  # noqa: S603 - our own script
