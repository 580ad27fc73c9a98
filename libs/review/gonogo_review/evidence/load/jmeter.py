"""JMeter's results (JTL), CSV and XML."""

from typing import NamedTuple

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.load.latencies import Latencies
from gonogo_review.evidence.load.table import Row, rows
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso


def read_csv(source: Source, found: Found) -> None:
    """Percentiles, error rate, throughput and users, computed from the samples."""
    delimiter = "\t" if "\t" in source.head.text.partition("\n")[0] else ","
    latencies, users, start = Latencies(), 0, ""
    for line, row in rows(source, delimiter):
        sample = _sample(row, line)
        start = start or str(sample.started)
        latencies.add(sample.elapsed, sample.started, passed=sample.passed)
        users = max(users, sample.users)
    found.taken = iso(start)
    latencies.tell(found, "elapsed")
    if users:
        found.fact("users.concurrent", float(users), "count", "allThreads")


class _Sample(NamedTuple):
    elapsed: int
    started: int
    passed: bool
    users: int


def _sample(row: Row, line: int) -> _Sample:
    try:
        passed = (row["success"] or "").lower() == "true"
        if row["success"] is None:
            raise ValueError("it has no success")
        return _Sample(int(row["elapsed"] or ""), int(row["timeStamp"] or 0), passed, int(row.get("allThreads") or 0))
    except (ValueError, KeyError) as error:
        raise Unreadable("jtl-malformed", f"Line {line} is no sample: {error}. Was the file cut off?", line) from error


def read_xml(source: Source, found: Found) -> None:
    """The same, of the XML form; samples inside samples are parts of them and do not count."""
    latencies, depth = Latencies(), 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        elapsed, started = attributes.get("t", ""), attributes.get("ts", "")
        if depth == 2 and name in {"httpSample", "sample"} and elapsed.isdigit():
            latencies.add(int(elapsed), int(started) if started.isdigit() else 0, passed=attributes.get("s") == "true")
            found.taken = found.taken or iso(started)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    source.elements(start, end)
    latencies.tell(found, "//@t")
