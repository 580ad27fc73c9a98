"""YAML, safe: plain values only, with aliases and nesting bounded before anything is built."""

from typing import Any

import yaml

from gonogo_review.evidence.found import Unreadable

MAX_DEPTH = 60
MAX_NODES = 400_000
"""Nodes after aliases are followed: a few aliases of aliases can stand for billions."""

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_all(text: str) -> list[Any]:
    """The documents of a YAML stream.

    Raises:
        Unreadable: malformed (with its line), nested too deeply, or larger than it looks by aliases.
    """
    try:
        _bound(text)
        return list(yaml.load_all(text, _Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise Unreadable("yaml-malformed", f"Not valid YAML at line {line}: {error.problem}.", line) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise Unreadable("yaml-malformed", f"Not valid YAML: {error}.") from error


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
            total += sizes.get(event.anchor or "", 1)
        if total > MAX_NODES or len(open_nodes) > MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 0
            message = f"Unfolds to more than {MAX_NODES} values or {MAX_DEPTH} levels at line {line}."
            raise Unreadable("yaml-too-large", message, line)
