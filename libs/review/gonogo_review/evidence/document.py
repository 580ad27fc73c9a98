"""JSON: whole where it is small, piece by piece where it is large, never deeper than the parser can go."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import ijson  # type: ignore[import-untyped]
import msgspec

from gonogo_review.evidence.found import Unreadable

MAX_WHOLE = 8 * 1024 * 1024
"""Bytes of JSON that are decoded at once; decoded values take about eight times as much memory."""
MAX_DEPTH = 200
SKELETON_EVENTS = 1_000_000
SKELETON_ITEMS = 5
"""Elements of each array that the skeleton of a large document keeps."""


def decode(data: bytes) -> Any:
    """The value of a JSON text.

    Raises:
        Unreadable: malformed (with its line and column), or nested deeper than a parser can follow.
    """
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
    with _errors():
        if path.endswith("/{}"):
            yield from ijson.kvitems(stream, prefix, use_float=True)
        else:
            for value in ijson.items(stream, prefix, use_float=True):
                yield "", value


def skeleton(stream: BinaryIO) -> Any:
    """The document with every array cut to its first elements: enough to tell what it is."""
    root: list[Any] = []
    stack: list[Any] = [root]
    with _errors():
        for count, (event, value) in enumerate(ijson.basic_parse(stream, use_float=True)):
            if count > SKELETON_EVENTS:
                break
            if event == "map_key":
                stack.append(value)
            elif event in {"end_map", "end_array"}:
                stack.pop()
            else:
                opened: Any = {} if event == "start_map" else [] if event == "start_array" else None
                _put(stack, value if opened is None else opened)
                if opened is not None:
                    stack.append(opened)
            if len(stack) > 2 * MAX_DEPTH:
                raise _too_deep()
    return root[0] if root else None


def _put(stack: list[Any], value: Any) -> None:
    """Puts a value where it belongs: under the key that waits on the stack, or at the end of the open array."""
    top = stack.pop()
    if isinstance(top, str):
        stack[-1][top] = value
        return
    if len(top) < SKELETON_ITEMS:
        top.append(value)
    stack.append(top)


def _too_deep() -> Unreadable:
    return Unreadable("json-too-deep", "The JSON is nested too deeply to be any tool's report.")


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except ijson.JSONError as error:
        raise Unreadable("json-malformed", f"Not valid JSON: {str(error)[:200]}. Was the file cut off?") from error
