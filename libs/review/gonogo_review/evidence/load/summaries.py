"""Summaries that load generators print: wrk, hey, ab, vegeta (text and JSON), and Artillery's JSON."""

import re
from collections.abc import Iterator

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

LONGEST = 500
"""Characters of a line of a summary."""
_UNITS = {"ns": 1e-6, "us": 1e-3, "µs": 1e-3, "ms": 1.0, "s": 1000.0, "sec": 1000.0, "secs": 1000.0, "m": 60_000.0}
_UNITS["h"] = 3_600_000.0
_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|secs?|s|m|h)")
_SHARE = re.compile(r"^\s*(50|75|90|95|99)(?:\.0+)?%\s+(?:in\s+)?(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|secs|s|m)?\s*$")
_RATE = re.compile(r"^\s*(?:Requests/sec:|Requests per second:)\s+(\d+(?:\.\d+)?)")
_MEAN = re.compile(
    r"^\s*(?:Average:\s+([\d.]+) secs|Latency\s+([\d.]+(?:us|µs|ms|s|m))\s"
    r"|Time per request:\s+([\d.]+) \[ms\] \(mean\))"
)
_MAX = re.compile(
    r"^\s*(?:Slowest:\s+([\d.]+) secs|Latency\s+\S+\s+\S+\s+([\d.]+(?:us|µs|ms|s|m))\s|100%\s+(\d+) \(longest)"
)
_USERS = re.compile(r"^\s*(?:Concurrency Level:\s+(\d+)|\d+ threads and (\d+) connections)")
_CODES = re.compile(r"^\s*\[(\d{3})\]\s+(\d+) responses")
"""hey's status codes."""
_COUNT = re.compile(r"^\s*(?:Complete requests:\s+(\d+)|(\d+) requests in )")
_FAILED = re.compile(
    r"^\s*(?:Failed requests:\s+(\d+)|Non-2xx(?: or 3xx)? responses:\s*(\d+)"
    r"|\[(\d+)\]\s+\S+ \"?http|Socket errors: (.+))"
)


def short_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Lines that can be one of a summary."""
    return ((number, line) for number, line in source.lines() if len(line) < LONGEST)


def read_text(source: Source, found: Found) -> None:
    """wrk, hey and ab: percentiles, mean and longest, throughput, requests and those that failed."""
    milliseconds = "Percentage of the requests served" in source.head.text
    sums = _Sums()
    for number, line in short_lines(source):
        place = f"line {number}"
        if share := _SHARE.match(line):
            if share[3] or milliseconds:
                found.fact(f"latency.p{share[1]}", float(share[2]) * _UNITS[share[3] or "ms"], "ms", place)
        elif rate := _RATE.match(line):
            found.fact("throughput.requests", float(rate[1]), "/s", place)
        elif users := _USERS.match(line):
            found.fact("users.concurrent", float(users[1] or users[2]), "count", place)
        else:
            sums.take(line, place)
        for name, form in (("mean", _MEAN), ("max", _MAX)):
            if time := form.match(line):
                found.fact(f"latency.{name}", _milliseconds(time), "ms", place)
    sums.tell(found)


def _milliseconds(time: re.Match[str]) -> float:
    """Of hey's seconds, wrk's time with its unit, or ab's milliseconds."""
    if time[2]:
        return duration(time[2]) or 0.0
    return 1000 * float(time[1]) if time[1] else float(time[3])


class _Sums:
    """Requests and failures, which some tools print by kind."""

    def __init__(self) -> None:
        self.requests = self.failed = 0.0
        self.place = self.failed_at = ""

    def take(self, line: str, place: str) -> None:
        """Adds what a line says."""
        if count := _COUNT.match(line):
            self.requests, self.place = float(count[1] or count[2]), place
        elif code := _CODES.match(line):
            self.requests, self.place = self.requests + float(code[2]), self.place or place
            self._fail(float(code[2]) if int(code[1]) >= 400 else 0.0, place)
        elif failed := _FAILED.match(line):
            numbers = re.findall(r"\d{1,15}", failed[4]) if failed[4] else [failed[1] or failed[2] or failed[3]]
            number = float(sum(map(int, numbers)))
            # ab counts an answer of another length as failed already, whatever its status
            self._fail(max(number - self.failed, 0.0) if line.startswith("Non-2xx responses") else number, place)
            self.requests += float(failed[3] or 0)

    def _fail(self, number: float, place: str) -> None:
        self.failed += number
        self.failed_at = self.failed_at or place

    def tell(self, found: Found) -> None:
        """Gives what there is."""
        if self.place:
            found.fact("load.requests", self.requests, "count", self.place)
        if self.failed_at:
            found.fact("load.requests_failed", self.failed, "count", self.failed_at)
        if self.requests:
            rate = min(100 * self.failed / self.requests, 100.0)
            found.fact("load.error_rate", rate, "%", self.failed_at or self.place)


def duration(text: str) -> float | None:
    """Milliseconds of a time as Go prints it: `1m2.5s`, `90.4ms`."""
    parts = list(_TIME.finditer(text))
    return sum(float(part[1]) * _UNITS[part[2]] for part in parts) if "".join(p[0] for p in parts) == text else None


def read_vegeta_text(source: Source, found: Found) -> None:
    """vegeta's text report: its bracketed names say what its numbers are."""
    for number, line in short_lines(source):
        row = re.fullmatch(r"(\w[\w ]*?)\s+\[([^\]]+)\]\s+(.+)", line.strip())
        if row:
            names, values = [name.strip() for name in row[2].split(",")], [v.strip() for v in row[3].split(",")]
            for name, value in zip(names, values, strict=False):
                _vegeta(row[1], name, value, f"line {number}", found)


def _vegeta(row: str, name: str, value: str, place: str, found: Found) -> None:
    time, number = duration(value), re.fullmatch(r"(\d+(?:\.\d+)?)%?", value)
    if row == "Latencies" and time is not None:
        metric = {"50": "p50", "90": "p90", "95": "p95", "99": "p99"}.get(name, name)
        found.fact(f"latency.{metric}", time, "ms", place)
    elif row == "Requests" and name in {"total", "throughput"} and number:
        metric, unit = ("load.requests", "count") if name == "total" else ("throughput.requests", "/s")
        found.fact(metric, float(number[1]), unit, place)
    elif row == "Success" and number:
        found.fact("load.error_rate", 100 - float(number[1]), "%", place)


def read_vegeta_json(source: Source, found: Found) -> None:
    """vegeta's JSON report; its times are in nanoseconds."""
    document = source.document()
    found.taken = document["end"].text()
    for key, name in (
        ("mean", "mean"),
        ("50th", "p50"),
        ("90th", "p90"),
        ("95th", "p95"),
        ("99th", "p99"),
        ("max", "max"),
    ):
        node = document["latencies"][key]
        if node:
            found.fact(f"latency.{name}", node.count() / 1e6, "ms", node.pointer)
    found.fact("load.requests", document["requests"].count(), "count", "/requests")
    found.fact("throughput.requests", document["throughput"].count(), "/s", "/throughput")
    found.fact("load.error_rate", 100 * (1 - document["success"].count()), "%", "/success")


_ARTILLERY = {
    "mean": "mean", "median": "p50", "p75": "p75", "p90": "p90", "p95": "p95", "p99": "p99", "p999": "p999",
    "max": "max",
}  # fmt: skip


def read_artillery(source: Source, found: Found) -> None:
    """Artillery's JSON report, version 2 and, where it differs, 1."""
    whole = source.document()["aggregate"]
    found.taken = iso(whole["lastCounterAt"].text() or whole["timestamp"].text())
    times = whole.at("summaries", "http.response_time") or whole["latency"]
    for key, name in _ARTILLERY.items():
        if times[key]:
            found.fact(f"latency.{name}", times[key].count(), "ms", times[key].pointer)
    counters = whole["counters"]
    requests = counters["http.requests"] or whole["requestsCompleted"]
    rate = whole.at("rates", "http.request_rate") or whole.at("rps", "mean")
    if rate:
        found.fact("throughput.requests", rate.count(), "/s", rate.pointer)
    if not requests.count():
        found.problem("nothing-ran", "No request was made. It backs no claim.")
        return
    found.fact("load.requests", requests.count(), "count", requests.pointer)
    failed = min(_artillery_failures(whole), requests.count())
    found.fact("load.requests_failed", failed, "count", counters.pointer)
    found.fact("load.error_rate", 100 * failed / requests.count(), "%", counters.pointer)


def _artillery_failures(whole: Node) -> float:
    """Requests without an answer, and answers that are errors."""
    counters = [(key, node.count()) for key, node in whole["counters"].items()]
    failed = sum(number for key, number in counters if re.match(r"errors\.|http\.codes\.[45]", key))
    old = [*whole["errors"].items(), *((key, node) for key, node in whole["codes"].items() if key[:1] in "45")]
    return failed + sum(node.count() for _, node in old)
