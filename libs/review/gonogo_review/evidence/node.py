"""A place in a JSON or YAML document, with its pointer: what is missing or of another type is simply absent."""

import math
from collections.abc import Iterator, Mapping
from typing import Any


class Node:
    """A value and its JSON pointer (RFC 6901). Reading past what is there gives an absent node, never an error."""

    __slots__ = ("_lines", "pointer", "value")

    def __init__(self, value: Any, pointer: str = "", lines: Mapping[str, int] | None = None) -> None:
        self.value = value
        self.pointer = pointer
        self._lines = lines

    def __getitem__(self, key: str | int) -> "Node":
        place = f"{self.pointer}/{escape(str(key))}"
        if isinstance(self.value, dict) and isinstance(key, str):
            return Node(self.value.get(key), place, self._lines)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return Node(self.value[key], place, self._lines)
        return Node(None, place, self._lines)

    def __bool__(self) -> bool:
        """Whether anything is there, be it empty."""
        return self.value is not None

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    @property
    def line(self) -> str:
        """The line of YAML that it starts in; empty where the lines are not known."""
        line = self._lines.get(self.pointer) if self._lines else None
        return str(line) if line else ""

    @property
    def key(self) -> str:
        """The last key of the pointer."""
        return self.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")

    def follow(self, path: str) -> Iterator["Node"]:
        """The nodes that a path leads to; `*` for the elements of an array, `{}` for the entries of an object."""
        nodes = iter((self,))
        for key in path.split("/")[1:]:
            nodes = _step(nodes, key)
        return nodes

    def at(self, *path: str) -> "Node":
        """The node at the end of a path of keys."""
        node = self
        for key in path:
            node = node[key]
        return node

    def under(self, key: str) -> "Node":
        """The node of the key where there is one, else this node: for formats with and without a wrapper."""
        inside = self[key]
        return inside or self

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """Keys and nodes of an object; nothing for anything else."""
        if isinstance(self.value, dict):
            for key in self.value:
                name = str(key)
                yield name, Node(self.value[key], f"{self.pointer}/{escape(name)}", self._lines)

    def each(self) -> Iterator["Node"]:
        """The elements of an array; nothing for anything else."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Node(value, f"{self.pointer}/{index}", self._lines)

    def text(self) -> str:
        """The string that is there, or a number as it would be written; else empty."""
        if isinstance(self.value, str):
            return self.value
        return f"{self.value}" if isinstance(self.value, int | float) and not isinstance(self.value, bool) else ""

    def number(self) -> float | None:
        """The finite number that is there, also one written as a string; else None."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return None
        try:
            number = float(value)
        except (ValueError, OverflowError):
            return None
        return number if math.isfinite(number) else None

    def count(self) -> float:
        """The number that is there; 0 where none is."""
        return self.number() or 0.0


def escape(key: str) -> str:
    """A key as a JSON pointer writes it."""
    return key.replace("~", "~0").replace("/", "~1")


def _step(nodes: Iterator[Node], key: str) -> Iterator[Node]:
    for node in nodes:
        if key == "*":
            yield from node.each()
        elif key == "{}":
            yield from (child for _, child in node.items())
        elif node[key]:
            yield node[key]
