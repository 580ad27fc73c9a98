"""A YAML document as a struct; all that does not fit is told at its place, in the words of who writes YAML."""

import copy
import datetime as dt
import difflib
import re
import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from gonogo_review.rubric.places import Document, Mistake, Path, RubricError

MAX_MISTAKES = 50
"""Told of one file."""
_WHERE = re.compile(r" - at (?:`(?P<key>key)` in )?`\$(?P<path>.*)`$")
_STEP = re.compile(r"\.(?P<field>\w+)|\[(?:(?P<index>\d+)|\.\.\.)\]")
_FIELD = re.compile(r"Object (?P<what>contains unknown|missing required) field `(?P<name>.*)`", re.DOTALL)
_KINDS = {
    "`str`": "text", "`float`": "a number", "`int`": "a whole number", "`bool`": "true or false", "`array`": "a list",
    "`object`": "names with values", "`null`": "nothing", "`date`": "a day such as 2026-12-31", "`datetime`": "a time",
}  # fmt: skip
_SAMPLES: dict[Any, Any] = {str: "x", float: 1.0, int: 1, bool: True, dt.date: dt.date(2000, 1, 1)}
T = TypeVar("T")


def convert(document: Document, shape: type[T]) -> T:
    """The document's values as `shape`.

    Raises:
        RubricError: with every value that is missing, unknown or of another type.
    """
    try:
        return msgspec.convert(document.values, shape)
    except msgspec.ValidationError as error:
        raise RubricError(sorted(set(_mistakes(document, shape)))) from error


def _mistakes(document: Document, shape: type) -> list[Mistake]:
    """Converting stops at the first mistake, so each is mended with a sample until nothing is wrong any more."""
    values = copy.deepcopy(document.values)
    mended: set[Path] = set()
    found: list[Mistake] = []
    while len(found) < MAX_MISTAKES:
        try:
            msgspec.convert(values, shape)
        except msgspec.ValidationError as error:
            found += _one(document, values, shape, str(error), mended)
        else:
            break
    return found


def _one(document: Document, values: Any, shape: type, error: str, mended: set[Path]) -> list[Mistake]:
    """One mistake, mended in `values`; none where it only follows from a misspelt name."""
    where = _WHERE.search(error)
    text = error[: where.start()] if where else error
    path = _path(where["path"] if where else "", values, shape)
    kind = _type_at(shape, path)
    if field := _FIELD.fullmatch(text):
        return _field(document, (*path, field["name"]), _at(values, path), kind, field["what"], mended)
    if where and where["key"]:
        holder = _at(values, path)
        wanted = (get_args(_bare(kind)) or (str,))[0]
        name = next(key for key in holder if not _fits(key, wanted))
        del holder[name]
        return [document.mistake((*path, str(name)), _plain(text, wanted), at_key=True)]
    _at(values, path[:-1])[path[-1]] = _sample(kind)
    return [document.mistake(path, _plain(text, kind))]


def _field(
    document: Document, path: Path, holder: dict[str, Any], kind: Any, what: str, mended: set[Path]
) -> list[Mistake]:
    name = str(path[-1])
    if what == "missing required":
        holder[name] = _sample(_type_at(kind, (name,)))
        return [] if path in mended else [document.mistake(path[:-1], f"'{name}' is missing")]
    del holder[name]
    near = difflib.get_close_matches(name.lower(), sorted(set(get_type_hints(_bare(kind))) - set(holder)), 1)
    mended.update((*path[:-1], one) for one in near)
    meant = f"; did you mean '{near[0]}'?" if near else ""
    return [document.mistake(path, f"there is no field '{name}' here{meant}", at_key=True)]


def _plain(text: str, kind: Any) -> str:
    """The library's message without its words for types."""
    kind = _bare(kind)
    if text.startswith("Invalid enum value "):
        choices = ", ".join(repr(one) for one in get_args(kind) if one)
        return f"{text.removeprefix('Invalid enum value ')} is none of {choices}"
    if "matching regex" in text:
        return "a name has small letters, digits and dots, such as 'data.backup'"
    text = text.replace("`str` of length >= 1", "`str`, not nothing").replace(
        "`str` of length <=", "text no longer than"
    )
    for name, plain in _KINDS.items():
        text = text.replace(name, plain)
    return text[:1].lower() + text[1:]


def _path(text: str, values: Any, shape: type) -> Path:
    """The steps to a value; which entry of a mapping is meant, the library does not say, so it is looked for."""
    path: Path = ()
    for step in _STEP.finditer(text):
        if step["field"] or step["index"]:
            path = (*path, step["field"] or int(step["index"]))
        else:
            kind = _type_at(shape, (*path, ""))
            path = (*path, next(key for key, value in _at(values, path).items() if not _fits(value, kind)))
    return path


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _at(values: Any, path: Path) -> Any:
    for step in path:
        values = values[step]
    return values


def _type_at(kind: Any, path: Path) -> Any:
    """The type that a struct, a list or a mapping wants at a path."""
    for step in path:
        kind = _bare(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            kind = get_type_hints(kind, include_extras=True)[str(step)]
        else:
            kind = get_args(kind)[1 if get_origin(kind) in (dict, Mapping) else 0]
    return kind


def _bare(kind: Any) -> Any:
    """A type without its limits and without 'or none'."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return _bare(next(one for one in get_args(kind) if one is not type(None)))
    return kind


def _sample(kind: Any) -> Any:
    """A value that fits."""
    kind = _bare(kind)
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = get_type_hints(kind, include_extras=True)
        return {field.name: _sample(hints[field.name]) for field in msgspec.structs.fields(kind) if field.required}
    return {} if get_origin(kind) in (dict, Mapping) else _SAMPLES.get(kind, [])
