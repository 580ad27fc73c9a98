"""Variables of a service's environment that hold a credential in clear."""

import re
from collections.abc import Iterator

from gonogo_review.evidence.node import Node

_NAME = re.compile(r"(?:passw(?:or)?d|secret|token|(?:api|private|secret|access|encryption)_?key)$", re.IGNORECASE)
_VALUE = re.compile(r"(?!true$|false$|yes$|no$|\d*$|/)[^\s${}<>*][^\s{}<>]{2,}", re.IGNORECASE)
"""No reference, switch, number, path or placeholder in brackets."""
_DEFAULT = re.compile(r"\$\{\w+:?-([^}]*)\}")


def in_clear(pairs: Iterator[tuple[str, str]]) -> list[str]:
    """The names of those that hold one, also as the default of a reference."""
    return sorted({name for name, value in pairs if _NAME.search(name) and _is_clear(value)})


def variables(environment: Node) -> Iterator[tuple[str, str]]:
    """Names and values, of a mapping or of a list of `NAME=value`."""
    for name, node in environment.items():
        yield name, node.text()
    for entry in environment.each():
        name, _, value = entry.text().partition("=")
        yield name, value


def _is_clear(value: str) -> bool:
    default = _DEFAULT.fullmatch(value)
    return _VALUE.fullmatch(default[1] if default else value) is not None
