"""Waiver files: one beside a report, or one for all reports of a folder; written as a whole or not at all."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gonogo_cli.command import Refusal
from gonogo_cli.inputs import MAX_YAML, read_bytes, read_yaml
from gonogo_review import waivers
from gonogo_review.rubric import RubricError
from gonogo_review.waivers import Waiver

FOR_ALL = "gonogo.waivers.yaml"
"""The name of the file that counts for every report of its folder."""


def beside(report: str) -> Path:
    """The file of one report: `release.waivers.yaml` for `release.md`."""
    return Path(report).with_suffix(".waivers.yaml")


def of_folder(report: str) -> Path:
    """The file of all reports in the report's folder."""
    return Path(report).with_name(FOR_ALL)


def read(report: str) -> tuple[tuple[Waiver, ...], tuple[Waiver, ...]]:
    """A report's own waivers, and those of its folder that it does not replace; none where there is no file.

    Raises:
        Refusal: a file has mistakes.
    """
    if report == "-":
        return (), ()
    own, shared = (
        read_yaml(str(path), waivers.load) if path.is_file() else () for path in (beside(report), of_folder(report))
    )
    replaced = {waiver.target for waiver in own}
    return own, tuple(waiver for waiver in shared if waiver.target not in replaced)


def add(path: Path, waiver: Waiver) -> bool:
    """Adds a waiver to a file; says whether the file changed, which it does not where it holds the same one already.

    Raises:
        Refusal: the file has mistakes, waives the target otherwise, or cannot be written.
    """
    try:
        with _alone(path.parent):
            held = read_bytes(str(path), MAX_YAML) if path.exists() else b""
            known = read_yaml(str(path), waivers.load) if held.strip() else ()
            if waiver in known:
                return False
            if other := next((one for one in known if one.target == waiver.target), None):
                raise Refusal(
                    f"'{path}' waives '{other.target}' already, by {other.by} until {other.until}:"
                    " change or remove that entry."
                )
            _replace(path, _grown(path, held, waiver))
    except OSError as error:
        raise Refusal(f"cannot write '{path}': {error.strerror or error}.") from error
    return True


def _grown(path: Path, held: bytes, waiver: Waiver) -> bytes:
    try:
        return waivers.add(held, waiver)
    except RubricError as error:
        raise Refusal(
            f"'{path}' does not end with its list of waivers, one '- target: ...' below the other:"
            " add the entry by hand."
        ) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds the folder, so that of two writers at once neither loses what the other wrote."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(path: Path, data: bytes) -> None:
    """Writes beside the file and then takes its place, so that no reader ever sees half of it."""
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask()
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
