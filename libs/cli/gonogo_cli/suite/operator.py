"""What an operator's command needs to reach the suite: addresses and secrets from the environment."""

import os
from pathlib import Path

from gonogo_cli.command import Refusal

ENV_FILE = Path(".local") / "gonogo.env"
"""Written by `gonogo up`, so that the other commands of the same checkout find the suite."""


def setting(name: str) -> str:
    """A setting from the environment, else from what `gonogo up` wrote.

    Raises:
        Refusal: it is set nowhere.
    """
    if value := os.environ.get(name) or _kept().get(name):
        return value
    raise Refusal(f"{name} is not set: export it, or run this where 'gonogo up' (or 'make up') is running")


def optional(name: str, otherwise: str = "") -> str:
    """The same for a setting that has a default."""
    return os.environ.get(name) or _kept().get(name) or otherwise


def _kept() -> dict[str, str]:
    try:
        lines = ENV_FILE.read_text("utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split("=", 1) for line in lines if "=" in line)
