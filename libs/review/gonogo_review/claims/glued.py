"""Numbers that hang on a name, a path or another number."""

from gonogo_review.claims.foreign import is_file
from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line

_FIRST_PORT = 1024


def is_part_of_name(line: Line, found: Found) -> bool:
    """Whether the number hangs on something: `3D`, `5xx`, `UTF-8`, `16:9`, the port of a host."""
    return _goes_on(line, found) or _hangs_on(line, found)


def _goes_on(line: Line, found: Found) -> bool:
    """Letters, a path or another number glued to its end."""
    tokens = line.tokens
    if found.last >= len(tokens) or tokens[found.last].start != found.end:
        return False
    behind = tokens[found.last]
    if behind.kind == "i" or (behind.kind in "wx" and behind.low[0].isascii()):
        return not _east(line, behind.low)
    following = tokens[found.last + 1] if found.last + 1 < len(tokens) else None
    if following is None or following.start != behind.end:
        return behind.low in ("_", "\\")
    if behind.low in (":", "-"):
        return following.kind == "n"
    return behind.low in ("_", "\\") or (behind.low == "/" and following.kind in "xi")


def _hangs_on(line: Line, found: Found) -> bool:
    """A name or another number glued to its front."""
    tokens, index = line.tokens, found.first
    if index < 2 or tokens[index - 1].end != tokens[index].start:
        return False
    sign, farther = tokens[index - 1].low, tokens[index - 2]
    if farther.end != tokens[index - 1].start:
        return False
    if sign == "^" or (sign == "/" and (farther.low in line.words.sets["names"] or _is_path(line, found))):
        return True
    if (sign, farther.kind) == ("-", "n") or (sign, farther.low) == ("(", ")"):
        return not found.sign
    if sign == ":" and farther.kind in "wi" and index > 3 and is_file(line, index - 2):
        return True
    if sign == ":":
        return farther.kind == "n" or (farther.kind in "wix" and found.low >= _FIRST_PORT)
    if sign in ("-", "_", "\\", "@", ".", "+") and not found.sign:
        return farther.kind in "wix" and not _sub(line, index - 2)
    return False


def _is_path(line: Line, found: Found) -> bool:
    """`/hub/404-test`."""
    behind = line.tokens[found.last] if found.last < len(line.tokens) else None
    return behind is not None and behind.low == "-" and behind.start == found.end and found.of is None


def _east(line: Line, word: str) -> bool:
    """Where no blank stands before a counted thing, Latin names follow numbers directly: '8API'."""
    return line.words.split is not None and len(word) > 2 and word.isalpha()


def _sub(line: Line, index: int) -> bool:
    return line.words.matches(line.tokens, index, "comparators") is not None
