"""Captured answers of running systems: Prometheus queries, and health endpoints."""

import re

from gonogo_review.evidence.deploy.settings import tell_settings
from gonogo_review.evidence.document import decode
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_HEALTHY = {"up", "ok", "pass", "passed", "healthy", "ready", "alive", "true", "connected", "green"}
_PARTS = ("components", "checks", "details", "services", "dependencies", "entries", "results")
_STATUS = re.compile(r"HTTP/[\d.]+ (\d{3})\b")
_CHECK = re.compile(r"\[([+-])\]([\w./:-]+) (?:ok|failed)")


def read_query(source: Source, found: Found) -> None:
    """The samples of a query's result, the last value of each series."""
    document = source.document()
    if document["status"].text() != "success":
        found.problem("query-failed", f"The query failed: {document['error'].text()[:200]}")
    result = document.at("data", "result")
    if document.at("data", "resultType").text() == "scalar" and result[1].number() is not None:
        found.fact("sample", result[1].count(), "", result[1].pointer)
        return
    for series in result.each():
        last = series["value"] or list(series["values"].each())[-1:]
        point = last if isinstance(last, Node) else last[0] if last else Node(None)
        value = point[1].number()
        if value is not None:
            labels = ",".join(f"{key}={node.text()}" for key, node in series["metric"].items())
            name = series.at("metric", "__name__").text()
            found.fact("sample", value, "", point.pointer, "", name=name, labels=labels)


def read_health(source: Source, found: Found) -> None:
    """The state of the whole and of each component: healthy or not, with the word used; and every value."""
    document = source.document()
    _health(document, found)
    tell_settings(document, found)


def _health(document: Node, found: Found) -> None:
    found.taken = document["timestamp"].text() or found.taken
    _state("", document, found)
    for key in _PARTS:
        for name, part in document[key].items():
            for one in part.each():
                _state(name, one, found)
            _state(name, part, found)
        for part in document[key].each():
            _state(part["name"].text(), part, found)


def read_capture(source: Source, found: Found) -> None:
    """An answer with its head, as `curl -i` shows it: the last status line counts, then what the body says."""
    code, place, inside = "", "", False
    body: list[str] = []
    for number, line in source.lines():
        if status := _STATUS.match(line):
            code, inside = status[1], False
            body.clear()
            place = f"line {number}"
        elif inside:
            body.append(line)
        elif date := re.match(r"date:\s*(.+)", line, re.IGNORECASE):
            found.taken = date[1]
        inside = inside or not line
    text = "\n".join(body).strip()
    found.fact("health.status", "ok" if code.startswith("2") else code, "", place, "HTTP", state=code)
    if text.startswith("{"):
        _health(Node(decode(text.encode("utf-8", "replace"))), found)
    else:
        _plain(text, found)


def read_verbose(source: Source, found: Found) -> None:
    """Kubernetes' verbose answer: a line for each check."""
    _plain("\n".join(line for _, line in source.lines()), found)


def _plain(text: str, found: Found) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if check := _CHECK.match(line):
            state = "ok" if check[1] == "+" else "failed"
            found.fact("health.status", state, "", f"line {number} of the body", check[2], state=state)


def _state(name: str, node: Node, found: Found) -> None:
    state = node["status"] or node["state"] or node["healthy"] or node
    word = "true" if state.value is True else "false" if state.value is False else state.text()
    if word:
        healthy = word.lower() in _HEALTHY
        found.fact("health.status", "ok" if healthy else word.lower(), "", state.pointer, name, state=word)
