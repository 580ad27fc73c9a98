"""A document, phase or section is called complete or ready, and something in its scope is not."""

from collections.abc import Iterator
from functools import cache

from gonogo_contracts.review import Severity
from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.lexicon import WORD, single
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.planned_rows import planned
from gonogo_review.consistency.results import shortfall
from gonogo_review.consistency.topics import stem
from gonogo_review.consistency.undone import hedged, says_open, sets_a_date
from gonogo_review.model import Draft

NARROW = 1
"""Words of its own that the label of an overall progress may have."""
BESIDE = 3
"""Characters between a percentage and the word that says what it is the part of."""
SHORT = 110
"""Characters of a line that stands out."""
HEADLINES = 2
"""Statuses of the whole that a finding names beside the first."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each section with open things that a status of the whole speaks for, and for each section."""
    top = headlines(outline)
    yield from of_whole(outline, top)
    yield from of_core(outline)
    yield from of_sections(outline, top)


@once
def headlines(outline: Outline) -> list[Line]:
    """The statuses of the whole, those about a release first."""
    found = [line for line in scope.claims_of_whole(outline) if not (is_of_documents(line) or is_of_tests(line))]
    heads = {line.number: scope.heads_part(outline, line) for line in found}
    return sorted(found, key=lambda x: (not x.has("release"), heads[x.number], is_prose(x), x.number))


def is_of_documents(line: Line) -> bool:
    """'Status: documentation complete': it speaks of the documents, and not of what they describe."""
    ends = {mark.end for mark in line.words.get("written_up", ())}
    return any(start - end == 1 for start in (m.start for m in line.words.get("finished", ())) for end in ends)


def is_of_tests(line: Line) -> bool:
    """'Status: all tests passing': it speaks of the tests, and lets nothing go."""
    return line.has("tests") and line.has("passed") and line.has("every") and not line.has("release", "phase")


def is_prose(line: Line) -> bool:
    """Whether a status is a sentence among others: the short ones stand out, and are what a reader takes away."""
    return len(" ".join(line.text.split())) > SHORT


def exceptions(outline: Outline) -> Iterator[Line]:
    """Every line that says of its thing that it is not done, or that must be done first, or is put off."""
    put_off, needed, led = planned(outline), needed_sections(outline), needed_entries(outline)
    for line in outline.lines:
        if line.is_open:
            said = says_open(outline, line)
        elif line.state:
            continue
        else:
            said = (
                line.number in put_off
                or (bool(line.amounts) and falls_short(line))
                or (line.section in needed and line.number in outline.entries and not line.has("optional"))
                or (line.number in led and not line.has("optional"))
            )
        if said:
            yield line


def falls_short(line: Line) -> bool:
    """Whether a line says that less than all is complete: '92% complete', 'Overall readiness score: 87.2%'."""
    short = [a for a in line.present if a.unit == "%" and a.high < scope.FULL]
    if not short:
        return False
    said = {m.start for m in line.words.get("finished", ())} - {m.start for m in line.words.get("passed", ())}
    beside = any(a.end <= start <= a.end + BESIDE for a in short for start in said)
    keyed = line.is_keyed and (line.is_called("readiness") or line.is_called("progress"))
    return beside or (keyed and len(scope.own_label(line)) <= NARROW)


def needed_sections(outline: Outline) -> frozenset[int]:
    """The sections whose lists are headed as needed before the release."""
    titles = enumerate(outline.title_words)
    return frozenset(s for s, t in titles if "required" in t and t.keys().isdisjoint(("future", "finished", "nothing")))


def needed_entries(outline: Outline) -> frozenset[int]:
    """The entries of lists right under a line that says what they come before: 'Before going live:'."""
    leads = [x for x in outline.having("earlier") if x.has("required") and x.text.rstrip(" *_").endswith((":", "："))]
    ends = {x.number for x in leads if not x.has("future", "finished", "nothing", "optional")}
    blocks = (b for b in outline.reading.blocks if b.kind == "list" and not ends.isdisjoint((b.line - 1, b.line - 2)))
    return frozenset(number for block in blocks if ends for number in block.lines)


def of_whole(outline: Outline, top: list[Line]) -> Iterator[Draft]:
    """The statuses of the whole against each section's open things."""
    if not top:
        return
    everything = scope.nothing_left(outline) is not None
    groups: dict[int, list[Line]] = {}
    for line in exceptions(outline):
        of_whole_too = line.type == "status" and scope.of_whole(outline, line)
        of_whole_too = of_whole_too and not falls_short(line) and not line.is_called("signature")
        if top[0].is_row and line.block == top[0].block:
            continue  # rows of one table stand side by side: version 9 is ready, version 10 is planned
        if of_whole_too or scope.other_phase(outline, top[0], line) or not answers(outline, top[0], line):
            continue
        if scope.counts(outline, line, everything=everything):
            groups.setdefault(scope.chapter(outline, line.section), []).append(line)
    groups = {section: lines for section, lines in groups.items() if not told_by_heading(outline, lines)}
    grave = {section: lines for section, lines in groups.items() if severity(lines) == "high"}
    for section, lines in grave.items():
        yield against(outline, top, section, lines)
    if groups and not grave:
        lines = sorted((line for group in groups.values() for line in group), key=lambda x: (-weight(x), x.number))
        yield against(outline, top, lines[0].section, lines)


def answers(outline: Outline, status: Line, line: Line) -> bool:
    """Whether a status answers for a line: only a release does for failing tests, and no phase for all the phases."""
    only_tests = line.state == "partial" and line.has("tests") and bool(shortfall(line))
    other = counts_phases(line) and bool(scope.own_phase(outline, status))
    return rolled_out(outline, status, line) and (status.has("release") or not only_tests) and not other


def counts_phases(line: Line) -> bool:
    """Whether a line says how many of all phases are done: '3 of 5 sprints'."""
    counted = (WORD.search(line.text, a.end) for a in line.present if a.of)
    return any(word is not None and stem(word.group()) in phases() for word in counted)


@cache
def phases() -> frozenset[str]:
    """The stems of the words for phases, in all languages."""
    return frozenset(stem(word.removesuffix("*")) for word in single("phase"))


def rolled_out(outline: Outline, status: Line, line: Line) -> bool:
    """Whether a status answers for a line: work that is complete may still be to roll out, a release may not."""
    return "rollout" not in outline.inherited[line.section] or status.has("release")


def weight(line: Line) -> int:
    """How much a line says of the release itself: of gates, requirements, grave or missing things."""
    return sum(line.has(category) for category in ("required", "gates", "severe", "level_high", "trouble"))


def of_core(outline: Outline) -> Iterator[Draft]:
    """'Core functionality is validated', and a status that says blocked or failed."""
    if not outline.having("core"):
        return
    failed = [x for x in outline.stated if x.type == "status" and x.state == "failed" and says_open(outline, x)]
    failed = [x for x in failed if scope.counts(outline, x, everything=False)]
    for line in outline.having("core"):
        if line.type == "status" and line.state == "done" and line.has("finished"):
            near = sorted(failed, key=lambda x: (x.section != line.section, x.number))
            if near:
                message = (
                    f"{quote(line)} says that what matters works, but {quote(near[0])} says of a part that it does not."
                )
                yield draft("status-vs-items", "status.core", "high", [line, *near], message)
                return


def told_by_heading(outline: Outline, lines: list[Line]) -> bool:
    """Whether all of the open things take back a heading above them: that finding tells of them already."""
    return all(stands_under_done(outline, line) for line in lines)


def stands_under_done(outline: Outline, line: Line) -> bool:
    """Whether a heading above a line, but for the report's title, says that what stands under it is done."""
    heads = (outline.headings[s] for s in outline.inner_chains[line.section])
    return any(head and head.state == "done" and head.number != line.number for head in heads)


def against(outline: Outline, top: list[Line], section: int, lines: list[Line]) -> Draft:
    """The finding for one section's open things."""
    lines = sorted(lines, key=lambda line: line.state == "partial")
    order = [top[0], lines[0], *lines[1:2], *top[1 : 1 + HEADLINES], *lines[2:]]
    where = outline.sections[section].title
    things = sum(not scope.is_heading(outline, line) for line in lines) or len(lines)
    count = "1 thing is" if things == 1 else f"{things} things are"
    message = f"{quote(top[0])} speaks for the whole, but {count} not done in '{where}': {quote(lines[0])}."
    return draft("status-vs-items", "status.whole", severity(lines), order, message, f"{things} open")


def severity(lines: list[Line]) -> Severity:
    """High where something is open or failed; work in progress alone is medium."""
    return "high" if any(line.state != "partial" and not falls_short(line) for line in lines) else "medium"


def of_sections(outline: Outline, top: list[Line]) -> Iterator[Draft]:
    """Each innermost heading that says done against what stands under it."""
    seen: set[int] = set()
    for section in range(len(outline.sections) - 1, 0, -1):
        heading = outline.headings[section]
        if heading is None or heading.state != "done" or outline.is_title(section):
            continue
        if heading.has("optional", "future", "progress") or scope.in_part(heading) or sets_a_date(outline, section):
            continue
        if heading.has("recaps") and not heading.has("finished", "goals"):
            continue  # '✅ Summary': the tick decorates
        lines = [line for line in outline.within(section) if undone(outline, line, section)]
        fresh = [line for line in lines if line.number not in seen]
        seen.update(line.number for line in lines)
        if fresh:
            heads = [outline.heading(s) for s in outline.chain(section) if s != section]
            above = [head for head in heads if head and head.state == "done"]
            whole = top[:1] if scope.counts(outline, fresh[0], everything=False) else []
            yield under(heading, fresh, [*above, *whole])


def under(heading: Line, lines: list[Line], above: list[Line]) -> Draft:
    """The finding for one heading and what takes it back."""
    message = f"{quote(heading)} says that its section is done, but under it stands {quote(lines[0])}."
    order = [heading, lines[0], *lines[1:2], *above, *lines[2:]]
    return draft("status-vs-items", "status.section", severity(lines), order, message, f"{len(lines)} open")


def undone(outline: Outline, line: Line, section: int) -> bool:
    """Whether a line under a heading takes back what the heading says."""
    if not line.is_open and line.type != "item":
        return False
    inner = outline.inherited[line.section] - outline.inherited[section]
    later = line.has("optional", "future", "minor") or line.is_called("next_steps")
    if later or inner & {"future", "optional", *scope.LEFT}:
        return False
    return says_open(outline, line) or hedged(line)
