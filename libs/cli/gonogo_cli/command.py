"""What a command of `gonogo` is: a line in the table, and a module that is imported when it is called."""

import importlib
from argparse import ArgumentParser, Namespace
from typing import Protocol, cast

import msgspec

from gonogo_contracts.review import Verdict

DONE, HOLD, NO_GO, USAGE, INTERNAL = 0, 3, 4, 2, 1
"""Exit statuses."""


def exit_status(verdict: Verdict, fail_on: str) -> int:
    """The exit status of a verdict, where only verdicts from `fail_on` on fail."""
    if verdict == "NO-GO" and fail_on != "never":
        return NO_GO
    if verdict == "HOLD" and fail_on == "hold":
        return HOLD
    return DONE


class Refusal(Exception):
    """Wrong usage or unreadable input: the message says what is wrong and what to do. Exit status 2."""


class CommandModule(Protocol):
    """What a command's module holds."""

    def configure(self, parser: ArgumentParser) -> None:
        """Adds the command's arguments."""

    def run(self, args: Namespace) -> int:
        """Does it and returns the exit status."""


class Command(msgspec.Struct, frozen=True):
    """One line of the table."""

    name: str
    summary: str
    module: str

    def load(self) -> CommandModule:
        """The module, imported now."""
        return cast("CommandModule", importlib.import_module(self.module))
