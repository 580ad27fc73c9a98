"""`gonogo compare BEFORE AFTER`: what changed between two reviews in JSON."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

import msgspec

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.inputs import read_bytes
from gonogo_contracts.review import Finding, Review, decode
from gonogo_review.judging.compare import Comparison, compare

MAX_REVIEW = 64 * 1024 * 1024
"""Bytes."""


def configure(parser: ArgumentParser) -> None:
    """Adds the arguments."""
    parser.add_argument("before", metavar="BEFORE", help="a review, as 'gonogo check --format json' writes it")
    parser.add_argument("after", metavar="AFTER", help="a later review of the same project")


def run(args: Namespace) -> int:
    """Prints what changed."""
    for line in _lines(compare(_review(args.before), _review(args.after))):
        print(line)
    return DONE


def _review(path: str) -> Review:
    try:
        return decode(read_bytes(path, MAX_REVIEW))
    except msgspec.DecodeError as error:
        raise Refusal(f"'{path}' is no review in JSON: {error}.") from error


def _lines(change: Comparison) -> Iterator[str]:
    yield f"{change.verdict_before} -> {change.verdict_after}"
    yield f"score {change.score:+g}, credibility {change.credibility:+g}"
    if not change.same_rubric:
        yield "the rubrics differ, so the scores cannot be compared"
    for name, findings in (("new", change.new), ("gone", change.gone), ("unchanged", change.unchanged)):
        yield f"{name}: {len(findings)}"
        yield from map(_finding, findings if name != "unchanged" else ())
    for one in change.criteria:
        yield f"{one.points:+g} {one.title}: {one.before or 'not asked'} -> {one.after or 'not asked'}"


def _finding(one: Finding) -> str:
    lines = f" (line {', '.join(map(str, one.lines[:4]))})" if one.lines else ""
    return f"  {one.severity} {one.kind}{lines}: {one.message}"
