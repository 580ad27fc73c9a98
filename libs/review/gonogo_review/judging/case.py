"""Everything that criteria are answered from, joined once: statements with their support, facts by metric, findings."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from gonogo_contracts.review import Entry, Finding, Severity, Support
from gonogo_review.judging.readiness import Overall
from gonogo_review.model import Backing, EvidenceFact, EvidenceReading, Reading, Statement
from gonogo_review.support.freshness import Age
from gonogo_review.waivers import Waiver


class PlacedFact(msgspec.Struct, frozen=True):
    """A fact with its number among all facts and the file that it was read from."""

    index: int
    file: str
    fact: EvidenceFact


class Case(msgspec.Struct, frozen=True):
    """One report and its evidence, ready to be judged on a day."""

    reading: Reading
    evidence: tuple[EvidenceReading, ...]
    facts: Mapping[str, Sequence[PlacedFact]]
    """By metric; those of stale files are left out, because they show nothing of this release."""
    ages: Mapping[str, Age]
    """By evidence file: how its own time and commit stand to the report's."""
    backings: Mapping[int, Backing]
    """By statement."""
    findings: tuple[Finding, ...]
    gravity: Mapping[int, Severity]
    """By statement that evidence contradicts: the worst severity of the findings that say so."""
    doubted: frozenset[int]
    """Statements that a high or medium finding names, so that their word alone counts for less."""
    waivers: tuple[Waiver, ...]
    today: dt.date
    overall: Overall
    account: tuple[Entry, ...]
    """The credibility, entry by entry."""

    def support(self, statement: int) -> Support:
        """What the evidence does to a statement."""
        backing = self.backings.get(statement)
        return backing.support if backing else "not-checkable"

    @property
    def credibility(self) -> float:
        """0 to 100: how far the report can be relied on, and so what its bare word is worth."""
        return max(0.0, round(sum(entry.points for entry in self.account), 1))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The report's statements, in order."""
        return self.reading.statements


def place_facts(evidence: Sequence[EvidenceReading]) -> list[PlacedFact]:
    """All facts, numbered in the order of the files' names."""
    pairs = [(reading.file, fact) for reading in evidence for fact in reading.facts]
    return [PlacedFact(index, file, fact) for index, (file, fact) in enumerate(pairs)]


def by_metric(facts: Sequence[PlacedFact]) -> dict[str, list[PlacedFact]]:
    """Facts grouped by their metric."""
    grouped: dict[str, list[PlacedFact]] = defaultdict(list)
    for placed in facts:
        grouped[placed.fact.metric].append(placed)
    return dict(grouped)
