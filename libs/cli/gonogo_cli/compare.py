"""`gonogo compare BEFORE AFTER`: what changed between two reviews in JSON."""

from argparse import ArgumentParser, Namespace

import msgspec

from gonogo_cli.command import DONE
from gonogo_cli.inputs import read_review
from gonogo_review.judging.compare import compare
from gonogo_review.rendering import changes
from gonogo_review.rendering.width import plain


def configure(parser: ArgumentParser) -> None:
    """Adds the arguments."""
    parser.add_argument("before", metavar="BEFORE", help="a review, as 'gonogo check --format json' writes it")
    parser.add_argument("after", metavar="AFTER", help="a later review of the same project")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.epilog = "'gonogo check --before BEFORE' shows the same beside the review, in every format."


def run(args: Namespace) -> int:
    """Prints what changed."""
    change = compare(read_review(args.before), read_review(args.after))
    if args.format == "json":
        print(msgspec.json.format(msgspec.json.encode(change), indent=2).decode())
        return DONE
    for line in (changes.summary(change), *changes.details(change)):
        print(plain(line))
    return DONE
