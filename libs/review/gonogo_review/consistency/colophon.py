"""A closing line, or a key of the head, that names another phase, sprint or version than the head of the report.

'Sprint 12 completed on ...' ends no review of sprint 13, and 'Portal 2.3, test team' no report on Portal 2.4.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope, versions
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.lexicon import WIDE, without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import stem, topic
from gonogo_review.model import Draft

HEAD = 12
"""First lines of a report that say what it is about."""
LAST = 3
"""Last lines of a report, where its closing line stands."""
LONGEST = 120
"""Characters of a closing line; a longer one is a sentence of the conclusion."""
BEGIN = 6
"""Characters of marks that may stand before the phase that a line is about."""
STRANGE = 1
"""Words of a closing line that the head does not know; two characters of a script without spaces are one."""
KEYED = re.compile(r"[:：][\s*_`]*#?(\d+)\b(?![.,]?\d)")
"""A number right behind its key: 'Sprint: 13'."""
AND_MORE = re.compile(r"\s*(?:[-–—/&,+]|and|to|through|bis|und|à|et|y|a|e|i|и|до|至|～|~)\s*#?\d", re.IGNORECASE)
"""More phases of the same word: 'Phases 3-5'."""
ELSEWHEN = ("adjacent", "coming", "proceed", "future", "phase_next", "earlier", "already", "next_steps", "next_on")
CLOSING = (
    "colophon",
    "papers",
    "signature",
    "finished",
    "completed_on",
    "reported_on",
    "updated_on",
    "closing",
    "whole",
    "version",
)


class Phase(NamedTuple):
    """A phase that a line names."""

    word: str
    number: str
    start: int


def find(outline: Outline) -> Iterator[Draft]:
    """The closing lines and keys that name another phase or version than the head."""
    yield from other_phases(outline)
    yield from other_versions(outline)


@once
def head(outline: Outline) -> list[Line]:
    """The report's first lines: its title, and what stands before the next heading."""
    first = 2 if outline.has_title else 1
    end = outline.sections[first].line if len(outline.sections) > first else len(outline.reading.lines)
    return [x for x in outline.lines[:HEAD] if x.number < end or x.number == 1]


@once
def closing(outline: Outline) -> list[Line]:
    """The short last lines that speak of this report, and not of what came before it or comes next."""
    above = {x.number for x in head(outline)}
    last = (x for x in outline.lines[-LAST:] if x.number not in above and len(x.text) <= LONGEST)
    said = (x for x in last if x.type != "item" and not x.is_row and not x.has(*ELSEWHEN))
    return [x for x in said if not x.text.startswith("#")]


def other_phases(outline: Outline) -> Iterator[Draft]:
    """'Sprint 13 review', and a closing line that ends sprint 12."""
    title, own = subject(outline) if "phase" in outline.by_word else (None, {})
    if title is None:
        return
    for line in [*(x for x in head(outline) if x is not title and keyed(x)), *closing(outline)]:
        named = keyed(line) or phases(line)
        if len({p.number for p in named}) != 1 or own.get(named[0].word, named[0].number) == named[0].number:
            continue
        if (keyed(line) or closes(outline, line, named[0])) and not is_done_before(outline, line, named[0]):
            message = f"{quote(title)} is about another {named[0].word} than {quote(line)}."
            yield draft("phase-confusion", "phase-confusion.closing", "medium", [title, line], message)
            return


def subject(outline: Outline) -> tuple[Line | None, dict[str, str]]:
    """The line that says which phase the report is about, and that phase's number by its word."""
    for line in head(outline):
        told = line.number == head(outline)[0].number or line.is_keyed
        named = keyed(line) or (phases(line) if told and not line.has(*ELSEWHEN) else [])
        if named:
            single = len({p.number for p in named}) == 1 and not any(AND_MORE.match(line.text, p.start) for p in named)
            return (line, {p.word: p.number for p in named}) if single else (None, {})
    return None, {}


def phases(line: Line) -> list[Phase]:
    """The phases that a line names, by their whole numbers; where each number ends."""
    found = []
    for mark in sorted(line.words.get("phase", ())):
        number = scope.NUMBER.match(line.text, mark.end)
        whole = scope.WHOLE_NUMBER.match(number.group(1)) if number else None
        if number and whole:
            found.append(Phase(stem(line.text[mark.start : mark.end]), whole.group(), number.end()))
    return found


def keyed(line: Line) -> list[Phase]:
    """The phase that a line gives under a key that is its word and nothing else: 'Sprint: 13'."""
    return [p for p in keyed_anywhere(line) if min(m.start for m in line.words["phase"]) <= BEGIN]


def keyed_anywhere(line: Line) -> list[Phase]:
    """The phase that a line gives under a key that ends in its word: 'Current sprint: 13'."""
    for mark in line.words.get("phase", ()):
        number = KEYED.search(line.text, mark.end)
        if number and not line.text[mark.end : number.start()].strip("*_` "):
            return [Phase(stem(line.text[mark.start : mark.end]), number.group(1), number.end())]
    return []


def closes(outline: Outline, line: Line, phase: Phase) -> bool:
    """Whether a line ends the report's own subject: says that its phase is done, or repeats the head's words."""
    first = min(m.start for m in line.words["phase"])
    done = line.state == "done" and first <= BEGIN
    return (done or is_known(outline, line)) and not AND_MORE.match(line.text, phase.start)


def is_known(outline: Outline, line: Line) -> bool:
    """Whether the head knows the words of a closing line, but for those that end a report."""
    strange = topic(without(line.text, line.words, *CLOSING)) - head_topic(outline)
    wide = sum(bool(WIDE.search(word)) for word in strange)
    return len(strange) - wide + wide // 2 <= STRANGE


@once
def head_topic(outline: Outline) -> frozenset[str]:
    """The words of the head."""
    return topic(" ".join(x.text for x in head(outline)))


def is_done_before(outline: Outline, line: Line, phase: Phase) -> bool:
    """Whether the report says elsewhere that the phase is done: it may end more than its own."""
    others = (x for x in outline.having("phase") if x is not line and x.has("finished", "earlier"))
    return any(p[:2] == phase[:2] for x in others for p in phases(x))


def other_versions(outline: Outline) -> Iterator[Draft]:
    """'Portal 2.4: test report', and a closing line with 'Portal 2.3'."""
    lines = closing(outline)
    for line in lines if any("." in x.text for x in lines) else ():
        named = versions.named(line)
        if len(named) != 1 or not is_known(outline, line):
            continue
        of = versions.of_head(head(outline))
        if of and versions.clash(of, named[0], head_topic(outline)):
            message = f"{quote(of.line)} is about another version than {quote(line)}."
            yield draft("phase-confusion", "phase-confusion.closing", "medium", [of.line, line], message, of.number)
            return
