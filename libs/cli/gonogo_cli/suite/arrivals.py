"""A message as it arrived at the local sink, as text that a person reads in a terminal."""

import json
from typing import Any


def as_text(arrival: dict[str, Any]) -> str:
    """The Slack message or the email, with a heading."""
    return _slack(arrival) if arrival["channel"] == "slack" else _email(arrival)
