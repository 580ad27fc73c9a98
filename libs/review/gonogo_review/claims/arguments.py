"""Numbers that a call or a test is given: `?page=2`, `userId=7`, `r=3`. What a report counts has words for its name."""

import re
from functools import cache

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.lexicon.loading import load


@cache
def _settings() -> frozenset[str]:
    return frozenset(load("common")["settings"])


_WRITTEN_IN_CODE = re.compile(r"[a-z]+[A-Z]")
_IN_ADDRESS = frozenset("?&")
_SAMPLE = "n"
"""The one letter that reports count by."""


def is_argument(line: Line, found: Found) -> bool:
    """Whether the number is what a name, glued to it by an equals sign, stands for in a program."""
    if "=" not in line.lows or found.unit != "count" or not _assigns(line, found.number - 1):
        return False
    name = line.tokens[found.number - 2].low
    if len(name) == 1:
        return name != _SAMPLE
    sets = line.words.sets
    if name in sets["names"] and name not in sets["plural_names"] and not found.noun[1]:
        return True
    return name not in sets["zero_nouns"] and any(_tells_code(line, at) for at in range(len(line.tokens)))


def is_setting(line: Line, found: Found) -> bool:
    """'window=3', 'match_thresh=0.6': what a name known from settings has been given."""
    if "=" not in line.lows or not _assigns(line, found.number - 1):
        return False
    parts = line.tokens[found.number - 2].low.split("_")
    return not _settings().isdisjoint((parts[0], parts[-1]))


def _assigns(line: Line, at: int) -> bool:
    """Whether an equals sign stands here, with nothing between it and a name in front and a value behind it."""
    if not 0 < at < len(line.tokens) - 1 or line.tokens[at].low != "=":
        return False
    name, sign, value = line.tokens[at - 1 : at + 2]
    return name.kind in "wi" and name.end == sign.start and sign.end == value.start


def _tells_code(line: Line, at: int) -> bool:
    """Whether this equals sign is one of code: by its name, by an address, by words beside it in a cell."""
    if not _assigns(line, at):
        return False
    name = line.tokens[at - 1]
    if line.view[name.start - 1 : name.start] in _IN_ADDRESS and name.start:
        return True
    return (line.cell and line.tokens[at + 1].kind == "w") or _WRITTEN_IN_CODE.match(line.view, name.start) is not None
