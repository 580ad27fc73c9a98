"""All facts of all evidence, numbered in order of the files' names, and found by metric."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gonogo_review.model import EvidenceFact, EvidenceReading


@dataclass(frozen=True, eq=False, slots=True)
class Placed:
    """A fact with its number over all evidence and the file that it is from."""

    number: int
    fact: EvidenceFact
    reading: EvidenceReading

    @property
    def number_value(self) -> float | None:
        """The value where it is a number."""
        value = self.fact.value
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def has(self, attribute: str) -> str:
        """What else the file says of it; empty where it says nothing."""
        return self.fact.attributes.get(attribute, "")


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

    def __bool__(self) -> bool:
        return bool(self._by_metric)

    def of(self, metric: str) -> list[Placed]:
        """The facts of one metric."""
        return self._by_metric.get(metric, [])

    def any_of(self, metrics: Iterable[str]) -> list[Placed]:
        """The facts of several metrics, metric by metric."""
        return [placed for metric in metrics for placed in self.of(metric)]

    def whole(self, metric: str) -> list[Placed]:
        """The facts of one metric that are of the whole, not of a part."""
        return [placed for placed in self.of(metric) if not placed.fact.scope]
