"""A message as it arrived at the local sink, as text that a person reads in a terminal."""

import json
from typing import Any


def as_text(arrival: dict[str, Any]) -> str:
    """The Slack message or the email, with a heading."""
    return _slack(arrival) if arrival["channel"] == "slack" else _email(arrival)


def _slack(arrival: dict[str, Any]) -> str:
    payload = arrival["payload"]
    lines = [f"--- Slack, at {arrival['at']} ---"]
    for block in payload.get("blocks", []):
        texts = [block.get("text"), *block.get("fields", []), *block.get("elements", [])]
        lines += [line for text in texts if isinstance(text, dict) and (line := _text(text))]
    return "\n".join(lines if len(lines) > 1 else [*lines, json.dumps(payload, indent=2)])


def _text(element: dict[str, Any]) -> str:
    """A text, or a button with where it leads."""
    inner = element.get("text")
    words = inner.get("text", "") if isinstance(inner, dict) else inner or ""
    return f"[{words}] {element['url']}" if "url" in element else str(words)


def _email(arrival: dict[str, Any]) -> str:
    head = f"--- email to {', '.join(arrival['to'])}, at {arrival['at']} ---\nSubject: {arrival['subject']}"
    return f"{head}\n\n{arrival['text'].strip()}"
