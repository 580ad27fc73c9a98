"""Every setting of a configuration as a fact, so that what a report quotes can be found word by word."""

import re
from collections.abc import Iterator

from gonogo_review.evidence.found import MAX_TEXT, Found
from gonogo_review.evidence.node import Node

MAX_SETTINGS = 4_000
_SECRET_NAME = re.compile(r"passw(or)?d|secret|token|api_?key|private_?key|credential", re.IGNORECASE)
_ENTRY = re.compile(r"([\w.-]+)(\s*[=:]\s*)(\S.*)")
_ANY_DEFAULT = re.compile(r"(\$\{\w+:?-)([^}]+)(\})")
_DEFAULT = re.compile(r"(\$\{\w*(?:PASSW|SECRET|TOKEN|KEY)\w*:?-)([^}]+)(\})", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<=://)([^/\s:@]*):([^/\s:@]+)@")


def tell_settings(document: Node, found: Found) -> None:
    """`setting` facts: the value with its key, at its pointer; credentials in clear are masked."""
    for count, (key, node) in enumerate(_leaves("", document)):
        if count >= MAX_SETTINGS:
            found.problem("too-many-settings", f"Only the first {MAX_SETTINGS} settings are kept.")
            return
        scope = node.pointer.split("/")[2] if node.pointer.count("/") > 2 else ""
        text = "true" if node.value is True else "false" if node.value is False else node.text()
        found.fact("setting", mask(key, text[:MAX_TEXT]), "", node.pointer, scope, key=key, line=node.line)


def tell_line(line: str, number: int, found: Found) -> None:
    """A `setting` fact for one line of a file that is read by lines; blank lines and comments are none."""
    text = line.strip()
    if text and not text.startswith(("#", "//", ";")) and number <= MAX_SETTINGS:
        found.fact("setting", mask("", text[:MAX_TEXT]), "", f"line {number}")


def mask(key: str, text: str) -> str:
    """The text without credentials in clear; references (`${NAME}`) stay, their defaults do not."""
    masked = _IN_ADDRESS.sub(lambda m: m[0] if m[2].startswith("$") else f"{m[1]}:***@", text)
    masked = _DEFAULT.sub(r"\1***\3", masked)
    entry = _ENTRY.fullmatch(masked)
    if entry and _SECRET_NAME.search(entry[1]) and not entry[3].startswith("$"):
        return f"{entry[1]}{entry[2]}***"
    if _SECRET_NAME.search(key) and masked:
        return _ANY_DEFAULT.sub(r"\1***\3", masked) if masked.startswith("$") else "***"
    return masked


def _entries(node: Node) -> Iterator[tuple[str, Node]]:
    """Keys and values; the value of a variable that is written as `name` and `value` has its name as the key."""
    name = node["name"].text() if "value" in node else ""
    for key, child in node.items():
        yield name if key == "value" and name else key, child


def _leaves(key: str, node: Node) -> Iterator[tuple[str, Node]]:
    stack = [(key, node)]
    while stack:
        name, one = stack.pop()
        inside = list(_entries(one)) or [(name, child) for child in one.each()]
        if inside:
            stack.extend(reversed(inside))
        elif one.value is not None:
            yield name, one
