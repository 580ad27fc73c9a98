"""Summaries that load generators print: wrk, hey, ab, vegeta (text and JSON), and Artillery's JSON."""

import re
from collections.abc import Iterator

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

LONGEST = 500
"""Characters of a line of a summary."""
_UNITS = {"ns": 1e-6, "us": 1e-3, "µs": 1e-3, "ms": 1.0, "s": 1000.0, "sec": 1000.0, "secs": 1000.0, "m": 60_000.0}
_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|secs?|s|m)\b")
_SHARE = re.compile(r"^\s*(50|75|90|95|99)(?:\.0+)?%\s+(?:in\s+)?(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|secs|s|m)?\s*$")
_RATE = re.compile(r"^\s*(?:Requests/sec:|Requests per second:)\s+(\d+(?:\.\d+)?)")
_COUNT = re.compile(r"^\s*(?:Complete requests:\s+(\d+)|(\d+) requests in )")
_FAILED = re.compile(r"^\s*(?:Failed requests:\s+(\d+)|Non-2xx or 3xx responses:\s*(\d+))")


def short_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Lines that can be one of a summary."""
    return ((number, line) for number, line in source.lines() if len(line) < LONGEST)


def read_text(source: Source, found: Found) -> None:
    """wrk, hey and ab: percentiles, throughput, requests."""
    milliseconds = "Percentage of the requests served" in source.head.text
    for number, line in short_lines(source):
        place = f"line {number}"
        if share := _SHARE.match(line):
            factor = _UNITS[share[3]] if share[3] else 1.0
            if share[3] or milliseconds:
                found.fact(f"latency.p{share[1]}", float(share[2]) * factor, "ms", place)
        elif rate := _RATE.match(line):
            found.fact("throughput.requests", float(rate[1]), "/s", place)
        elif count := _COUNT.match(line):
            found.fact("load.requests", float(count[1] or count[2]), "count", place)
        elif failed := _FAILED.match(line):
            found.fact("load.requests_failed", float(failed[1] or failed[2]), "count", place)


def read_vegeta_text(source: Source, found: Found) -> None:
    """vegeta's text report: its bracketed names say what its numbers are."""
    for number, line in short_lines(source):
        row = re.fullmatch(r"(\w[\w ]*?)\s+\[([^\]]+)\]\s+(.+)", line.strip())
        if row:
            names, values = [name.strip() for name in row[2].split(",")], [v.strip() for v in row[3].split(",")]
            for name, value in zip(names, values, strict=False):
                _vegeta(row[1], name, value, f"line {number}", found)


def _vegeta(row: str, name: str, value: str, place: str, found: Found) -> None:
    time, number = _TIME.fullmatch(value), re.fullmatch(r"(\d+(?:\.\d+)?)%?", value)
    if row == "Latencies" and time:
        metric = {"50": "p50", "90": "p90", "95": "p95", "99": "p99"}.get(name, name)
        found.fact(f"latency.{metric}", float(time[1]) * _UNITS[time[2]], "ms", place)
    elif row == "Requests" and name in {"total", "throughput.requests"} and number:
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


def read_artillery(source: Source, found: Found) -> None:
    """Artillery's JSON report, version 2 and, where it differs, 1."""
    whole = source.document()["aggregate"]
    times = whole.at("summaries", "http.response_time") or whole["latency"]
    for key, name in (
        ("mean", "mean"),
        ("median", "p50"),
        ("p50", "p50"),
        ("p95", "p95"),
        ("p99", "p99"),
        ("max", "max"),
    ):
        if times[key]:
            found.fact(f"latency.{name}", times[key].count(), "ms", times[key].pointer)
    counters = whole["counters"]
    requests = counters["http.requests"] or whole["requestsCompleted"]
    found.fact("load.requests", requests.count(), "count", requests.pointer)
    failed = sum(node.count() for key, node in counters.items() if key.startswith("errors.")) + _old_errors(whole)
    found.fact("load.requests_failed", failed, "count", counters.pointer)
    if requests.count():
        found.fact("load.error_rate", 100 * failed / requests.count(), "%", counters.pointer)


def _old_errors(whole: Node) -> float:
    return sum(node.count() for _, node in whole["errors"].items())
