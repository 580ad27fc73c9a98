"""Locust: the statistics, failures and exceptions as CSV, and workers' statistics as JSON lines."""

from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.load.latencies import Latencies
from gonogo_review.evidence.load.table import rows
from gonogo_review.evidence.source import Source

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


def _tell(row: dict[str, float | None], scope: str, place: str, found: Found) -> None:
    for column, name in _COLUMNS.items():
        value = row.get(column)
        if value is not None:
            found.fact(f"latency.{name}", value, "ms", place, scope)
    requests, failed, rate = row.get("Request Count"), row.get("Failure Count"), row.get("Requests/s")
    if requests is None or failed is None:
        raise Unreadable("locust-malformed", f"{place} holds no counts. Was the file cut off?")
    found.fact("load.requests", requests, "count", place, scope)
    found.fact("load.requests_failed", failed, "count", place, scope)
    if requests:
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
    latencies, failed = Latencies(), 0.0
    for _, row in source.rows():
        for stats in row["stats"].each():
            failed += stats["num_failures"].count()
            for time, count in stats["response_times"].items():
                for _ in range(min(int(count.count()), 1_000_000)):
                    latencies.add(int(_number(time) or 0), 0, passed=True)
    latencies.failed = int(failed)
    latencies.tell(found, "/stats/*/response_times")


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
