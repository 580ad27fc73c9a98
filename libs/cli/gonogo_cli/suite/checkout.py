"""Where the project's own files are: a checkout, or what the package brought along."""

import importlib.resources
from pathlib import Path

from gonogo_cli.command import Refusal

PACKAGED = "migrations"
"""Folder of the SQL files inside the installed package, where there is no checkout."""


def root() -> Path:
    """The checkout that this command runs from.

    Raises:
        Refusal: it was installed without one.
    """
    for folder in Path(__file__).resolve().parents:
        if (folder / "deploy" / "local" / "servers.py").is_file():
            return folder
    raise Refusal("this needs a checkout of the project: clone it and run 'make up', or use compose.yaml")


def migrations() -> Path:
    """The folder of the SQL files."""
    packaged = Path(str(importlib.resources.files("gonogo_cli"))) / PACKAGED
    return packaged if packaged.is_dir() else root() / "deploy" / "migrations"
