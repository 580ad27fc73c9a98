"""`gonogo migrate`: brings the database to the newest version."""

import asyncio
import os
from argparse import ArgumentParser, Namespace

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.checkout import migrations
from gonogo_cli.suite.installation import SERVICES
from gonogo_cli.suite.operator import setting
from gonogo_platform.errors import Misconfigured
from gonogo_platform.migrations import migrate, read_folder


def configure(parser: ArgumentParser) -> None:
    """No arguments: the address and the roles' passwords come from the environment."""
    parser.epilog = (
        "GONOGO_POSTGRES_URL is the owner's address; GONOGO_INGEST_DB_PASSWORD and its siblings, where set, "
        "become the passwords of the services' roles. Safe to run twice and from two places at once."
    )


def run(_args: Namespace) -> int:
    """Applies what is missing and says what it was."""
    passwords = {
        f"gonogo_{service}": password
        for service in SERVICES
        if (password := os.environ.get(f"GONOGO_{service.upper()}_DB_PASSWORD"))
    }
    try:
        applied = asyncio.run(migrate(setting("GONOGO_POSTGRES_URL"), read_folder(migrations()), passwords))
    except Misconfigured as error:
        raise Refusal(error.message) from error
    print("\n".join(f"applied {name}" for name in applied) or "the database is up to date")
    return DONE
