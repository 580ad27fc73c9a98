"""Locust: the statistics, failures and exceptions as CSV, and workers' statistics as JSON lines."""

from collections.abc import Iterable

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.load.latencies import Latencies
from gonogo_review.evidence.load.table import rows
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import iso

_COLUMNS = {
    "50%": "p50", "75%": "p75", "90%": "p90", "95%": "p95", "99%": "p99", "99.9%": "p999",
    "Average Response Time": "mean", "Min Response Time": "min", "Max Response Time": "max",
}  # fmt: skip


def read_stats(source: Source, found: Found) -> None:
    """Latencies, requests, failures and throughput, of the whole and by endpoint."""
    for line, row in rows(source):
        scope = "" if row.get("Name") == "Aggregated" else f"{row.get('Type', '')} {row.get('Name', '')}".strip()
        numbers = {key: _number(value) for key, value in row.items() if isinstance(value, str)}
        _tell(numbers, scope, f"line {line}", found)


def read_history(source: Source, found: Found) -> None:
    """How many users and requests there were at the end; its percentiles are of moments, not of the run."""
    users, last, place = 0.0, dict[str, str | None](), ""
    for line, row in rows(source):
        users = max(users, _number(row.get("User Count") or "") or 0.0)
        if row.get("Name") == "Aggregated":
            last, place = row, f"line {line}"
    found.taken = iso(last.get("Timestamp") or "")
    found.fact("users.concurrent", users, "count", "User Count")
    requests = _number(last.get("Total Request Count") or "") or 0.0
    failed = _number(last.get("Total Failure Count") or "") or 0.0
    if not requests:
        found.problem("nothing-ran", "No request was made. It backs no claim.")
        return
    found.fact("load.requests", requests, "count", place)
    found.fact("load.requests_failed", failed, "count", place)
    found.fact("load.error_rate", 100 * failed / requests, "%", place)


def _tell(row: dict[str, float | None], scope: str, place: str, found: Found) -> None:
    requests, failed, rate = row.get("Request Count"), row.get("Failure Count"), row.get("Requests/s")
    if requests is None or failed is None:
        raise Unreadable("locust-malformed", f"{place} holds no counts. Was the file cut off?")
    if not requests:
        if not scope:
            found.problem("nothing-ran", "No request was made. It backs no claim.")
        return
    for column, name in _COLUMNS.items():
        value = row.get(column)
        if value is not None:
            found.fact(f"latency.{name}", value, "ms", place, scope)
    found.fact("load.requests", requests, "count", place, scope)
    found.fact("load.requests_failed", failed, "count", place, scope)
    found.fact("load.error_rate", 100 * failed / requests, "%", place, scope)
    if rate is not None:
        found.fact("throughput.requests", rate, "/s", place, scope)


def read_errors(source: Source, found: Found) -> None:
    """Failures or exceptions: how many, and each with its message."""
    total = 0.0
    for line, row in rows(source):
        count = _number(row.get("Occurrences") or row.get("Count") or "") or 0.0
        total += count
        message = row.get("Error") or row.get("Message") or ""
        found.fact("load.error", message, "", f"line {line}", row.get("Name") or "", count=f"{count:g}")
    found.fact("load.errors", total, "count", "Occurrences")


def read_workers(source: Source, found: Found) -> None:
    """Workers' statistics, added up."""
    _statistics((stats for _, row in source.rows() for stats in row["stats"].each()), "/stats/*/response_times", found)


def read_json(source: Source, found: Found) -> None:
    """What `--json` prints: the statistics of each endpoint, added up."""
    _statistics(source.each("/*"), "/*/response_times", found)


def _statistics(endpoints: Iterable[Node], pointer: str, found: Found) -> None:
    latencies, failed = Latencies(), 0.0
    for stats in endpoints:
        failed += stats["num_failures"].count()
        for time, count in stats["response_times"].items():
            latencies.add_many(int(_number(time) or 0), int(count.count()))
    latencies.failed = int(failed)
    latencies.tell(found, pointer)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
