"""`gonogo rubric show` prints the default rubric; `gonogo rubric lint FILE` says what is wrong with one."""

from argparse import ArgumentParser, Namespace

from gonogo_cli.command import DONE
from gonogo_cli.inputs import read_yaml


def configure(parser: ArgumentParser) -> None:
    """Adds the arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="show|lint")
    actions.add_parser("show", help="print the default rubric as YAML, to read or to start from")
    lint = actions.add_parser("lint", help="check a rubric file: every mistake with line and column")
    lint.add_argument("file", metavar="FILE")


def run(args: Namespace) -> int:
    """Prints the rubric, or checks one."""
    from gonogo_review import rubric

    if args.action == "show":
        print(rubric.default_text(), end="")
        return DONE
    found = read_yaml(args.file, rubric.load)
    weight = sum(one.weight for one in found.criteria)
    blocking = sum(one.blocking for one in found.criteria)
    print(
        f"{args.file}: {found.name} {found.version}, tier {found.tier}: {len(found.criteria)} criteria"
        f" ({blocking} blocking) of weight {weight:g}, {len(found.gates)} gates. No mistakes."
    )
    return DONE
