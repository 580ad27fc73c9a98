"""A list of the repository's files, as `git ls-files` prints it."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source


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
    try:
        return path[1:-1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return path[1:-1]
