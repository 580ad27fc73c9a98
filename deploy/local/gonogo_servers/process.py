"""Starts a server as a process of its own, and stops exactly that one again, from whichever process asks."""

import os
import pwd
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from gonogo_servers.kinds import Kind, ServersError
from gonogo_servers.probe import UnreachableError, version
from gonogo_servers.progress import say

GRACE = 30  # seconds between asking a server to stop and killing it
POLL = 0.1  # seconds


@dataclass(frozen=True)
class Launch:
    """How one server is started: its command and environment, and what stops it.

    `stop_signal` is the polite one, `after_stop` a command that ends helpers which outlive the server.
    """

    kind: Kind
    command: list[str]
    environment: dict[str, str]
    folder: Path
    url: str
    stop_signal: int = signal.SIGTERM
    after_stop: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def log(self) -> Path:
        """Everything the server writes to its terminal."""
        return self.folder / "server.log"


def free_port(usual: int) -> int:
    """`usual` where nothing listens there on 127.0.0.1, else a port the system gives."""
    for port in (usual, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise ServersError("No free port on 127.0.0.1: end some programs that listen there.")


def account_of(kind: Kind) -> str | None:
    """The user to become where we are root: the one the server's package made, else nobody."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return kind.account if kind.account in known else "nobody"


class Identity(TypedDict, total=False):
    """The keyword arguments with which `subprocess` gives up root."""

    user: int
    group: int
    extra_groups: list[int]


def identity(kind: Kind) -> Identity:
    """Who a server of this kind runs as: the user its package made where we are root, else whoever we are."""
    account = account_of(kind)
    if account is None:
        return {}
    entry = pwd.getpwnam(account)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def start(launch: Launch) -> subprocess.Popen[bytes]:
    """Starts the server in a session of its own, with its output in `launch.log`."""
    with launch.log.open("ab") as log:
        return subprocess.Popen(
            launch.command,
            env=launch.environment,
            cwd=launch.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **identity(launch.kind),
        )


def wait_until_ready(launch: Launch, process: subprocess.Popen[bytes]) -> None:
    """Returns once the server answers; `ServersError` with the end of its log where it ends or takes too long."""
    kind, begun = launch.kind, time.monotonic()
    while (waited := time.monotonic() - begun) < kind.patience:
        try:
            answered = version(kind, launch.url)
        except UnreachableError:
            if process.poll() is not None:
                raise ServersError(_failure(launch, f"ended at once, with status {process.returncode}")) from None
            time.sleep(POLL)
        else:
            if answered < kind.minimum:
                raise ServersError(f"The {kind.title} of this system is too old: {answered} instead of {kind.minimum}.")
            say(kind, f"ready after {waited:.1f} s")
            return
    raise ServersError(_failure(launch, f"did not answer within {kind.patience} seconds"))


def _failure(launch: Launch, what: str) -> str:
    lines = launch.log.read_text(errors="replace").splitlines()[-15:]
    return "\n    ".join([f"{launch.kind.title} {what}; the end of {launch.log}:", *lines])


def birth(pid: int) -> str | None:
    """When the process started, in the kernel's ticks; None where it is gone. Tells a reused id from the old one."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields[19]


def stop(pid: int, born: str, polite: int) -> None:
    """Ends the process group that `pid` leads: politely, and after the grace time by force."""
    for sign in (polite, signal.SIGKILL):
        deadline = time.monotonic() + GRACE
        if birth(pid) == born:
            os.killpg(pid, sign)
        while birth(pid) == born and time.monotonic() < deadline:
            time.sleep(POLL)
