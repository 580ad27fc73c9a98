"""What is said in plain words: events, states, numbers."""

from collections.abc import Callable, Mapping
from typing import Any

Data = Mapping[str, Any]


def happening(kind: str, data: Data) -> str:
    """One sentence about an event; an event without one is named by its type."""
    say = SENTENCES.get(kind)
    return say(data) if say else kind


def counted(number: int, noun: str) -> str:
    """'1 claim', '2 claims'; 'no claims'."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def number(value: float) -> str:
    """At most one decimal, no trailing zero."""
    return f"{value:.1f}".removesuffix(".0")


def change(value: float) -> str:
    """With its sign, as people print it."""
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else "\N{PLUS-MINUS SIGN}"
    return f"{sign}{number(abs(value))}"


def _received(data: Data) -> str:
    evidence = len(data.get("evidence", ()))
    files = f" with {counted(evidence, 'evidence file')}" if evidence else ", without evidence"
    return f"Report received: {data['report']['name']}{files}"


def _parsed(data: Data) -> str:
    problems = f"; {counted(data['problems'], 'problem')} while reading" if data["problems"] else ""
    return f"Read: {counted(data['claims'], 'claim')}, {counted(data['facts'], 'fact')}{problems}"


def _scored(data: Data) -> str:
    text = f"Judged {data['verdict']}: score {number(data['score'])}, credibility {number(data['credibility'])}"
    return f"{text}, {counted(data['findings'], 'finding')} (rubric {data['rubric']} {data['rubric_version']})"


def _failed(data: Data) -> str:
    return f"Could not be judged ({data['stage']}): {data['message']}"


def _requested(data: Data) -> str:
    return f"To be judged again, asked by {data['by']}: {data['reason']}"


def _sending(data: Data) -> str:
    return f"To be told: {data['channel']}, route {data['route']}"


def _sent(data: Data) -> str:
    tries = "" if data["attempts"] == 1 else f" at attempt {data['attempts']}"
    return f"Told: {data['channel']}, route {data['route']}{tries}"


def _unsent(data: Data) -> str:
    return f"Could not be told: {data['channel']}, route {data['route']}: {data['message']}"


SENTENCES: Mapping[str, Callable[[Data], str]] = {
    "submission.received": _received,
    "submission.parsed": _parsed,
    "review.scored": _scored,
    "submission.failed": _failed,
    "review.requested": _requested,
    "notification.requested": _sending,
    "notification.delivered": _sent,
    "notification.failed": _unsent,
}

MEANING: Mapping[str, str] = {
    "GO": "Nothing in this report or its evidence stands against the release.",
    "HOLD": "Not yet: settle what is named here first.",
    "NO-GO": "Do not release this as it is.",
}
"""What a verdict asks of its reader."""

KINDS: Mapping[str, str] = {
    "status-vs-items": "Status against items",
    "value-conflict": "Two values for one thing",
    "arithmetic": "Arithmetic",
    "target-miss": "Target missed",
    "count-mismatch": "Count does not match",
    "absolute-vs-exception": "Absolute with exceptions",
    "date-order": "Order of dates",
    "scope-gap": "Gap",
    "phase-confusion": "Phases mixed up",
    "secret": "Leaked credential",
    "evidence": "Contradicted by evidence",
    "unreadable": "Could not be read",
}
"""Kinds of findings, as headings."""

STATES: Mapping[str, str] = {
    "received": "Waiting to be read",
    "parsed": "Being judged",
    "scored": "Judged",
    "failed": "Could not be judged",
}

ADVICE: Mapping[str, str] = {
    "parser": "Look at the file that is named, and send the report again.",
    "scorer": "The report was read, but judging it failed. Send it again; if it fails again, tell whoever runs gonogo.",
}
"""What to do after a failure, by the stage that failed."""
