"""JSON: whole where it is small, piece by piece where it is large, never deeper than the parser can go."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO

import ijson  # type: ignore[import-untyped]
import msgspec

from gonogo_review.evidence.found import Unreadable

SMALL = 8 * 1024 * 1024
"""Bytes of JSON over which a reader that can takes it piece by piece."""
MAX_WHOLE = 32 * 1024 * 1024
"""Bytes of JSON that are decoded at once at most."""
MAX_VALUES = 2_000_000
"""Values that are decoded at once: each takes some 60 bytes, however few signs it has in the file."""
MAX_DEPTH = 200
SKELETON_ITEMS = 5
"""Elements of each array that the skeleton of a large document keeps."""
SKELETON_KEYS = (100, 20)
"""Keys of each object that it keeps: in the outer two levels, and further in."""


def decode(data: bytes) -> Any:
    """The value of a JSON text.

    Raises:
        Unreadable: malformed (with its line and column), nested deeper than a parser can follow, or too many values.
    """
    if len(data) > MAX_VALUES and sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise Unreadable("too-large", f"More than {MAX_VALUES} values in one document. Upload a summary.")
    try:
        return msgspec.json.decode(data)
    except RecursionError as error:
        raise _too_deep() from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _decode_slowly(data)


def _decode_slowly(data: bytes) -> Any:
    """The standard library's reading: takes NaN, as some tools write it, and knows the line of an error."""
    try:
        return json.loads(data.decode("utf-8", "replace"))
    except RecursionError as error:
        raise _too_deep() from error
    except json.JSONDecodeError as error:
        message = f"Not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}. Was the file cut off?"
        raise Unreadable("json-malformed", message, error.lineno) from error


def items(stream: BinaryIO, path: str) -> Iterator[tuple[str, Any]]:
    """Keys (or empty) and values that a path leads to, one at a time, however large the document is.

    `/runs/*/results/*` gives the elements of arrays, `/files/{}` the entries of an object.
    """
    prefix = ".".join("item" if key == "*" else key for key in path.removesuffix("/{}").split("/")[1:])
    with _errors(stream):
        if path.endswith("/{}"):
            yield from ijson.kvitems(stream, prefix, use_float=True)
        else:
            for value in ijson.items(stream, prefix, use_float=True):
                yield "", value


def skeleton(stream: BinaryIO) -> Any:
    """The document with every array and object cut to its first entries: enough to tell what it is.

    It is read to its end, as tools write sums and their own name there.
    """
    cut = _Cut()
    with _errors(stream):
        for event, value in ijson.basic_parse(stream, use_float=True):
            if not cut.skipped or event in _NESTING:
                cut.take(event, value)
    return cut.root[0] if cut.root else None


def beginning(stream: BinaryIO) -> Any:
    """The skeleton of what comes before the place where a document breaks."""
    cut = _Cut()
    with suppress(ijson.JSONError, UnicodeDecodeError, Unreadable):
        for event, value in ijson.basic_parse(stream, use_float=True):
            cut.take(event, value)
    return cut.root[0] if cut.root else None


_NESTING = frozenset({"start_map", "end_map", "start_array", "end_array"})


class _Cut:
    """Builds a document from its events, and leaves out what is over the bounds."""

    def __init__(self) -> None:
        self.root: list[Any] = []
        self._open: list[Any] = [self.root]
        self._key = ""
        self.skipped = 0
        """Levels below the last one that is kept."""

    def take(self, event: str, value: Any) -> None:
        """The next event of the parser."""
        if event == "map_key":
            self._key = value
        elif event in {"end_map", "end_array"}:
            self._close()
        elif event in {"start_map", "start_array"}:
            self._start({} if event == "start_map" else [])
        elif not self.skipped and self._has_room():
            self._put(value)

    def _start(self, opened: Any) -> None:
        if len(self._open) + self.skipped > MAX_DEPTH:
            raise _too_deep()
        if self.skipped or not self._has_room():
            self.skipped += 1
            return
        self._put(opened)
        self._open.append(opened)

    def _close(self) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            self._open.pop()

    def _has_room(self) -> bool:
        top = self._open[-1]
        if isinstance(top, list):
            return len(top) < SKELETON_ITEMS
        return len(top) < SKELETON_KEYS[len(self._open) > 3]

    def _put(self, value: Any) -> None:
        top = self._open[-1]
        if isinstance(top, list):
            top.append(value)
        else:
            top[self._key] = value


def _too_deep() -> Unreadable:
    return Unreadable("json-too-deep", "The JSON is nested too deeply to be any tool's report.")


@contextmanager
def _errors(stream: BinaryIO) -> Iterator[None]:
    """The parser names no place; it reads in pieces, and the bad one is the last."""
    try:
        yield
    except UnicodeDecodeError as error:
        message = f"The JSON is not in UTF-8 shortly before byte {stream.tell()}: {error.reason}."
        raise Unreadable("json-encoding", message) from error
    except ijson.JSONError as error:
        what = f"{' '.join(str(error).split())[:200]}, shortly before byte {stream.tell()}"
        raise Unreadable("json-malformed", f"Not valid JSON: {what}. Was the file cut off?") from error
