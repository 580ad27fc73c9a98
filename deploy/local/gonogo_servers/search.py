"""Servers that are already there: named in the environment, or answering on the usual local ports."""

import getpass
from collections.abc import Mapping
from pathlib import Path

from gonogo_servers.kinds import POSTGRES, RABBITMQ, REDIS, Found, Kind, ServersError
from gonogo_servers.probe import UnreachableError, Version, is_superuser, version
from gonogo_servers.progress import say

SOCKETS = Path("/var/run/postgresql")


def in_environment(kind: Kind, environment: Mapping[str, str]) -> Found | None:
    """The server whose address the environment gives; `ServersError` where that address does not work."""
    url = environment.get(kind.variable, "")
    if not url:
        return None
    try:
        answered = version(kind, url)
    except UnreachableError as error:
        raise ServersError(
            f"{kind.variable} is set, but {kind.title} does not answer there ({error}): correct or unset it."
        ) from error
    if answered < kind.minimum:
        raise ServersError(f"{kind.variable} leads to {kind.title} {dotted(answered)}; {_needed(kind)}.")
    say(kind, f"{dotted(answered)}, from {kind.variable}")
    return Found(kind, url, "environment", {})


def running(kind: Kind) -> Found | None:
    """A server of this kind that answers on its usual local port, new enough and with the rights that are needed."""
    reasons = []
    for url in _candidates(kind):
        reason = _unusable(kind, url)
        if reason is None:
            say(kind, f"already answers on its usual port {kind.port}")
            return Found(kind, url, "running", {})
        reasons.append(reason)
    say(kind, f"not found on 127.0.0.1:{kind.port} ({reasons[0]})")
    return None


def dotted(numbers: Version) -> str:
    return ".".join(str(number) for number in numbers)


def _needed(kind: Kind) -> str:
    return f"{dotted(kind.minimum)} or newer is needed"


def _unusable(kind: Kind, url: str) -> str | None:
    try:
        answered = version(kind, url)
    except UnreachableError as error:
        return str(error)
    if answered < kind.minimum:
        return f"it is {dotted(answered)}; {_needed(kind)}"
    if kind == POSTGRES and not is_superuser(url):
        return "its user may not create databases and roles"
    return None


def _candidates(kind: Kind) -> list[str]:
    if kind == REDIS:
        return [f"redis://127.0.0.1:{REDIS.port}/0"]
    if kind == RABBITMQ:
        return [f"amqp://guest:guest@127.0.0.1:{RABBITMQ.port}/"]
    users = dict.fromkeys(("postgres", getpass.getuser()))
    hosts = ["127.0.0.1:{port}/postgres", *(["/postgres?host={sockets}&port={port}"] if SOCKETS.is_dir() else [])]
    return [
        f"postgresql://{user}@" + host.format(port=POSTGRES.port, sockets=SOCKETS) for host in hosts for user in users
    ]
