"""k6 summaries: `--summary-export`, and the data of `handleSummary`."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_PERCENTILES = {
    "avg": "mean", "min": "min", "med": "p50", "max": "max",
    "p(50)": "p50", "p(75)": "p75", "p(90)": "p90", "p(95)": "p95", "p(99)": "p99", "p(99.9)": "p999",
}  # fmt: skip
_DURATIONS = ("http_req_duration", "grpc_req_duration", "iteration_duration")


def read(source: Source, found: Found) -> None:
    """Latencies, throughput, error rate, users, checks and the thresholds with their verdicts."""
    metrics = source.document()["metrics"]
    duration = next((metrics[name] for name in _DURATIONS if name in metrics), Node(None))
    for word, node in _values(duration).items():
        number = node.number()
        if word in _PERCENTILES and number is not None:
            found.fact(f"latency.{_PERCENTILES[word]}", number, "ms", node.pointer)
    _rates(metrics, found)
    _thresholds(metrics, found)


def _thresholds(metrics: Node, found: Found) -> None:
    failed = total = 0
    for name, metric in metrics.items():
        for rule, verdict in metric["thresholds"].items():
            passed = _passed(verdict)
            failed, total = failed + (not passed), total + 1
            found.fact("load.threshold_passed", passed, "", verdict.pointer, name, rule=rule)
    if total:
        found.fact("load.thresholds_failed", float(failed), "count", "/metrics/*/thresholds", total=str(total))


def _values(metric: Node) -> dict[str, Node]:
    return dict(metric.under("values").items())


def _rates(metrics: Node, found: Found) -> None:
    _tell(found, "throughput.requests", "/s", _values(metrics["http_reqs"]).get("rate"))
    _tell(found, "load.requests", "count", _values(metrics["http_reqs"]).get("count"))
    _tell(found, "users.concurrent", "count", _values(metrics["vus_max"]).get("value"))
    failed = _values(metrics["http_req_failed"])
    share = failed.get("rate") or failed.get("value")
    if share is not None and share.number() is not None:
        found.fact("load.error_rate", 100 * share.count(), "%", share.pointer)
    checks = _values(metrics["checks"])
    _tell(found, "checks.passed", "count", checks.get("passes"))
    _tell(found, "checks.failed", "count", checks.get("fails"))


def _tell(found: Found, metric: str, unit: str, node: Node | None) -> None:
    number = node.number() if node is not None else None
    if node is not None and number is not None:
        found.fact(metric, number, unit, node.pointer)


def _passed(verdict: Node) -> bool:
    """`handleSummary` says `ok`; the old export says whether the threshold was crossed."""
    return verdict["ok"].value is True if "ok" in verdict else verdict.value is False
