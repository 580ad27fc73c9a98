"""`gonogo schema` prints the JSON schema of a review."""

import json
from argparse import ArgumentParser, Namespace

from gonogo_cli.command import DONE


def configure(parser: ArgumentParser) -> None:
    """Takes no argument."""


def run(args: Namespace) -> int:  # noqa: ARG001 every command takes its arguments
    """Prints the schema."""
    from gonogo_contracts.review import json_schema

    print(json.dumps(json_schema(), indent=2, sort_keys=True))
    return DONE
