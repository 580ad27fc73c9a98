"""Versions that a line names, and whether two of them are versions of one thing."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gonogo_review.consistency.line import Line
from gonogo_review.consistency.topics import topic

VERSION = re.compile(r"(?<![\d.,:/_-])[vV]?(\d+(?:\.\d+)+)(?![\w%]|[.,:/]\d|\s?[%€$°])")
DATED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}$|\d{4}\.\d{1,2}\.\d{1,2}$|\d{1,2}\.\d{4}$")
"""Dates that are written with points."""
SEGMENT = re.compile(r"\s[-–—]\s|[·|,;:—–()（），、。：；]")
BESIDE = 8
"""Characters between a word and the version that it goes with."""


class Version(NamedTuple):
    """A version with what stands before and after it in its part of the line, and its word."""

    line: Line
    number: str
    before: str
    word: str
    """`releases` or `version` where such a word stands right before it, or is its key; else empty."""
    after: str


def named(line: Line) -> list[Version]:
    """The versions of a line, but for those of the paper itself and dates."""
    return list(_named(line))


def _named(line: Line) -> Iterator[Version]:
    for found in VERSION.finditer(line.text):
        if DATED.match(found.group(1)) or any(
            a.start <= found.start() < a.end and a.unit != "count" for a in line.amounts
        ):
            continue
        cuts = [m.end() for m in SEGMENT.finditer(line.text, 0, found.start())]
        before = line.text[cuts[-1] if cuts else 0 : found.start()]
        if not _beside(line, "papers", found.start()):
            yield Version(
                line, found.group(1), before.strip(" *_`#"), _word(line, found.start()), line.text[found.end() :]
            )


def _word(line: Line, start: int) -> str:
    for category in ("releases", "version"):
        if _beside(line, category, start):
            return category
    return ""


def _beside(line: Line, category: str, start: int) -> bool:
    return any(
        0 <= start - m.end <= BESIDE and not line.text[m.end : start].strip(" *_`:：#")
        for m in line.words.get(category, ())
    )


def of_head(lines: list[Line]) -> Version | None:
    """The one version that the head of a report is about; None where it names none or several."""
    found = [v for at, line in enumerate(lines) for v in named(line) if not at or v.word]
    first = found[0] if found else None
    return first if first and not any(differ(first.number, v.number) for v in found) else None


def clash(head: Version, closing: Version, known: Iterable[str]) -> bool:
    """Whether a closing line gives the head's thing another version."""
    if not differ(head.number, closing.number) or not near(head.number, closing.number):
        return False
    if head.word == closing.word == "releases":
        return True
    name = topic(closing.before)
    titled = topic(head.before) if not head.word else frozenset()
    return bool(name) and name <= frozenset(known) and (not titled or bool(titled & name))


def differ(one: str, other: str) -> bool:
    """Whether two versions differ in a part that both have."""
    return any(a != b for a, b in zip(one.split("."), other.split("."), strict=False))


def near(one: str, other: str) -> bool:
    """Whether two versions are written alike and may be neighbours: only one part differs, or not the first."""
    first, second = one.split("."), other.split(".")
    apart = [a != b for a, b in zip(first, second, strict=False)]
    return len(first) == len(second) and (not apart[0] or sum(apart) == 1)
