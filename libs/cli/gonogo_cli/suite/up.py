"""`gonogo up`: the whole suite on this machine, until it is stopped."""

import asyncio
import signal
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from gonogo_cli.command import DONE
from gonogo_cli.suite import ports, servers
from gonogo_cli.suite.checkout import root
from gonogo_cli.suite.installation import SERVICES, Installation, kept_secrets
from gonogo_cli.suite.processes import Processes
from gonogo_cli.suite.setting_up import create_key, migrate_installation
from gonogo_cli.suite.sink import Sink

LOOK = 1.0
"""Seconds between two looks at whether all services still run."""


def configure(parser: ArgumentParser) -> None:
    """No arguments."""
    parser.epilog = "Servers that were found are used and left running; servers that this started are stopped with it."


def run(_args: Namespace) -> int:
    """Starts everything, prints every address, and stays until SIGINT or SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(DONE))
    local = root() / ".local"
    try:
        with Sink(local / "sink") as sink:
            installation = Installation(
                servers=servers.find(),
                database="gonogo",
                namespace="",
                secrets=kept_secrets(local / "secrets.json"),
                ports=ports.usual_or_free(),
                extra=sink.settings,
            )
            key = prepare(installation)
            with Processes(installation, local / "logs", tell):
                write_env(local / "gonogo.env", installation, key)
                announce(installation, key, local)
                while True:
                    time.sleep(LOOK)
    except KeyboardInterrupt:
        return DONE
    finally:
        (local / "gonogo.env").unlink(missing_ok=True)
        servers.release()


def tell(text: str) -> None:
    """Progress, beside whatever is the result."""
    print(f"  {text}", file=sys.stderr, flush=True)


def prepare(installation: Installation) -> str:
    """The database at its newest version, and a key to it."""

    async def work() -> str:
        for name in await migrate_installation(installation):
            tell(f"applied {name}")
        pepper = installation.secrets["pepper"]
        key = await create_key(
            installation.owner_url, pepper, name="local", project="*", scopes=["read", "submit"], days=30
        )
        return key.text

    return asyncio.run(work())


def write_env(file: Path, installation: Installation, key: str) -> None:
    """Lets the other commands of this checkout find the suite; readable by its owner only."""
    file.touch(mode=0o600)
    values = {
        "GONOGO_URL": installation.url("ingest"),
        "GONOGO_KEY": key,
        "GONOGO_POSTGRES_URL": installation.owner_url,
        "GONOGO_RABBITMQ_URL": installation.servers.rabbitmq,
        "GONOGO_KEY_PEPPER": installation.secrets["pepper"],
    }
    file.write_text("".join(f"{name}={value}\n" for name, value in values.items()))


def announce(installation: Installation, key: str, local: Path) -> None:
    """Every address, and what to try first."""
    print("\ngonogo is up\n")
    for service in SERVICES:
        print(f"  {service:10} {installation.url(service)}")
    print(f"  {'logs':10} {local / 'logs'}")
    print(f"  {'arrivals':10} {local / 'sink' / 'arrivals.jsonl'}  (Slack messages and emails end here)")
    print(f"\nYour key, valid for 30 days:\n  {key}\n")
    print("Send a report:\n  .venv/bin/gonogo submit samples/no-go/report.md --evidence samples/no-go/evidence \\")
    print("      --project payments --release 2.4.0 --wait\n\nStop with Ctrl-C.", flush=True)
