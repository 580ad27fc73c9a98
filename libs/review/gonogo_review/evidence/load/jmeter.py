"""JMeter's results (JTL), CSV and XML."""

import csv

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.load.latencies import Latencies
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso


def read_csv(source: Source, found: Found) -> None:
    """Percentiles, error rate, throughput and users, computed from the samples."""
    delimiter = "\t" if "\t" in source.head.text.partition("\n")[0] else ","
    rows = csv.DictReader((line + "\n" for _, line in source.lines()), delimiter=delimiter)
    latencies, users, start = Latencies(), 0, ""
    try:
        for row in rows:
            started = row["timeStamp"] or "0"
            start = start or started
            latencies.add(int(row["elapsed"]), int(started), passed=row["success"].lower() == "true")
            users = max(users, int(row.get("allThreads") or 0))
    except (ValueError, TypeError, KeyError, AttributeError, csv.Error) as error:
        line = rows.line_num
        raise Unreadable("jtl-malformed", f"Line {line} is no sample: {error}. Was the file cut off?", line) from error
    found.taken = iso(start)
    latencies.tell(found, "elapsed")
    if users:
        found.fact("users.concurrent", float(users), "count", "allThreads")


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
