"""How each server is started with its data in a folder of ours, on 127.0.0.1 and free ports only."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from gonogo_servers.kinds import POSTGRES, RABBITMQ, REDIS, Kind, ServersError
from gonogo_servers.process import Launch, birth, free_port, identity
from gonogo_servers.programs import SYSTEM, Program

LOCAL = "127.0.0.1"
PLUGINS = "[rabbitmq_management,rabbitmq_prometheus]."


def prepare(kind: Kind, program: Program, home: Path) -> Launch:
    """The launch of `program` with its data below `home`; creates what it needs there."""
    folder = home / kind.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "server.log").write_bytes(b"")
    launch = _PREPARE[kind](program, folder)
    _hand_over(kind, folder)
    return launch


def _hand_over(kind: Kind, folder: Path) -> None:
    who = identity(kind)
    if not who:
        return
    for path in (folder, *folder.iterdir()):
        shutil.chown(path, who["user"], who["group"])


def _postgres(program: Program, folder: Path) -> Launch:
    data, port, environment = folder / "data", free_port(POSTGRES.port), program.environment()
    if not (data / "PG_VERSION").exists():
        _hand_over(POSTGRES, folder)
        _initialise(program, data, environment)
    _drop_stale_lock(data / "postmaster.pid")
    settings = {
        "listen_addresses": LOCAL,
        "port": str(port),
        "unix_socket_directories": "",  # a socket's path may not be longer than 107 bytes, and none is needed
        "max_connections": "200",
        "timezone": "UTC",
    }
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [str(program.path), "-D", str(data), *options]
    url = f"postgresql://postgres@{LOCAL}:{port}/postgres"
    # SIGINT is PostgreSQL's "fast" stop; SIGTERM would wait for every client to leave.
    return Launch(POSTGRES, command, environment, folder, url, stop_signal=signal.SIGINT)


def _initialise(program: Program, data: Path, environment: dict[str, str]) -> None:
    shutil.rmtree(data, ignore_errors=True)  # what an interrupted first start has left
    initdb = str(program.path.with_name("initdb"))
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"]
    made = subprocess.run(
        [initdb, "-D", str(data), *options],
        env=environment,
        cwd=data.parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **identity(POSTGRES),
    )
    if made.returncode:
        raise ServersError(f"PostgreSQL's initdb failed: {made.stderr.strip()[-2000:]}")


def _drop_stale_lock(lock: Path) -> None:
    """PostgreSQL takes a killed server that nobody has reaped (containers without an init) for a living one."""
    if lock.exists() and birth(int(lock.read_text().split()[0])) is None:
        lock.unlink()


def _redis(program: Program, folder: Path) -> Launch:
    port = free_port(REDIS.port)
    command = [str(program.path), "--bind", LOCAL, "--port", str(port), "--dir", str(folder), "--save", ""]
    return Launch(REDIS, command, program.environment(), folder, f"redis://{LOCAL}:{port}/0")


def _rabbitmq(program: Program, folder: Path) -> Launch:
    port, management, prometheus = free_port(RABBITMQ.port), free_port(15672), free_port(15692)
    epmd, distribution = free_port(0), free_port(0)
    (folder / "rabbitmq.conf").write_text(_rabbitmq_conf(port, management, prometheus))
    (folder / "enabled_plugins").write_text(PLUGINS + "\n")
    environment = {
        **program.environment(),
        "HOME": str(folder),  # where Erlang keeps its cookie
        # An address instead of a name: a bare system may not know `localhost`.
        "RABBITMQ_NODENAME": f"gonogo@{LOCAL}",
        "RABBITMQ_USE_LONGNAME": "true",
        "RABBITMQ_DIST_PORT": str(distribution),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
        "ERL_EPMD_PORT": str(epmd),
        "ERL_EPMD_ADDRESS": LOCAL,
        "RABBITMQ_LOG_BASE": str(folder),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
        "RABBITMQ_CONF_ENV_FILE": os.devnull,
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
        "RABBITMQ_LOGS": "-",
    }
    return Launch(
        RABBITMQ,
        [str(program.path)],
        environment,
        folder,
        f"amqp://guest:guest@{LOCAL}:{port}/",
        # Erlang's port mapper makes itself a daemon and outlives the broker.
        after_stop=[str(_epmd(program)), "-port", str(epmd), "-kill"],
        extra={"management": f"http://{LOCAL}:{management}", "metrics": f"http://{LOCAL}:{prometheus}/metrics"},
    )


def _rabbitmq_conf(port: int, management: int, prometheus: int) -> str:
    lines = [f"listeners.tcp.1 = {LOCAL}:{port}"]
    for plugin, number in (("management", management), ("prometheus", prometheus)):
        lines += [f"{plugin}.tcp.ip = {LOCAL}", f"{plugin}.tcp.port = {number}"]
    return "\n".join(lines) + "\n"


def _epmd(program: Program) -> Path:
    if program.root == SYSTEM:
        return Path(shutil.which("epmd") or "epmd")
    return next(iter(program.root.glob("usr/lib/erlang/erts-*/bin/epmd")), Path("epmd"))


_PREPARE: dict[Kind, Callable[[Program, Path], Launch]] = {POSTGRES: _postgres, REDIS: _redis, RABBITMQ: _rabbitmq}
