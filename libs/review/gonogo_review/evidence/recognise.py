"""Which format a file is in, told by its content: the conditions are data (`formats.yaml`)."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from gonogo_review.evidence import markup
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.source import Source

_YAML = re.compile(
    r"\ufeff?(?:[ \t]*#[^\n]*\n|[ \t\r]*\n|%YAML[^\n]*\n|---[ \t\r]*\n)*(?:---|[\w\"'./$-]+ *:(?:\s|$)|- )"
)
"""The first line that is no comment, in YAML of a tool."""

LONG = 1_000
"""Characters of a line that can fit a pattern of lines."""
MOST = 0.6
"""The share of lines that makes 'most'."""
FIRST_NAMES = 40
"""Elements of XML that are looked at."""
FIRST_CHILDREN = 5
"""Elements of an array, or keys of an object, that `*` stands for."""


def fits(source: Source, conditions: Mapping[str, Any], look: "Look") -> bool:
    """Whether the content meets the conditions of one format."""
    kind = source.head.kind
    if kind == "xml":
        return _any(conditions.get("xml"), look.markup_fits)
    if kind == "json":
        return _any(conditions.get("json"), look.document_fits)
    if kind == "rows":
        return _any(conditions.get("rows"), look.row_fits)
    if kind == "text":
        return _any(conditions.get("text"), look.text_fits) or _any(conditions.get("yaml"), look.yaml_fits)
    return conditions.get("archive") is True


class Look:
    """What recognition has seen of a file, taken once however many formats ask."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names: list[str] | None = None
        self._nodes: list[Node] | None = None

    def take(self) -> None:
        """Takes the first names of XML; those before a place where it breaks are kept.

        Raises:
            Unreadable: it breaks there.
        """
        self._first_names()

    def markup_fits(self, condition: Mapping[str, Any]) -> bool:
        """`root`: names of the first element; `any`: names of elements or attributes (`@name`), one of them near it."""
        names = self._first_names()
        near = condition.get("any")
        return bool(names) and names[0] in condition["root"] and (near is None or bool(set(near) & set(names)))

    def document_fits(self, condition: Mapping[str, Any]) -> bool:
        """The conditions of `node_fits` on the JSON document."""
        return node_fits(self._source.peek(), condition)

    def row_fits(self, condition: Mapping[str, Any]) -> bool:
        """The same on the first of the JSON lines."""
        return any(node_fits(node, condition) for _, node in islice(self._source.rows(), FIRST_CHILDREN))

    def text_fits(self, condition: Mapping[str, Any]) -> bool:
        """`match`: what the first or last part holds; `also`: what else; `every`, `most`: what lines fit."""
        text = self._source.head.text
        seen = (text, self._source.head.end)
        found = any(re.search(condition["match"], part, re.MULTILINE) for part in seen)
        also = condition.get("also")
        if also and not any(re.search(also, part, re.MULTILINE) for part in seen):
            return False
        if not found or ("every" in condition and _share(text, condition["every"]) < 1):
            return False
        return "most" not in condition or _share(text, condition["most"]) >= MOST

    def yaml_fits(self, condition: Mapping[str, Any]) -> bool:
        """The conditions of `node_fits` on one of the first YAML documents."""
        if self._nodes is None:
            self._nodes = self._source.manifests() if _YAML.match(self._source.head.text) else []
        return any(node_fits(node, condition) for node in self._nodes[:FIRST_CHILDREN])

    def _first_names(self) -> list[str]:
        if self._names is None:
            self._names = names = []

            def start(name: str, attributes: markup.Attributes) -> None:
                names.append(name.rpartition(":")[2])
                names.extend(f"@{attribute}" for attribute in attributes)
                if len(names) > FIRST_NAMES:
                    raise markup.Done

            self._source.elements(start)
        return self._names


def node_fits(node: Node, condition: Mapping[str, Any]) -> bool:
    """`has`: pointers that lead somewhere; `is`: pointers and the text there; `not`: pointers that lead nowhere."""
    if condition.get("object"):
        return isinstance(node.value, dict) and bool(node.value)
    return (
        all(any(_follow(node, pointer)) for pointer in condition.get("has", ()))
        and all(any(n.text() == text for n in _follow(node, p)) for p, text in condition.get("is", {}).items())
        and not any(any(_follow(node, pointer)) for pointer in condition.get("not", ()))
    )


def _follow(node: Node, pointer: str) -> Iterator[Node]:
    nodes = [node]
    for key in pointer.split("/")[1:]:
        nodes = [child for one in nodes for child in _children(one, key)]
    return (one for one in nodes if one)


def _children(node: Node, key: str) -> list[Node]:
    if key == "*":
        inside = list(islice(node.each(), FIRST_CHILDREN))
        return inside or [child for _, child in islice(node.items(), FIRST_CHILDREN)]
    return [node[int(key)] if key.isdigit() and isinstance(node.value, list) else node[key]]


def _any(conditions: object, fits_one: Any) -> bool:
    return isinstance(conditions, list) and any(fits_one(condition) for condition in conditions)


def _share(text: str, pattern: str) -> float:
    """The share of lines that fit. The last may be cut off by the head's end and does not count beside others."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    whole = [line for line in lines[:-1] or lines if line]
    return sum(len(line) < LONG and re.fullmatch(pattern, line) is not None for line in whole) / max(len(whole), 1)
