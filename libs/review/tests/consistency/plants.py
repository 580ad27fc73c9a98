"""Plants errors in a clean report: changes one number, one date or one state where the report says it twice."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Change = Callable[[re.Match[str]], str]


class Plant(NamedTuple):
    """A report with one planted error."""

    kind: str
    """`number`, `date` or `state`."""
    line: int
    """The line that was changed, from 1."""
    before: str
    after: str
    text: str


class Site(NamedTuple):
    """A form in which a report says something twice, and how to make it wrong."""

    kind: str
    pattern: re.Pattern[str]
    change: Change


def more(by: int) -> Change:
    """Adds to the number in the group `n`."""
    return lambda m: replaced(m, str(int(m["n"]) + by))


def times(factor: float) -> Change:
    """Multiplies the number in the group `n`."""
    return lambda m: replaced(m, f"{float(m['n']) * factor:g}")


def later(days: int) -> Change:
    """Moves the date in the group `n`."""
    return lambda m: replaced(m, str(dt.date.fromisoformat(m["n"]) + dt.timedelta(days)))


def becomes(text: str) -> Change:
    """Puts another text in the place of the group `n`."""
    return lambda m: replaced(m, text)


def replaced(match: re.Match[str], text: str) -> str:
    """The matched line with another text in the place of its group `n`."""
    line = match.string
    return line[: match.start("n")] + text + line[match.end("n") :]


DATE = r"(?P<n>20\d\d-\d\d-\d\d)"
SITES = (
    Site("number", re.compile(r"\d+/\d+[^|(]*\((?P<n>\d+(?:\.\d+)?)%\)"), times(0.8)),
    Site("number", re.compile(r"(?P<n>\d+)/\d+[^|(]*\(\d+(?:\.\d+)?%\)"), times(0.5)),
    Site("number", re.compile(r"(?:\||→).*?(?P<n>\d+)(?:%| %|x|倍| ?% less)[^|]*\|?$"), times(1.5)),
    Site("number", re.compile(r"^- .*\((?P<n>\d)x (?:faster|smaller)\)$"), more(5)),
    Site("number", re.compile(r"^- .*→.*\((?P<n>\d+)% less\)$"), more(30)),
    Site("number", re.compile(r"^- \*\*\w+\*\* ?: (?P<n>\d+) \w+$"), more(17)),
    Site("number", re.compile(r"^- \w+ ?: (?P<n>\d+) (?:hours|horas|Stunden|heures)$"), more(9)),
    Site("number", re.compile(r"^- (?:Total tests|Passed|Skipped): (?P<n>\d+)$"), more(4)),
    Site("number", re.compile(r"^\*\*[^:]+\*\*: (?P<n>\d+) files \("), more(3)),
    Site("number", re.compile(r"delivered (?P<n>\d+) stories:$"), more(1)),
    Site("number", re.compile(r"\| <\d+ ms \| (?P<n>\d+) ms \| ✅"), times(3)),
    Site("number", re.compile(r"\| ≥99\.9% \| (?P<n>[\d.]+)% \| ✅"), becomes("98.2")),
    Site("number", re.compile(r"\| <1% \| (?P<n>[\d.]+)% \| ✅"), becomes("3.1")),
    Site("date", re.compile(rf"^\*\*(?!Date\*|Fecha\*|Datum|Дата\*|报告|Started)[^:]+\*\* ?: {DATE}$"), later(60)),
    Site("date", re.compile(rf"^\*\*Started\*\*: {DATE}$"), later(90)),
    Site("date", re.compile(rf"^\*\*Completed\*\*: {DATE}$"), later(-90)),
    Site("date", re.compile(rf"^The sprint ran from {DATE}"), later(40)),
    Site("state", re.compile(r"^- (?P<n>\[x\]) "), becomes("[ ]")),
    Site("state", re.compile(r"^- (?P<n>✅) "), becomes("❌")),
    Site("state", re.compile(r"^- [\w\s-]+: (?P<n>done)$"), becomes("in progress")),
    Site("state", re.compile(r"^\|.*\| (?P<n>✅ (?:Done|Met)) \|$"), becomes("🚧 In progress")),
)
CELL = re.compile(r"(?<=\| )(?:\*\*)?(?P<n>\d+)(?:\*\*)?(?= \|)")


def plants(report: str) -> Iterator[Plant]:
    """Every error that can be planted in a report, one at a time."""
    lines = report.split("\n")
    for at, line in enumerate(lines):
        for kind, changed in changes(line, lines, at):
            yield Plant(kind, at + 1, line, changed, "\n".join([*lines[:at], changed, *lines[at + 1 :]]))


def changes(line: str, lines: list[str], at: int) -> Iterator[tuple[str, str]]:
    """Every wrong form of a line."""
    for site in SITES:
        found = site.pattern.search(line)
        if found:
            yield site.kind, site.change(found)
    if summed(lines, at):
        for cell in CELL.finditer(line):
            yield "number", more(7)(cell)


def summed(lines: list[str], at: int) -> bool:
    """Whether a line is a row of a table that ends in a total."""
    if not lines[at].startswith("| "):
        return False
    end = next((i for i in range(at, len(lines)) if not lines[i].startswith("|")), len(lines))
    return lines[end - 1].startswith("| **")
