"""`gonogo check`: reads, judges and shows a report in this process."""

import datetime as dt
import os
import re
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import msgspec

from gonogo_cli.command import DONE, Refusal, exit_status
from gonogo_cli.inputs import day, evidence_files, read_bytes, read_review, read_yaml
from gonogo_contracts.review import Review
from gonogo_review.model import EvidenceReading, Reading
from gonogo_review.waivers import Waiver

FORMATS = ("text", "json", "markdown", "html", "sarif", "junit")
WIDEST = 120
"""Columns: longer lines are hard to read."""
MAX_CONTROL = 0.02
"""Share of characters that no text holds, above which a file is none."""
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
MAX_REPORT = 32 * 1024 * 1024
"""Bytes."""


def configure(parser: ArgumentParser) -> None:
    """Adds the arguments."""
    parser.add_argument(
        "report", metavar="REPORT", help="the report: Markdown, HTML, text, DOCX or PDF; - reads standard input"
    )
    parser.add_argument(
        "--evidence",
        metavar="PATH",
        action="append",
        default=[],
        help="a file or a folder of evidence; may be given again",
    )
    parser.add_argument("--rubric", metavar="FILE", help="a rubric instead of the default one")
    parser.add_argument(
        "--waivers",
        metavar="FILE",
        help="accepted findings, instead of REPORT's name with .waivers.yaml and gonogo.waivers.yaml beside it",
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--before", metavar="REVIEW", help="an earlier review in JSON: shows what is new, gone and scored otherwise"
    )
    parser.add_argument("--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument(
        "--fail-on",
        choices=("hold", "no-go", "never"),
        default="hold",
        help="the verdict from which the exit status is not 0",
    )
    parser.add_argument(
        "--explain", metavar="LINE", type=int, help="say how one line of the report was read, and nothing else"
    )
    parser.add_argument("--today", metavar="YYYY-MM-DD", type=day, help="judge as of that day")


def run(args: Namespace) -> int:
    """Judges and shows; the exit status follows the verdict."""
    reading = _read(args.report)
    if args.explain is not None:
        return _explain(reading, args.explain)
    review = _judge(args, reading)
    _write(_rendered(args, review, reading), args.output)
    return exit_status(review.verdict, args.fail_on)


def _read(path: str) -> Reading:
    """The report as read; refuses what holds nothing to judge."""
    from gonogo_review.reading import read_report

    data = read_bytes(path, MAX_REPORT)
    if not data.strip():
        raise Refusal(f"'{path}' is empty: there is nothing to judge.")
    reading = read_report(data, _name(path))
    if reading.problems and not reading.statements:
        raise Refusal(f"cannot read '{path}': {reading.problems[0].message}")
    text = "".join(reading.lines)
    if len(_CONTROL.findall(text)) > MAX_CONTROL * len(text):
        raise Refusal(f"'{path}' is no text. A report is Markdown, HTML, plain text, DOCX or PDF.")
    return reading


def _name(path: str) -> str:
    return "standard input" if path == "-" else Path(path).name


def _judge(args: Namespace, reading: Reading) -> Review:
    from gonogo_cli import waiver_files
    from gonogo_review import rubric, waivers
    from gonogo_review.judging import judge

    evidence = _evidence(args.evidence) if args.evidence else []
    asked = read_yaml(args.rubric, rubric.load) if args.rubric else rubric.default()
    own, shared = (read_yaml(args.waivers, waivers.load), ()) if args.waivers else waiver_files.read(args.report)
    today = args.today or dt.datetime.now(dt.UTC).date()
    review = judge(reading, evidence, asked, (*own, *shared), today.isoformat())
    _note_idle(own, review)
    return review


def _evidence(paths: Sequence[str]) -> list[EvidenceReading]:
    from gonogo_review.evidence import read_evidence

    found = []
    for name, path in evidence_files(paths):
        with path.open("rb") as stream:
            found.append(read_evidence(name, stream))
    return found


def _note_idle(accepted: Sequence[Waiver], review: Review) -> None:
    """Says of each waiver that fits nothing, so that nobody relies on it."""
    known = {one.fingerprint for one in review.findings} | {one.id for one in review.criteria}
    for waiver in accepted:
        if waiver.target not in known:
            print(f"gonogo: the waiver of '{waiver.target}' fits no finding and no criterion.", file=sys.stderr)


def _rendered(args: Namespace, review: Review, reading: Reading) -> str:
    from gonogo_review.judging.compare import compare
    from gonogo_review.rendering import render, text

    change = compare(read_review(args.before), review) if args.before else None
    if args.format != "json":
        review, reading = _placed(args.report, review, reading)
    if args.format == "text" and not args.output and sys.stdout.isatty():
        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return text.render(review, reading, change, colour, min(shutil.get_terminal_size().columns, WIDEST))
    return render(args.format, review, reading, change)


def _placed(path: str, review: Review, reading: Reading) -> tuple[Review, Reading]:
    """With the report's path from here, which terminals and code hosts lead to; a review itself knows only its name."""
    here = Path.cwd()
    absolute = here / path
    if path == "-" or not absolute.is_relative_to(here) or ".." in absolute.parts:
        return review, reading
    name = absolute.relative_to(here).as_posix()
    info = msgspec.structs.replace(review.report, name=name)
    return msgspec.structs.replace(review, report=info), msgspec.structs.replace(reading, name=name)


def _write(content: str, path: str | None) -> None:
    data = content.encode("utf-8", "replace")
    if path is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise Refusal(f"cannot write '{path}': {error.strerror or error}.") from error


def _explain(reading: Reading, line: int) -> int:
    from gonogo_review.explaining import explain

    if not 1 <= line <= len(reading.lines):
        raise Refusal(f"'{reading.name}' has lines 1 to {len(reading.lines)}.")
    _write(explain(reading, line).rstrip("\n") + "\n", None)
    return DONE
