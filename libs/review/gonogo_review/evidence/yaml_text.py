"""YAML, safe: plain values only, with aliases and nesting bounded before anything is built."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

import yaml

from gonogo_review.evidence.found import Unreadable
from gonogo_review.evidence.node import escape

MAX_DEPTH = 60
MAX_NODES = 400_000
"""Nodes after aliases are followed: a few aliases of aliases can stand for billions."""

_Safe: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc]
    """Plain values as YAML 1.2 has them: `on` and `no` are words, dates and `22:22` are text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _form, _starts in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]{1,300}", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})$"), list(_starts))


class Document(NamedTuple):
    """A document's value, and the line of each value by its JSON pointer."""

    value: Any
    lines: dict[str, int]


def load_all(text: str) -> list[Document]:
    """The documents of a YAML stream.

    Raises:
        Unreadable: malformed (with its line), nested too deeply, or larger than it looks by aliases.
    """
    try:
        _bound(text)
        return list(_documents(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        hint = " It looks like a template: render it, and upload what comes out." if "{{" in text else ""
        raise Unreadable("yaml-malformed", f"Not valid YAML at line {line}: {error.problem}.{hint}", line) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise Unreadable("yaml-malformed", f"Not valid YAML: {error}.") from error


def _documents(text: str) -> Iterator[Document]:
    loader = _Loader(text)
    try:
        while loader.check_node():
            node = loader.get_node()
            yield Document(loader.construct_document(node), _lines(node))
    finally:
        loader.dispose()


def _lines(root: yaml.Node) -> dict[str, int]:
    lines: dict[str, int] = {}
    stack: list[tuple[str, yaml.Node]] = [("", root)]
    while stack:
        pointer, node = stack.pop()
        lines[pointer] = node.start_mark.line + 1 if node.start_mark else 0
        if isinstance(node, yaml.MappingNode):
            stack.extend((f"{pointer}/{escape(str(key.value))}", value) for key, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend((f"{pointer}/{index}", value) for index, value in enumerate(node.value))
    return lines


def _bound(text: str) -> None:
    """Walks the events, which are flat, and counts what the documents would unfold to."""
    sizes: dict[str, int] = {}
    open_nodes: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            open_nodes.append((event.anchor, total))
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_nodes.pop()
            if anchor:
                sizes[anchor] = total - before
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
        elif isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in open_nodes):
                line = event.start_mark.line + 1 if event.start_mark else 0
                raise Unreadable("yaml-too-large", f"At line {line} a value holds itself: it has no end.", line)
            total += sizes.get(event.anchor or "", 1)
        if total > MAX_NODES or len(open_nodes) > MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 0
            message = f"Unfolds to more than {MAX_NODES} values or {MAX_DEPTH} levels at line {line}."
            raise Unreadable("yaml-too-large", message, line)
