"""YAML as plain values, with the line and column of each: bounded, without anchors, tags or duplicate keys."""

from collections.abc import Iterator

import msgspec
import yaml
from yaml._yaml import Mark as CMark

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
MAX_NODES = 20_000

Path = tuple[str | int, ...]


class Mistake(msgspec.Struct, frozen=True, order=True):
    """Something wrong in a YAML file, with its place (1-based)."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.message}"


class RubricError(ValueError):
    """A file that cannot be used, with every mistake found in it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(map(str, mistakes[:5])))
        self.mistakes = mistakes


class Document(msgspec.Struct, frozen=True):
    """A YAML file's values and where they stand."""

    values: dict[str, object]
    places: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]] = {}
    """Where the names of the values stand."""

    def mistake(self, path: Path, message: str, at_key: bool = False, offset: int = 0) -> Mistake:
        """A mistake at the nearest known place of the path, or at its name; `offset` columns behind it."""
        if at_key and path in self.keys:
            return Mistake(*self.keys[path], message)
        while path not in self.places:
            path = path[:-1]
        line, column = self.places[path]
        return Mistake(line, column + offset, message)


def read_document(data: bytes) -> Document:
    """Reads a YAML mapping.

    Raises:
        RubricError: it is no YAML, is too large or too deep, or uses anchors, tags or a key twice.
    """
    if len(data) > MAX_BYTES:
        raise RubricError([Mistake(1, 1, f"the file has {len(data)} bytes; at most {MAX_BYTES} are allowed")])
    try:
        text = data.decode("utf-8-sig")
        _check_events(text)
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise RubricError([Mistake(1, 1, "the file holds no mapping of names to values")])
        places = dict(_places(node, ()))
        keys = dict(_keys(node, ()))
        return Document(loader.construct_document(node), places, keys)
    except yaml.MarkedYAMLError as error:
        raise RubricError([_marked(error)]) from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        if isinstance(error, RubricError):
            raise
        raise RubricError([Mistake(1, 1, f"the file is no YAML text in UTF-8: {error}")]) from error


def _marked(error: yaml.MarkedYAMLError) -> Mistake:
    return Mistake(*_place(error.problem_mark or error.context_mark), error.problem or "the file is no YAML")


def _place(mark: yaml.Mark | CMark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _check_events(text: str) -> None:
    """Refuses what could make a small file large or deep, before anything is built from it."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader), 1):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if problem := _event_problem(event, depth, count):
            raise RubricError([Mistake(*_place(event.start_mark), problem)])


def _event_problem(event: yaml.Event, depth: int, count: int) -> str:
    if depth > MAX_DEPTH:
        return f"nested more than {MAX_DEPTH} deep"
    if count > MAX_NODES:
        return f"more than {MAX_NODES} values"
    if getattr(event, "anchor", None):
        return "anchors and aliases are not allowed here; write the value out"
    if getattr(event, "tag", None):
        return "tags are not allowed here"
    return ""


def _places(node: yaml.Node, path: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    yield path, _place(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _places(child, (*path, index))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise RubricError([Mistake(*_place(key.start_mark), "a key is a word, not a list or a mapping")])
            if key.value in seen:
                raise RubricError([Mistake(*_place(key.start_mark), f"'{key.value}' stands here twice")])
            seen.add(key.value)
            yield from _places(child, (*path, key.value))


def _keys(node: yaml.Node, path: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _keys(child, (*path, index))
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield (*path, key.value), _place(key.start_mark)
            yield from _keys(child, (*path, key.value))
