#!/usr/bin/env python3
"""Finds PostgreSQL, Redis and RabbitMQ, or starts them: `servers.py up`, and `servers.py down` for what was started.

`up` looks at GONOGO_POSTGRES_URL, GONOGO_REDIS_URL and GONOGO_RABBITMQ_URL, at the usual local ports, for a Docker
engine, and for Debian or Ubuntu packages, in this order and for each server by itself. Progress goes to standard
error, the three addresses go to standard output as `export` lines, and with `--json FILE` into a file.
"""

import argparse
import json
import os
import shlex
import signal
import sys
from pathlib import Path

from gonogo_servers.kinds import Found, ServersError
from gonogo_servers.up import down, up


def main() -> int:
    """Runs the command; status 1 and one message where something is missing."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        if arguments.command == "down":
            down(None if arguments.all else arguments.owner)
        else:
            _report(up(arguments.owner), arguments.json)
    except ServersError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    start = commands.add_parser("up", help="find the three servers, or start them")
    stop = commands.add_parser("down", help="stop what `up` started for this owner, and what has no owner any more")
    for command in (start, stop):
        command.add_argument(
            "--owner", type=int, default=os.getppid(), metavar="PID", help="the process it is for (default: the caller)"
        )
    start.add_argument("--json", type=Path, metavar="FILE", help="also write the addresses there")
    stop.add_argument("--all", action="store_true", help="stop everything `up` started in this checkout")
    return parser.parse_args()


def _report(servers: list[Found], file: Path | None) -> None:
    for server in servers:
        print(f"export {server.kind.variable}={shlex.quote(server.url)}")
    if file is None:
        return
    file.touch(mode=0o600)
    content = {server.kind.name: {"url": server.url, "source": server.source, **server.extra} for server in servers}
    file.write_text(json.dumps(content, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
