"""The order of the search, and the way back: what was found stays, what was started is stopped by its owner."""

import os
import subprocess
from pathlib import Path

from gonogo_servers import docker, packages
from gonogo_servers.kinds import KINDS, Found, Kind, ServersError
from gonogo_servers.launches import prepare
from gonogo_servers.probe import UnreachableError, version
from gonogo_servers.process import start, stop, wait_until_ready
from gonogo_servers.programs import SYSTEM, Program, find
from gonogo_servers.progress import say
from gonogo_servers.search import in_environment, running
from gonogo_servers.state import FOLDER, Record, alone, data_home, forget, records

TITLES = {kind.name: kind.title for kind in KINDS}


def up(owner: int) -> list[Found]:
    """All three servers, found or started for the process `owner`; on failure it stops what it started."""
    with alone():
        before = set(records())
        try:
            return _search(owner)
        except BaseException:
            _stop([record for name, record in records().items() if name not in before])
            raise


def down(owner: int | None) -> None:
    """Stops what was started for `owner` and what has lost its owner; with None, everything started here."""
    with alone():
        _stop([record for record in records().values() if owner is None or record.belongs_to(owner)])


def _search(owner: int) -> list[Found]:
    found: dict[Kind, Found] = {}
    for look in (lambda kind: in_environment(kind, os.environ), lambda kind: _earlier(kind, owner), running):
        for kind in _missing(found):
            server = look(kind)
            if server is not None:
                found[kind] = server
    for provide in (_from_docker, _from_programs):
        if missing := _missing(found):
            found.update((server.kind, server) for server in provide(missing, owner))
    return [found[kind] for kind in KINDS]


def _missing(found: dict[Kind, Found]) -> list[Kind]:
    return [kind for kind in KINDS if kind not in found]


def _earlier(kind: Kind, owner: int) -> Found | None:
    """A server that an earlier call started and that still answers; one without an owner gets this one."""
    record = records().get(kind.name)
    if record is None:
        return None
    try:
        version(kind, record.url)
    except UnreachableError:
        _stop([record])
        return None
    if record.belongs_to(owner):
        record.handed_to(owner).save()
    say(kind, "still runs from an earlier start")
    return Found(kind, record.url, "started", record.extra)


def _from_docker(kinds: list[Kind], owner: int) -> list[Found]:
    found = []
    for kind, url, extra in docker.start(kinds):
        Record.of(kind, url, extra, owner, after_stop=docker.stop_command(kind)).save()
        found.append(Found(kind, url, "docker", extra))
    return found


def _from_programs(kinds: list[Kind], owner: int) -> list[Found]:
    launches = [prepare(kind, program, data_home()) for kind, program in _programs(kinds).items()]
    processes = []
    for launch in launches:
        process = start(launch)
        Record.of(
            launch.kind, launch.url, launch.extra, owner, process.pid, launch.stop_signal, launch.after_stop
        ).save()
        say(launch.kind, f"starting at {launch.url.rpartition('@')[2].removeprefix('redis://')} (log: {launch.log})")
        processes.append(process)
    for launch, process in zip(launches, processes, strict=True):
        wait_until_ready(launch, process)
    return [Found(launch.kind, launch.url, "started", launch.extra) for launch in launches]


def _programs(kinds: list[Kind]) -> dict[Kind, Program]:
    installed = {kind: find(kind, SYSTEM) or find(kind, FOLDER / "root") for kind in kinds}
    absent = [kind for kind, program in installed.items() if program is None]
    if absent:
        root = _fetch(absent)
        installed.update({kind: find(kind, root) for kind in absent})
    if still := [kind for kind, program in installed.items() if program is None]:
        raise ServersError(_advice(still))
    return {kind: program for kind, program in installed.items() if program is not None}


def _fetch(kinds: list[Kind]) -> Path:
    if not packages.available():
        raise ServersError(_advice(kinds))
    try:
        return packages.fetch(kinds, FOLDER)
    except ServersError as error:
        raise ServersError(f"{error}\n{_advice(kinds)}") from error


def _advice(kinds: list[Kind]) -> str:
    titles = ", ".join(kind.title for kind in kinds)
    names = " ".join(kind.package for kind in kinds)
    variables = ", ".join(kind.variable for kind in kinds)
    return (
        f"Missing: {titles}. Install Docker with its compose plugin, or these servers (Debian and Ubuntu: "
        f"`apt-get install {names}`), or set {variables} to servers that run elsewhere."
    )


def _stop(stopped: list[Record]) -> None:
    for record in stopped:
        if record.alive():
            stop(record.pid, record.born, record.stop_signal)
        if record.after_stop:
            subprocess.run(record.after_stop, capture_output=True, timeout=60, check=False)
        forget(record.name)
        say(TITLES.get(record.name, record.name), "stopped")
