"""A list of the repository's files, as `git ls-files` prints it."""

import re

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)


def read(source: Source, found: Found) -> None:
    """Each file that exists, with its line."""
    total = 0
    for number, line in source.lines():
        path = unquote(line.strip()).removeprefix("./")
        if path and not path.endswith("/"):
            total += 1
            found.fact("files.exists", path, "", f"line {number}")
    found.fact("files.count", float(total), "count", f"line 1-{total}")


def unquote(path: str) -> str:
    """A path as git prints it: in quotes, with octal escapes, where it holds other than ASCII."""
    if not (path.startswith('"') and path.endswith('"') and len(path) > 1):
        return path.replace("\\", "/")
    return _ESCAPE.sub(_unescape, path[1:-1].encode()).decode("utf-8", "replace")


def _unescape(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) % 256]) if len(sign) > 1 else sign
