"""Files from the command line: bounded, and every refusal says which file and what to do."""

import datetime as dt
import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from gonogo_cli.command import Refusal
from gonogo_contracts.review import Review, decode
from gonogo_review.rubric import RubricError

MAX_FILES = 10_000
MAX_EVIDENCE = 2 * 1024**3
"""Bytes of all evidence files together."""
MAX_YAML = 1024 * 1024
"""Bytes of a rubric or a waiver file."""
MAX_REVIEW = 64 * 1024 * 1024
"""Bytes of a review in JSON."""
T = TypeVar("T")


def day(text: str) -> dt.date:
    """A day on the command line.

    Raises:
        ArgumentTypeError: it is none, or not of this form.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"'{text}' is no day; write it as YYYY-MM-DD, such as 2026-12-31") from error


def read_bytes(path: str, most: int) -> bytes:
    """A whole file, or standard input for `-`.

    Raises:
        Refusal: it cannot be read or is larger than `most` bytes.
    """
    try:
        if path == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(most + 1)
    except OSError as error:
        raise Refusal(f"cannot read '{path}': {error.strerror or error}.") from error
    if len(data) > most:
        raise Refusal(f"'{path}' is larger than {most // 1024**2} MB; split it or leave out what is no prose.")
    return data


def read_yaml(path: str, load: Callable[[bytes], T]) -> T:
    """A rubric or waiver file, read by `load`.

    Raises:
        Refusal: with every mistake in it, one a line, each with its place.
    """
    try:
        return load(read_bytes(path, MAX_YAML))
    except RubricError as error:
        raise Refusal("\n".join(f"{path}: {mistake}" for mistake in error.mistakes)) from error


def read_review(path: str) -> Review:
    """A review, as `gonogo check --format json` writes it.

    Raises:
        Refusal: it is none.
    """
    try:
        return decode(read_bytes(path, MAX_REVIEW))
    except msgspec.DecodeError as error:
        raise Refusal(f"'{path}' is no review in JSON, as 'gonogo check --format json' writes it: {error}.") from error


def evidence_files(paths: Sequence[str]) -> list[tuple[str, Path]]:
    """Every evidence file with the name that the review gives it, in order of the names.

    A folder stands for all files in it; hidden folders and links are left out.

    Raises:
        Refusal: a path is not there, or there are too many files or bytes.
    """
    found: dict[str, Path] = {}
    size = 0
    for name, path in (pair for given in paths for pair in _files(given)):
        known = found.setdefault(name, path)
        if not path.samefile(known):
            found[str(path)] = path
        size += path.stat().st_size
        if len(found) > MAX_FILES or size > MAX_EVIDENCE:
            raise Refusal(
                f"the evidence has over {MAX_FILES} files or {MAX_EVIDENCE // 1024**3} GB; name the files that matter."
            )
    return sorted(found.items())


def _files(given: str) -> Iterator[tuple[str, Path]]:
    path = Path(given)
    if path.is_dir():
        yield from _walk(path)
    elif path.is_file():
        yield path.name, path
    else:
        raise Refusal(f"there is no evidence '{given}'.")


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path
