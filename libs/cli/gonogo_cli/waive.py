"""`gonogo waive`: accepts a finding or a criterion, for a reason and until a day."""

import datetime as dt
import difflib
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from gonogo_cli import waiver_files
from gonogo_cli.command import DONE, Refusal
from gonogo_cli.inputs import day, read_yaml
from gonogo_review import rubric
from gonogo_review.rubric import Rubric
from gonogo_review.waivers import MAX_WORDS, Waiver

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def configure(parser: ArgumentParser) -> None:
    """A target, a reason, a name, a day, and where it counts."""
    parser.add_argument("target", metavar="FINGERPRINT", help="a finding's fingerprint, or a criterion's id")
    parser.add_argument("--reason", required=True, type=_words, help="why it is accepted")
    parser.add_argument("--by", required=True, type=_words, help="who accepts it")
    parser.add_argument("--until", required=True, type=day, metavar="YYYY-MM-DD", help="the last day that it counts")
    parser.add_argument(
        "--second", type=_words, help="who else agrees: needed for a blocking criterion, another person"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--report", metavar="REPORT", help="counts for this report: its name with .waivers.yaml")
    where.add_argument("--waivers", metavar="FILE", help="written there, for 'gonogo check --waivers FILE'")
    where.add_argument("--project", metavar="P", help="counts for this project of the suite, in its database")
    parser.add_argument("--rubric", metavar="FILE", help="the rubric that judges, if it is not the default one")
    parser.epilog = (
        f"Without --report, --waivers or --project it is written to {waiver_files.FOR_ALL} here, and counts for every"
        " report that stands in this folder."
    )


def run(args: Namespace) -> int:
    """Writes the waiver; it counts from the next judgement on."""
    waiver = Waiver(args.target, args.reason, args.by, args.until, args.second or "")
    if not waiver.counts(dt.datetime.now(dt.UTC).date()):
        raise Refusal(f"--until {args.until} is in the past; the last day that it counts is today or later.")
    _check(waiver, _rubric(args))
    if args.project:
        return _in_suite(args.project, waiver)
    return _in_file(_file(args), waiver)


def _words(text: str) -> str:
    if not text.strip() or len(text) > MAX_WORDS:
        raise ArgumentTypeError(f"needs 1 to {MAX_WORDS} characters, so that others can follow it")
    return text.strip()


def _rubric(args: Namespace) -> Rubric:
    path = args.rubric
    if not path and args.project:
        from gonogo_cli.suite.waiver_rows import rubric_file

        path = rubric_file()
    return read_yaml(str(path), rubric.load) if path else rubric.default()


def _check(waiver: Waiver, asked: Rubric) -> None:
    """Refuses what could never count, and says why."""
    blocking = {one.id: one.blocking for one in asked.criteria}
    if waiver.target not in blocking and not _FINGERPRINT.fullmatch(waiver.target):
        near = difflib.get_close_matches(waiver.target, blocking, 1)
        meant = f" Did you mean '{near[0]}'?" if near else ""
        raise Refusal(
            f"'{waiver.target}' is no fingerprint (16 of 0-9 and a-f, as 'gonogo check' shows them)"
            f" and no criterion of the rubric '{asked.name}'.{meant}"
        )
    if blocking.get(waiver.target) and not waiver.has_second:
        raise Refusal(f"'{waiver.target}' is a blocking criterion: a second person must agree, with --second NAME.")


def _in_suite(project: str, waiver: Waiver) -> int:
    from gonogo_cli.suite.waiver_rows import store

    store(project, waiver)
    print(
        f"{waiver.target} is waived for {project} until {waiver.until};"
        f" 'gonogo rescore --project {project}' judges again"
    )
    return DONE


def _file(args: Namespace) -> Path:
    if args.waivers:
        return Path(args.waivers)
    if args.report:
        if not Path(args.report).is_file():
            raise Refusal(f"there is no report '{args.report}'.")
        return waiver_files.beside(args.report)
    return Path(waiver_files.FOR_ALL)


def _in_file(path: Path, waiver: Waiver) -> int:
    verb = "is" if waiver_files.add(path, waiver) else "was already"
    print(f"{waiver.target} {verb} waived until {waiver.until} in {path}")
    return DONE
