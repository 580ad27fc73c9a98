"""All facts of all evidence, numbered in order of the files' names, and found by metric."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gonogo_review.model import EvidenceFact, EvidenceReading


class Placed(NamedTuple):
    """A fact with its number over all evidence and the file that it is from."""

    number: int
    fact: EvidenceFact
    reading: EvidenceReading


class Facts:
    """The evidence as one collection."""

    def __init__(self, evidence: Sequence[EvidenceReading]) -> None:
        self.readings = sorted(evidence, key=lambda reading: reading.file)
        self._by_metric: dict[str, list[Placed]] = defaultdict(list)
        number = 0
        for reading in self.readings:
            for fact in reading.facts:
                self._by_metric[fact.metric].append(Placed(number, fact, reading))
                number += 1

    def of(self, metric: str) -> list[Placed]:
        """The facts of one metric."""
        return self._by_metric.get(metric, [])

    def any_of(self, metrics: Iterable[str]) -> list[Placed]:
        """The facts of several metrics, metric by metric."""
        return [placed for metric in metrics for placed in self.of(metric)]
