"""A YAML document as a struct; what does not fit is a mistake at its place."""

import re
from typing import TypeVar

import msgspec

from gonogo_review.rubric.places import Document, Path, RubricError

_AT = re.compile(r" - at `\$(?P<path>.*)`$")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
T = TypeVar("T")


def convert(document: Document, shape: type[T]) -> T:
    """The document's values as `shape`.

    Raises:
        RubricError: a value is missing, unknown or of another type.
    """
    try:
        return msgspec.convert(document.values, shape)
    except msgspec.ValidationError as error:
        found = _AT.search(str(error))
        path: Path = tuple(name or int(index) for name, index in _STEP.findall(found["path"])) if found else ()
        raise RubricError([document.mistake(path, _AT.sub("", str(error)))]) from error
