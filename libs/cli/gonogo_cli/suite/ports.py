"""Ports to listen on."""

import secrets
import socket
from contextlib import ExitStack

from gonogo_cli.suite.installation import SERVICES

_CALM = range(20_000, 32_000)
"""Below the ports that systems give to outgoing connections: one of those may be taken before its service listens."""
_TRIES = 20


def usual_or_free() -> dict[str, int]:
    """Each service's own port where nobody listens there, else any free one."""
    with ExitStack() as held:
        return {service: _hold(held, port) or _hold_any(held) for service, port in SERVICES.items()}


def free() -> dict[str, int]:
    """A free port for each service."""
    with ExitStack() as held:
        return {service: _hold_any(held) for service in SERVICES}


def one_free() -> int:
    """A free port."""
    with ExitStack() as held:
        return _hold_any(held)


def _hold_any(held: ExitStack) -> int:
    """Binds a port that nobody listens on, a calm one where one is found."""
    return next((port for _ in range(_TRIES) if (port := _hold(held, secrets.choice(_CALM)))), 0) or _hold(held, 0)


def _hold(held: ExitStack, port: int) -> int:
    """Binds the port until the stack ends; 0 where it is taken."""
    listener = held.enter_context(socket.socket())
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        return 0
    bound: int = listener.getsockname()[1]
    return bound
