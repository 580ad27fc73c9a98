"""Debian and Ubuntu packages: installed in the system as root, else unpacked below a folder of ours.

An unpacked package runs none of its scripts, so nothing of the system changes; the one program that knows its own
place, Erlang's `erl`, is told the new one.
"""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from gonogo_servers.kinds import Kind, ServersError
from gonogo_servers.programs import SYSTEM
from gonogo_servers.progress import say

SECONDS = 900  # how long one step of apt-get may take
POLICY = Path("/usr/sbin/policy-rc.d")


def available() -> bool:
    """Whether this system has Debian's package tools."""
    return all(shutil.which(tool) for tool in ("apt-get", "dpkg"))


def fetch(kinds: list[Kind], home: Path) -> Path:
    """Brings the packages of these kinds and says below which root they lie now."""
    names = [kind.package for kind in kinds]
    if os.geteuid() == 0:
        _install(names)
        return SYSTEM
    return _unpack(names, home)


def _install(names: list[str]) -> None:
    say("packages", f"apt-get install {' '.join(names)}, about half a minute")
    with _nothing_started():
        _run(["apt-get", "-qq", "update"])
        _run(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *names])


@contextlib.contextmanager
def _nothing_started() -> Iterator[None]:
    """Keeps packages from starting their servers while they install: ours run with their own data and ports."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink(missing_ok=True)


def _unpack(names: list[str], home: Path) -> Path:
    apt, root, archives = home / "apt", home / "root", home / "apt" / "packages"
    for folder in (apt / "state/lists/partial", apt / "cache/archives/partial", archives, root):
        folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-oDir::State={apt / 'state'}",
        f"-oDir::Cache={apt / 'cache'}",
        "-oDir::State::status=/var/lib/dpkg/status",
    ]
    say("packages", f"not root: {' '.join(names)} and what they need go into {root}")
    _run(["apt-get", "-qq", *options, "update"])
    plan = _run(["apt-get", "-qq", *options, "--simulate", "--no-install-recommends", "install", *names])
    wanted = planned(plan)
    say("packages", f"fetching and unpacking {len(wanted)} packages")
    _run(["apt-get", "-qq", *options, "download", *wanted], archives)
    for archive in sorted(archives.glob("*.deb")):
        _run(["dpkg", "-x", str(archive), str(root)])
        archive.unlink()
    _relocate_erlang(root)
    return root


def planned(plan: str) -> list[str]:
    """The packages, as `name:architecture=version`, that a simulated installation says it would add."""
    lines = re.findall(r"^Inst (\S+) (?:\[\S+\] )?\((\S+) .*\[(\w+)\]\)", plan, re.MULTILINE)
    return [f"{name.partition(':')[0]}:{architecture}={version}" for name, version, architecture in lines]


def _relocate_erlang(root: Path) -> None:
    for script in (*root.glob("usr/lib/erlang/bin/erl"), *root.glob("usr/lib/erlang/erts-*/bin/erl")):
        text = script.read_text()
        script.write_text(text.replace("ROOTDIR=/usr/lib/erlang\n", f"ROOTDIR={root}/usr/lib/erlang\n"))


def _run(command: list[str], folder: Path | None = None) -> str:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ServersError(f"`{_plain(command)}` took longer than {SECONDS} seconds.") from error
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if not line.startswith("W:")]
        raise ServersError("\n    ".join([f"`{_plain(command)}` failed:", *errors[-5:]]))
    return done.stdout


def _plain(command: list[str]) -> str:
    return " ".join(word for word in command if not word.startswith("-"))
