"""The three servers from compose.yaml, where a Docker engine with Compose 2 answers and has or gets their images."""

import re
import secrets
import shutil
import subprocess
from pathlib import Path

from gonogo_servers.kinds import POSTGRES, RABBITMQ, REDIS, Kind
from gonogo_servers.probe import UnreachableError, version
from gonogo_servers.process import free_port
from gonogo_servers.progress import say
from gonogo_servers.state import CHECKOUT, FOLDER, checkout_id

COMPOSE_FILE = CHECKOUT / "compose.yaml"
VALUES = FOLDER / "compose.env"
SECONDS = 600  # how long pulling three images and starting them may take

Started = tuple[Kind, str, dict[str, str]]


def start(kinds: list[Kind]) -> list[Started]:
    """These servers in containers, with their addresses; an empty list where that cannot be had, after saying why."""
    if (reason := _unavailable()) is not None:
        say("Docker", f"not used: {reason}")
        return []
    values = _values(kinds)
    names = [kind.name for kind in kinds]
    say("Docker", f"starting {', '.join(names)}")
    done = _run([*_compose(), "up", "--detach", "--no-build", "--wait", "--wait-timeout", "180", *names], SECONDS)
    started = [(kind, _url(kind, values), _extra(kind, values)) for kind in kinds]
    failure = _last_line(done.stderr) if done.returncode else _silent(started)
    if failure:
        say("Docker", f"not used: {failure}")
        _run([*_compose(), "down", *names], 120)
        return []
    return started


def stop_command(kind: Kind) -> list[str]:
    """The command that stops this server's container and takes it away; its data stays."""
    return [*_compose(), "down", kind.name]


def _unavailable() -> str | None:
    if shutil.which("docker") is None:
        return "no docker command"
    if _run(["docker", "version", "--format", "{{.Server.Version}}"], 10).returncode:
        return "its engine does not answer"
    if _run(["docker", "compose", "version"], 10).returncode:
        return "it has no compose plugin"
    return None


def _compose() -> list[str]:
    project = f"gonogo-servers-{checkout_id()}"
    return ["docker", "compose", "--file", str(COMPOSE_FILE), "--env-file", str(VALUES), "--project-name", project]


def _values(kinds: list[Kind]) -> dict[str, str]:
    """Every variable compose.yaml insists on, made up once and kept, and free ports for these servers."""
    text = VALUES.read_text() if VALUES.exists() else ""
    values = dict(line.split("=", 1) for line in text.splitlines())
    for name in required_variables(COMPOSE_FILE):
        values.setdefault(name, secrets.token_hex(16))
    for kind in kinds:
        values[f"{kind.name.upper()}_PORT"] = str(free_port(kind.port))
    if RABBITMQ in kinds:
        values["RABBITMQ_MANAGEMENT_PORT"] = str(free_port(15672))
    VALUES.touch(mode=0o600)
    VALUES.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
    if not text:
        # Volumes of an earlier life of this checkout would hold passwords that nobody knows any more.
        _run([*_compose(), "down", "--volumes"], 120)
    return values


def required_variables(compose_file: Path) -> list[str]:
    """The names that `compose_file` demands with `${NAME:?…}`, in order."""
    return list(dict.fromkeys(re.findall(r"\$\{(\w+):\?", compose_file.read_text())))


def _url(kind: Kind, values: dict[str, str]) -> str:
    place = f"127.0.0.1:{values[f'{kind.name.upper()}_PORT']}"
    return {
        POSTGRES: f"postgresql://gonogo:{values['POSTGRES_PASSWORD']}@{place}/postgres",
        REDIS: f"redis://:{values['REDIS_PASSWORD']}@{place}/0",
        RABBITMQ: f"amqp://gonogo:{values['RABBITMQ_PASSWORD']}@{place}/",
    }[kind]


def _extra(kind: Kind, values: dict[str, str]) -> dict[str, str]:
    return {"management": f"http://127.0.0.1:{values['RABBITMQ_MANAGEMENT_PORT']}"} if kind == RABBITMQ else {}


def _silent(started: list[Started]) -> str:
    for kind, url, _ in started:
        try:
            version(kind, url)
        except UnreachableError as error:
            return f"{kind.title} runs in it, but does not answer on this machine ({error})"
    return ""


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no message"])[-1]


def _run(command: list[str], seconds: float) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", f"no answer within {seconds:.0f} seconds")
