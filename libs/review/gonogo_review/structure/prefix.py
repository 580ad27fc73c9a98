"""What stands before the content of a line: indentation, quote signs, bullets, numbers, boxes."""

import re

import msgspec

_PREFIX = re.compile(
    r"(?:[ \t\u3000]*(?:>[ \t]?)*[ \t]*)"
    r"(?:(?:(?P<bullet>[-*+•◦▪▸►‣·●○∙–](?=[ \t]))"
    r"|(?P<label>\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]|[①-⑳])(?=[ \t]|$))[ \t]*)?"
    r"(?P<box>\\?\[(?P<sign>[ xX~/!\-✓✔✅vV√✗✘?>])?\\?\](?=[ \t*]|$)[ \t]*)?"
)


class Prefix(msgspec.Struct, gc=False):
    """What stands before the content, and where the content starts."""

    bullet: bool
    label: str
    box: str
    start: int


def prefix(line: str) -> Prefix:
    """Splits off indentation, bullet or number, and box: `""` where there is none, a blank where it is empty."""
    match = _PREFIX.match(line)
    if match is None:  # pragma: no cover - every part of the expression is optional
        return Prefix(bullet=False, label="", box="", start=0)
    bullet, label, box, sign = match.group("bullet", "label", "box", "sign")
    if box:
        box = (sign or " ").lower()
    return Prefix(bool(bullet), label.strip("().") if label else "", box or "", match.end())
