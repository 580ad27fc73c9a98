"""Title, status and content that speak of different phases, versions or projects."""

import re
from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

VERSION = re.compile(r"\bv?(\d+\.\d+(?:\.\d+)*(?:-[a-z0-9.]+)?)\b", re.IGNORECASE)

BESIDE = 3
"""Characters between the word for a paper and its version."""
BEGIN = 6
"""Characters of marks that may stand before the phase that a line is about."""
VALUE = re.compile(r"[:：][\s*_`]*v?(\d+\.\d+(?:\.\d+)*(?:-[a-z0-9.]+)?)\b(?!\s*[a-z%])", re.IGNORECASE)
"""A version right behind its key, and no amount: 'Version 1: 1.2 s'."""


def find(outline: Outline) -> Iterator[Draft]:
    """A phase that is both done and still to begin, and a version that is not the title's."""
    yield from done_and_next(outline)
    yield from another_phase(outline)
    yield from versions(outline)
    yield from before_release(outline)


def done_and_next(outline: Outline) -> Iterator[Draft]:
    """'Phase 6: completed', and 'Phase 6 can begin'."""
    finished: dict[str, list[Line]] = {}
    coming: dict[str, list[Line]] = {}
    for line in outline.having("phase"):
        number = scope.phase_number(line.text, line.words)
        if not number:
            continue
        if line.has("proceed", "coming") and is_coming(line):
            coming.setdefault(number, []).append(line)
        elif line.type == "status" and line.state == "done" and begins_with_phase(line):
            finished.setdefault(number, []).append(line)
    for number in sorted(finished.keys() & coming.keys()):
        lines = [finished[number][0], *coming[number], *finished[number][1:]]
        message = f"{quote(lines[0])} says that it is done, and {quote(lines[1])} that it is still to begin."
        yield draft("phase-confusion", "phase-confusion.done-and-next", "high", lines, message)


def another_phase(outline: Outline) -> Iterator[Draft]:
    """'Phase 3 report', and 'Phase 4 delivers ...' in its overview, with no word of phase 3."""
    title = outline.heading(1) if outline.has_title else None
    number = scope.phase_number(title.text, title.words) if title else ""
    if title is None or not number or len(title.words["phase"]) > 1:
        return
    named = [x for x in outline.having("phase") if x.number != title.number]
    numbers = [scope.phase_number(x.text, x.words) for x in named]
    heads = [x for x, n in zip(named, numbers, strict=True) if n and n[0] != number[0] and is_subject(outline, x)]
    if heads and not any(n and n[0] == number[0] for n in numbers):
        message = f"{quote(title)} is about another phase than {quote(heads[0])}."
        yield draft("phase-confusion", "phase-confusion.another", "medium", [title, *heads], message)


def is_subject(outline: Outline, line: Line) -> bool:
    """Whether a line of the head, overview or conclusion begins with a phase that is not the next or last."""
    first = min(m.start for m in line.words["phase"])
    value = line.is_called("whole") and line.text[:first].rstrip(" *_`✅🎉").endswith((":", "："))
    whole = scope.whole_section(outline, line.section) and line.state == "done"
    return whole and (first <= BEGIN or value) and not line.has("proceed", "coming", "future", "earlier", "already")


def begins_with_phase(line: Line) -> bool:
    """Whether a line's subject is the phase: it is named before what is said of it."""
    first = min(m.start for m in line.words["phase"])
    said = [m.start for m in line.words.get("finished", ())]
    return bool(said) and first < max(said)


def is_coming(line: Line) -> bool:
    """Whether a line says of its phase that it comes next: 'Next phase: Phase 6', 'Phase 6 can begin'."""
    first = min(m.start for m in line.words["phase"])
    last = max(m.end for m in line.words["phase"])
    begins = any(first <= m.start for m in line.words.get("proceed", ())) or any(
        m.start < last for m in line.words.get("proceed", ())
    )
    named_next = any(m.start <= first for m in line.words.get("coming", ())) and line.text.find(":") > 0
    return begins or named_next


def versions(outline: Outline) -> Iterator[Draft]:
    """A title with one version, and a line 'Version: ...' with another."""
    title = outline.heading(1) if len(outline.sections) > 1 else None
    stated = VERSION.search(title.text) if title else None
    if title is None or stated is None or len(VERSION.findall(title.text)) > 1 or is_of_paper(title, stated.start()):
        return
    for line in outline.having("version"):
        own = VALUE.search(line.text)
        labelled = own and line.is_called("version") and len(scope.own_label(line)) <= 1 and line.is_keyed
        if labelled and own and differs(stated.group(1), own.group(1)) and scope.whole_section(outline, line.section):
            message = f"{quote(title)} and {quote(line)} name two versions."
            yield draft("phase-confusion", "phase-confusion.version", "medium", [title, line], message, stated.group(1))
            return


def is_of_paper(title: Line, start: int) -> bool:
    """'Cost report v1.1': the version is the report's own."""
    return any(0 <= start - mark.end <= BESIDE for mark in title.words.get("papers", ()))


def before_release(outline: Outline) -> Iterator[Draft]:
    """'Version: 1.2.2 BETA', and a status that says ready for production."""
    top = [x for x in scope.claims_of_whole(outline) if x.has("release")]
    top = [x for x in top if not x.has("prerelease")]
    for line in outline.having("prerelease") if top else ():
        if line.is_called("version") and line.is_keyed and VERSION.search(line.text):
            message = f"{quote(line)} comes before a release, and {quote(top[-1])} speaks of one."
            yield draft("phase-confusion", "phase-confusion.prerelease", "medium", [line, top[-1], *top[:-1]], message)
            return


def differs(one: str, other: str) -> bool:
    """Whether two versions differ in a part that both have."""
    return any(a != b for a, b in zip(one.lower().split("."), other.lower().split("."), strict=False))
