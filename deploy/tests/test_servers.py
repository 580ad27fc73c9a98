"""Finding and starting servers: what can be said without changing this machine."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from gonogo_servers import state
from gonogo_servers.docker import required_variables
from gonogo_servers.kinds import POSTGRES, REDIS, ServersError
from gonogo_servers.launches import prepare
from gonogo_servers.packages import planned
from gonogo_servers.process import Launch, birth, free_port, start, stop, wait_until_ready
from gonogo_servers.programs import Program, find
from gonogo_servers.search import in_environment

NOWHERE = "redis://user:hunter2secret@127.0.0.1:1/0"


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(["sleep", "600"], start_new_session=True)
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(state, "FOLDER", tmp_path)
    return tmp_path


def launch(folder: Path, *command: str) -> Launch:
    return Launch(REDIS, list(command), dict(os.environ), folder, NOWHERE)


def test_reads_what_a_simulated_installation_would_add() -> None:
    """New packages and their exact versions, whether or not an older one is there; not what is only configured."""
    plan = (
        "Inst libpq5 (15.18-0+deb12u1 Debian:12.13/oldstable [amd64])\n"
        "Inst redis-tools [5:7.0.1] (5:7.0.15-1 Debian:12.13/oldstable, Debian-Security:12 [amd64]) []\n"
        "Inst erlang-base:amd64 (1:25.2.3 Debian:12.13/oldstable [amd64])\n"
        "Conf libpq5 (15.18-0+deb12u1 Debian:12.13/oldstable [amd64])\n"
    )
    assert planned(plan) == [
        "libpq5:amd64=15.18-0+deb12u1",
        "redis-tools:amd64=5:7.0.15-1",
        "erlang-base:amd64=1:25.2.3",
    ]


def test_a_wrong_address_is_refused_without_its_password() -> None:
    """An address that somebody has set is never silently replaced by another server."""
    with pytest.raises(ServersError, match="GONOGO_REDIS_URL is set, but Redis does not answer") as refused:
        in_environment(REDIS, {"GONOGO_REDIS_URL": NOWHERE})
    assert "hunter2secret" not in str(refused.value)


def test_no_address_is_no_answer() -> None:
    """Unset and empty are the same."""
    assert in_environment(REDIS, {}) is None
    assert in_environment(REDIS, {"GONOGO_REDIS_URL": ""}) is None


def test_a_taken_port_is_left_alone() -> None:
    """The usual port where it is free, another where somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = listener.getsockname()[1]
        assert free_port(taken) != taken
    assert free_port(taken) == taken


def test_every_demanded_variable_is_found_once(tmp_path: Path) -> None:
    """What Compose would refuse to start without, and nothing that has a default."""
    file = tmp_path / "compose.yaml"
    file.write_text("a: ${ONE:?say it}\nb: ${TWO:-2}\nc: x${THREE:?}y${ONE:?say it}")
    assert required_variables(file) == ["ONE", "THREE"]


def test_stops_only_the_process_that_was_started(child: subprocess.Popen[bytes]) -> None:
    """A process id that now belongs to another process is left alone."""
    stop(child.pid, "0", signal.SIGTERM)
    assert child.poll() is None
    stop(child.pid, birth(child.pid) or "", signal.SIGTERM)
    assert child.wait(5) == -signal.SIGTERM


def test_a_server_belongs_to_its_owner_while_he_lives(child: subprocess.Popen[bytes], records: Path) -> None:
    """Another's `down` leaves it; once the owner is gone, anybody may stop it."""
    state.Record.of(REDIS, NOWHERE, {}, child.pid, os.getpid()).save()
    record = state.records()["redis"]
    assert records.joinpath("redis.started.json").stat().st_size > 0
    assert record.alive()
    assert record.belongs_to(child.pid)
    assert not record.belongs_to(os.getpid())
    child.kill()
    child.wait()
    assert record.belongs_to(os.getpid())
    assert not record.handed_to(os.getpid()).belongs_to(1)


def test_a_start_that_fails_shows_the_end_of_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server said is the best explanation there is."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)  # root would hand over to an account that may not enter here
    failing = launch(tmp_path, "sh", "-c", "echo no space left; exit 3")
    with pytest.raises(ServersError, match=r"ended at once, with status 3[\s\S]*no space left"):
        wait_until_ready(failing, start(failing))


def test_finds_the_newest_program(tmp_path: Path) -> None:
    """Version 15 is newer than version 9, whatever the alphabet says."""
    for version in ("9", "15"):
        folder = tmp_path / "usr/lib/postgresql" / version / "bin"
        folder.mkdir(parents=True)
        (folder / "postgres").touch()
    program = find(POSTGRES, tmp_path)
    assert program is not None
    assert program.path.parts[-3] == "15"
    assert find(REDIS, tmp_path) is None


def test_an_unpacked_program_finds_its_libraries(tmp_path: Path) -> None:
    """And its commands before the system's; nothing of our own settings reaches it."""
    library = tmp_path / "usr/lib/x86_64-linux-gnu"
    library.mkdir(parents=True)
    environment = Program(tmp_path / "usr/bin/redis-server", tmp_path).environment()
    assert environment["LD_LIBRARY_PATH"] == str(library)
    assert environment["PATH"].startswith(str(tmp_path / "usr/bin"))
    assert not any(name.startswith("GONOGO") for name in environment)


def test_a_server_listens_on_this_machine_only(tmp_path: Path) -> None:
    """Redis has no password here, so nobody else may reach it."""
    prepared = prepare(REDIS, Program(Path("redis-server"), Path("/")), tmp_path)
    assert prepared.command[1:3] == ["--bind", "127.0.0.1"]
    assert prepared.url.startswith("redis://127.0.0.1:")
