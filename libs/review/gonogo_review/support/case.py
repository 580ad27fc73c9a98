"""A report beside its evidence: what every rule may ask."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from gonogo_review.metrics.registry import metrics, unit_kind
from gonogo_review.model import Amount, Block, EvidenceReading, Reading, Statement
from gonogo_review.support.freshness import Age, age, report_date
from gonogo_review.support.index import Facts
from gonogo_review.support.names import names, sorts
from gonogo_review.support.tree import Tree
from gonogo_review.support.words import says

_COMMIT = re.compile(r"(?<![\w-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}(?![\w-])")
LONGEST = 2_000
"""Characters of a line or statement that are looked at."""
ABOVE = 12
"""Lines above a statement, in its section, that say what it is about."""


class Case:
    """The reading, the facts, the tree, and the surroundings of a statement."""

    def __init__(self, reading: Reading, evidence: Sequence[EvidenceReading]) -> None:
        self.reading = reading
        self.facts = Facts(evidence)
        self.tree = Tree(self.facts.of("files.exists"))

    @cached_property
    def day(self) -> date | None:
        """The day that the report is of."""
        return report_date(self.reading.lines)

    @cached_property
    def commits(self) -> list[str]:
        """The commits that the report names."""
        return [found for line in self.reading.lines if says("commit", line) for found in _COMMIT.findall(line)]

    def age(self, reading: EvidenceReading) -> Age:
        """How a file's own time stands to the report's day; a run of another commit is stale."""
        if reading.commit and self.commits and not any(_same(reading.commit, one) for one in self.commits):
            return "stale"
        return age(reading, self.day)

    def titles(self, statement: Statement) -> str:
        """The headings that a statement stands under, the nearest first."""
        titles, number = [], statement.section
        while 0 <= number < len(self.reading.sections):
            section = self.reading.sections[number]
            titles.append(section.title)
            number = section.parent if section.parent < number else -1
        return " / ".join(titles)

    def sorts(self, statement: Statement) -> set[str]:
        """The sorts of suites or parts that a statement, or the heading over it, speaks of."""
        return sorts(f"{statement.text} {self.titles(statement).partition(' / ')[0]}")

    def may_be_of(self, reading: EvidenceReading, statement: Statement) -> bool:
        """Whether a file can be of the side of the system that a statement speaks of, where both name one."""
        own, said = sorts(reading.file) & names().sides, self.sorts(statement) & names().sides
        return not own or not said or bool(own & said)

    def above(self, statement: Statement) -> str:
        """The last lines before a statement in its section."""
        sections = self.reading.sections
        start = sections[statement.section].line if statement.section < len(sections) else 1
        first = max(start, statement.line - ABOVE)
        return "\n".join(line[:LONGEST] for line in self.reading.lines[max(first - 1, 0) : statement.line - 1])

    def table(self, statement: Statement) -> Block | None:
        """The table that a statement is a row of."""
        if 0 <= statement.block < len(self.reading.blocks):
            block = self.reading.blocks[statement.block]
            return block if block.kind == "table" else None
        return None

    def header(self, statement: Statement, amount: Amount) -> str:
        """The header of the column that an amount stands in; empty outside tables."""
        block = self.table(statement)
        for row in block.rows if block else ():
            for number, cell in enumerate(row):
                inside = cell.line == statement.line and cell.start <= amount.start < cell.end
                if inside and block is not None and number < len(block.header):
                    return block.header[number].text
        return ""

    def line(self, statement: Statement) -> str:
        """The line that a statement stands in, as far as a person would write one."""
        return self.reading.lines[statement.line - 1][:LONGEST]


def _same(one: str, other: str) -> bool:
    """Whether two names are of one commit, the shorter being the start of the longer."""
    return one.startswith(other) or other.startswith(one)


def metric_of(amount: Amount, statement: Statement) -> str:
    """What an amount measures: its own metric, or the statement's where it is said in such a unit; else empty."""
    if amount.metric:
        return amount.metric
    known = metrics().get(statement.metric or "")
    return known.name if known is not None and unit_kind(amount.unit) in known.units else ""
