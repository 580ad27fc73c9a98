"""Captured answers of running systems: Prometheus queries, and health endpoints."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_HEALTHY = {"up", "ok", "pass", "passed", "healthy", "ready", "alive", "true", "connected", "green"}


def read_query(source: Source, found: Found) -> None:
    """The samples of a query's result, the last value of each series."""
    document = source.document()
    if document["status"].text() != "success":
        found.problem("query-failed", f"The query failed: {document['error'].text()[:200]}")
    for series in document.at("data", "result").each():
        last = series["value"] or list(series["values"].each())[-1:]
        point = last if isinstance(last, Node) else last[0] if last else Node(None)
        value = point[1].number()
        if value is not None:
            labels = ",".join(f"{key}={node.text()}" for key, node in series["metric"].items())
            name = series.at("metric", "__name__").text()
            found.fact("sample", value, "", point.pointer, "", name=name, labels=labels)


def read_health(source: Source, found: Found) -> None:
    """The state of the whole and of each component: healthy or not, with the word used."""
    document = source.document()
    found.taken = document["timestamp"].text()
    _state("", document, found)
    for key in ("components", "checks", "details", "services", "dependencies"):
        for name, part in document[key].items():
            _state(name, part, found)
        for part in document[key].each():
            _state(part["name"].text(), part, found)


def _state(name: str, node: Node, found: Found) -> None:
    state = node["status"] or node["state"] or node["healthy"] or node
    word = "true" if state.value is True else "false" if state.value is False else state.text()
    if word:
        healthy = word.lower() in _HEALTHY
        found.fact("health.status", "ok" if healthy else word.lower(), "", state.pointer, name, state=word)
