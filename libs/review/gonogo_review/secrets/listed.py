"""Passwords that a title announces and a list names by what they open: 'Default passwords', beneath it 'Redis: ...'."""

import re
from collections.abc import Iterator

from gonogo_review.secrets.labelled import Found
from gonogo_review.secrets.values import is_password
from gonogo_review.secrets.words import words

_ENTRY = re.compile(
    r"\s*(?:[-*•+]\s+)?[`*\"']{0,3}\w[\w .()-]{0,40}[`*\"']{0,3}\s?[:=：]\s?"
    r"[`*\"']{0,3}(?P<value>[^\s`*\"']{8,60})[`*\"']{0,3}\s*$"
)
_STRONG = re.compile(r"(?=.*[^\W\d_])(?=.*\d)(?=.*[A-Z!@#$%^&+?_])")


def announces(line: str) -> bool:
    """Whether a line is a title that speaks of default passwords."""
    titled = line.startswith("#") or line.rstrip(" *_").endswith((":", "："))
    return titled and words().says_default.search(line) is not None and words().titled.search(line) is not None


def entry(line: str) -> Iterator[Found]:
    """The value of a thing's name, where it is a password by its letters: with digits and capitals or signs."""
    found = _ENTRY.match(line)
    if found and _STRONG.match(found["value"]) and is_password(found["value"], quoted=False):
        yield Found(*found.span("value"), "a default password in the clear")
