"""LCOV: one record a source file, `SF:` to `end_of_record`."""

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.source import Source

_HITS = {"LH": "coverage.line", "FNH": "coverage.function", "BRH": "coverage.branch"}
_FOUND = {"LF": "coverage.line", "FNF": "coverage.function", "BRF": "coverage.branch"}


class _Record:
    """One source file's counts, as summed in the record and as listed line by line."""

    def __init__(self, path: str, line: int) -> None:
        self.path = path
        self.line = line
        self.hits: dict[str, int] = {}
        self.found: dict[str, int] = {}
        self.listed: dict[str, int] = {}

    def take(self, key: str, value: str) -> None:
        if key in _FOUND:
            self.found[_FOUND[key]] = int(value)
        elif key in _HITS:
            self.hits[_HITS[key]] = int(value)
        elif key == "DA":
            number, hits = value.split(",")[:2]
            self.listed[number] = max(self.listed.get(number, 0), int(float(hits)))

    def counts(self) -> dict[str, tuple[int, int]]:
        sums = {metric: (self.hits.get(metric, 0), total) for metric, total in self.found.items()}
        return {**({"coverage.line": self._lines()} if self.listed else {}), **sums}

    def disagrees(self) -> bool:
        stated = (self.hits.get("coverage.line"), self.found.get("coverage.line"))
        return bool(self.listed) and None not in stated and stated != self._lines()

    def _lines(self) -> tuple[int, int]:
        return sum(hits > 0 for hits in self.listed.values()), len(self.listed)


def read(source: Source, found: Found) -> None:
    """Lines, functions and branches, by file and folder."""
    tally, record = Tally(), None
    for number, line in source.lines():
        key, _, value = line.strip().partition(":")
        if key == "SF":
            record = _Record(value, number)
        elif key == "end_of_record" and record is not None:
            _close(record, tally, found)
            record = None
        elif record is not None:
            _take(record, key, value, number)
    if record is not None:
        raise Unreadable(
            "truncated", f"The record that starts at line {record.line} has no end. Was the file cut off?", record.line
        )
    tally.tell(found, "sum of LH / LF")


def _take(record: _Record, key: str, value: str, number: int) -> None:
    try:
        record.take(key, value)
    except ValueError as error:
        raise Unreadable("lcov-malformed", f"Line {number}: '{key}:{value[:40]}' holds no number.", number) from error


def _close(record: _Record, tally: Tally, found: Found) -> None:
    if record.disagrees():
        found.problem("totals-disagree", f"{record.path}: LH and LF differ from the lines listed (DA).", record.line)
    for metric, (covered, total) in record.counts().items():
        tally.add(record.path, metric, covered, total, f"line {record.line}")
