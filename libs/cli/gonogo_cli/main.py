"""The `gonogo` command: finds the command in the table and runs it; only its module is imported."""

import argparse
import sys
import traceback
from collections.abc import Sequence

from gonogo_cli.command import DONE, INTERNAL, USAGE, Command, Refusal

COMMANDS: tuple[Command, ...] = (
    Command("check", "judge a report here, without a server", "gonogo_cli.check"),
    Command("compare", "say what changed between two reviews", "gonogo_cli.compare"),
    Command("dead-letters", "list, show, replay or discard what could not be handled", "gonogo_cli.suite.dead_letters"),
    Command("demo", "run the suite here, judge a sample, show the messages", "gonogo_cli.suite.demo"),
    Command("keys", "make, list and revoke API keys", "gonogo_cli.suite.keys"),
    Command("migrate", "bring the database to the newest version", "gonogo_cli.suite.migrate"),
    Command("redact", "cover the credentials in a stored report", "gonogo_cli.suite.redact"),
    Command("rescore", "have submissions judged again", "gonogo_cli.suite.rescore"),
    Command("rubric", "show the rubric, or check one", "gonogo_cli.rubric"),
    Command("schema", "print the JSON schema of a review", "gonogo_cli.schema"),
    Command("submit", "send a report and its evidence to the suite", "gonogo_cli.suite.submit"),
    Command("up", "run the whole suite on this machine", "gonogo_cli.suite.up"),
    Command("waive", "accept a finding or a criterion", "gonogo_cli.waive"),
)
"""Every command. A further one is a module with `configure` and `run`, and a line here."""


def main() -> None:
    """Entry point: runs the command line and exits with its status."""
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Runs a command line and returns its exit status."""
    if not words or words[0] in ("-h", "--help", "help"):
        print(_overview())
        return DONE if words else USAGE
    if words[0] in ("-V", "--version"):
        from importlib.metadata import version

        print(f"gonogo {version('gonogo-cli')}")
        return DONE
    command = next((one for one in COMMANDS if one.name == words[0]), None)
    if command is None:
        return _refuse(f"there is no command '{words[0][:40]}'. 'gonogo --help' lists them.")
    return _run(command, words[1:])


def _run(command: Command, words: Sequence[str]) -> int:
    try:
        module = command.load()
        parser = argparse.ArgumentParser(prog=f"gonogo {command.name}", description=f"{command.summary.capitalize()}.")
        module.configure(parser)
        return module.run(parser.parse_args(words))
    except Refusal as refusal:
        return _refuse(str(refusal))
    except BrokenPipeError:
        sys.stderr.close()  # else the interpreter complains about standard output while it closes
        return DONE
    except Exception:  # noqa: BLE001 the last line of defence: said as ours, not the user's
        traceback.print_exc()
        print("gonogo: this is an error in gonogo itself, not in your report.", file=sys.stderr)
        return INTERNAL


def _refuse(message: str) -> int:
    print(f"gonogo: {message}", file=sys.stderr)
    return USAGE


def _overview() -> str:
    rows = "\n".join(f"  {command.name:14} {command.summary}" for command in COMMANDS)
    question = "Is what this report says true, and is it enough to go?"
    return f"usage: gonogo COMMAND ...\n\n{question}\n\n{rows}\n\n'gonogo COMMAND --help' says more."
