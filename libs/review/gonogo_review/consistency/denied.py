"""'No known issues', 'Blockers: none', and a section of that name with entries."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.none_of_it import CLAUSE
from gonogo_review.consistency.orders import begins
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, plain, topic
from gonogo_review.consistency.undone import says_solved
from gonogo_review.model import Draft

THINGS = ("defects", "severe", "trouble", "risk", "remaining", "breaking")
"""What it is good to have none of."""
SETTLED = ("solutions", "finished", "future", "troubleshooting", "optional", "earlier", "settled", "except")
"""Words in a title, or about a denial, by which the entries are no exceptions to it."""
ENDS = ("found", "over", "verb")
LONGEST = 4
"""Words of what is denied."""
MOST = 40
"""Denials that are looked at."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each section that holds what the report says that there is none of."""
    told = (x for x in outline.having(*THINGS) if x.has("nothing") or counts_none(x))
    denials = [x for x in told if is_denial(outline, x)][:MOST]
    for line in denials:
        for section in sections(outline).get(denied(line), ()):
            entries = [x for x in outline.directly[section] if is_thing(outline, x)]
            if section != line.section and entries:
                yield against(line, entries, "absolute.denied")
                break


def is_denial(outline: Outline, line: Line) -> bool:
    """Whether a line tells the whole report's state, as it is now."""
    told = line.state in (None, "done") and outline.current(line) and not line.has("optional", "future", "except")
    return told and (scope.whole_section(outline, line.section) or scope.at_end(outline, line))


def denied(line: Line) -> Topic:
    """What a line says that there is none of: the words behind 'no' or 0 at its beginning, or its key before 'none'."""
    zeros = [(a.start, a.end) for a in line.present if a.unit == "count" and a.low == a.high == 0]
    start, end = min(zeros + [(m.start, m.end) for m in line.words.get("nothing", ())])
    stop = min((m.start for c in ENDS for m in line.words.get(c, ()) if m.start > end), default=len(line.text))
    behind = plain(CLAUSE.split(line.text[end:stop])[0])
    if not line.text[:start].strip(" -*+_>#✅✔✓☑[]xX"):
        name = behind
    else:
        name = line.label if line.is_keyed and not behind.strip(" .*_") else ""
    return topic(name) if 0 < len(name.split()) <= LONGEST else frozenset()


def counts_none(line: Line) -> bool:
    """Whether a line counts zero things and nothing else."""
    return bool(line.present) and all(a.unit == "count" and a.low == a.high == 0 for a in line.amounts)


@once
def sections(outline: Outline) -> dict[Topic, list[int]]:
    """The sections of what is wrong, by their names; none that tell how it was solved, or how to solve it."""
    found: dict[Topic, list[int]] = {}
    for section, words in enumerate(outline.title_words):
        head = outline.headings[section]
        if head is None or head.state in ("done", "na") or outline.is_title(section):
            continue
        if not words.keys().isdisjoint(THINGS) and outline.inherited[section].isdisjoint((*SETTLED, "nothing")):
            found.setdefault(topic(outline.sections[section].title), []).append(section)
    found.pop(frozenset(), None)
    return found


def is_thing(outline: Outline, line: Line) -> bool:
    """Whether an entry or row of such a section is one of its things, and not solved."""
    listed = line.number in outline.entries or line.is_row
    settled = line.state in ("done", "na") or line.has(*SETTLED) or says_solved(line)
    return listed and not settled and not begins(line, "nothing")
