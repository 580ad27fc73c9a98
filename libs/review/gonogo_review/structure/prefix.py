"""What stands before the content of a line: indentation, quote signs, bullets, numbers, boxes."""

import re
from typing import NamedTuple

_PREFIX = re.compile(
    r"(?P<indent>[ \t\u3000]*(?:>[ \t]?)*[ \t]*)"
    r"(?:(?:(?P<bullet>[-*+•◦▪▸►‣·●○∙–](?=[ \t]))"
    r"|(?P<label>\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]|[①-⑳])(?=[ \t]|$))[ \t]*)?"
    r"(?P<box>\\?\[(?P<sign>[ xX~/!\-✓✔✅vV√✗✘?>])?\\?\](?=[ \t*]|$)[ \t]*)?"
)


class Prefix(NamedTuple):
    """What stands before the content, and where the content starts."""

    indent: int
    bullet: bool
    label: str
    box: str
    start: int


def prefix(line: str) -> Prefix:
    """Splits off indentation, bullet or number, and box: `""` where there is none, a blank where it is empty."""
    match = _PREFIX.match(line)
    if match is None:  # pragma: no cover - every part of the expression is optional
        return Prefix(0, bullet=False, label="", box="", start=0)
    label = match["label"] or ""
    box = (match["sign"] or " ").lower() if match["box"] else ""
    return Prefix(match.end("indent"), bool(match["bullet"]), label.strip("()."), box, match.end())
