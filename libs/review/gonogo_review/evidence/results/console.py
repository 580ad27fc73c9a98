"""What test runners print on a terminal: the line that sums up the run, and tables of coverage."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.results.outcomes import tell_counts
from gonogo_review.evidence.source import Source

_COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
_SCRIPT = re.compile(r"> \S+@\S+ (?P<script>\S+)(?: .*)?")
_COVERAGE = re.compile(
    r"\s*(?P<file>\S.*?)\s+(?P<total>\d+)\s+(?P<missed>\d+)(?P<branches>\s+\d+\s+\d+)?\s+(?P<share>\d+(?:\.\d+)?)%"
)
_SHARES = re.compile(
    r"\s*(?P<file>[^|]*\S)\s*\|(?:\s*(?P<s>\d+(?:\.\d+)?)\s*\|)(?:\s*(?P<b>\d+(?:\.\d+)?)\s*\|)(?:\s*(?P<f>\d+(?:\.\d+)?)\s*\|)(?:\s*(?P<l>\d+(?:\.\d+)?)\s*\|).*"
)
"""A row of Istanbul's table: statements, branches, functions, lines."""
_KINDS = {"s": "coverage.statement", "b": "coverage.branch", "f": "coverage.function", "l": "coverage.line"}
MAX_LINE = 2_000
"""Characters; a longer line is no summary."""


class _Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    runner: str
    match: str
    sum: bool = False


@cache
def _patterns() -> tuple[tuple[_Pattern, re.Pattern[str]], ...]:
    import yaml

    text = resources.files(__package__).joinpath("console.yaml").read_text("utf-8")
    return tuple((p, re.compile(p.match)) for p in msgspec.convert(yaml.safe_load(text), tuple[_Pattern, ...]))


class _Runs:
    """The sums of each runner, with the line they stand in."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[str, int]] = {}
        self.places: dict[str, int] = {}

    def take(self, pattern: _Pattern, groups: dict[str, str | None], number: int) -> None:
        given = {key: int(value) for key, value in groups.items() if value is not None}
        counts = self.counts.setdefault(pattern.runner, {})
        for key, value in given.items():
            counts[key] = value + (counts.get(key, 0) if pattern.sum else 0)
        self.places[pattern.runner] = number


def read(source: Source, found: Found) -> None:
    """Counts by outcome of each run that the log sums up; coverage by file where a table of it is printed."""
    runs, tally, script = _Runs(), Tally(), ""
    shares = 0
    for number, line in _plain(source):
        if started := _SCRIPT.fullmatch(line):
            script = started["script"]
        for pattern, expression in _patterns():
            if summed := expression.search(line):
                runs.take(pattern, summed.groupdict(), number)
        if row := _COVERAGE.match(line):
            _covered(row, tally, number, found)
        if row := _SHARES.fullmatch(line):
            shares += _shares(row, number, found)
    if not runs.counts and not tally.total() and not shares:
        raise Unreadable("no-summary", "The log holds no line that sums up a run. Upload the runner's report file.")
    for runner, counts in runs.counts.items():
        tell_counts(found, _complete(counts), f"line {runs.places[runner]}", script)
    if tally.total():
        tally.tell(found, "TOTAL")


def _plain(source: Source) -> Iterator[tuple[int, str]]:
    for number, line in source.lines():
        if len(line) <= MAX_LINE:
            yield number, _COLOUR.sub("", line)


def _complete(counts: dict[str, int]) -> dict[str, int]:
    failed = counts.get("failed", 0) + counts.get("errors", 0)
    skipped = counts.get("skipped", 0)
    passed = counts.get("passed", counts.get("total", 0) - failed - skipped)
    return {"passed": max(passed, 0), "failed": failed, "skipped": skipped}


def _covered(row: re.Match[str], tally: Tally, number: int, found: Found) -> None:
    total, missed = int(row["total"]), int(row["missed"])
    for metric in ("coverage.line", "coverage.statement") if missed <= total else ():
        if row["file"] == "TOTAL":
            tally.state(metric, total - missed, total)
        else:
            tally.add(row["file"], metric, total - missed, total, f"line {number}")
    if row["branches"]:
        scope = "" if row["file"] == "TOTAL" else row["file"]
        found.fact("coverage.combined", float(row["share"]), "%", f"line {number}", scope)


def _shares(row: re.Match[str], number: int, found: Found) -> int:
    scope = "" if row["file"] == "All files" else row["file"]
    for key, metric in _KINDS.items():
        found.fact(metric, float(row[key]), "%", f"line {number}", scope)
    return 1
