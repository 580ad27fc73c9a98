"""'Status: passed' over results that failed; a coverage that is the share of tests that pass; an order to fix again."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.coverage import labelled
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import rows, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.consistency.undone import says_open, says_solved
from gonogo_review.model import Block, Draft

ORDERED = frozenset(("next_steps", "remaining", "required", "known", "future"))
LONGEST = 4
"""Words of the name of what is resolved."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each."""
    yield from passed_but_failed(outline)
    yield from coverage_of_passing(outline)
    yield from resolved_but_ordered(outline)


def passed_but_failed(outline: Outline) -> Iterator[Draft]:
    """The status of one section, and a result in it that is marked as failed."""
    seen: set[int] = set()
    for line in outline.stated:
        if line.type != "status" or not line.has("passed", "finished") or line.state not in ("done", "partial"):
            continue
        if line.section in seen or not is_own_status(outline, line):
            continue
        seen.add(line.section)
        lines = [x for x in outline.within(line.section) if x.state == "failed" and says_open(outline, x)]
        if lines:
            message = f"{quote(line)} is the status of its section, but {quote(lines[0])} stands in it."
            yield draft("status-vs-items", "status.part", "medium", [line, *lines], message)


def is_own_status(outline: Outline, line: Line) -> bool:
    """Whether a line is the keyed status of an inner section whose heading does not say that it is done."""
    head = outline.heading(line.section)
    inner = not scope.whole_section(outline, line.section) and head is not None and head.number != line.number
    keyed = line.is_keyed and "whole" in line.label_words and not scope.own_label(line)
    return inner and keyed and head is not None and head.state != "done"


def coverage_of_passing(outline: Outline) -> Iterator[Draft]:
    """'Coverage: 97%', where the table under 'Coverage' gives 97% as the share of the tests that pass."""
    stated = [x for x in outline.having("coverage") if is_coverage(x)]
    for block in outline.reading.blocks if stated else ():
        titled = block.kind == "table" and "coverage" in outline.title_words[outline.of_line[block.line]]
        for line, rate in passing(outline, block) if titled else ():
            same = [x for x in stated if any(a.unit == "%" and a.low == rate for a in x.amounts)]
            if same:
                message = f"{quote(same[0])} is no coverage: {quote(line)} gives it as the share of tests that pass."
                yield draft(
                    "value-conflict", ("value-conflict.no-coverage"), "medium", [same[0], line, *same[1:]], message
                )
                return


def is_coverage(line: Line) -> bool:
    """Whether a line's key or row is the coverage, and nothing in it passes."""
    return "coverage" in line.label_words and (line.is_row or labelled(line)) and not line.has("passed")


def passing(outline: Outline, block: Block) -> Iterator[tuple[Line, float]]:
    """The row of a table's total, with its percentage, where that is the share of the tests that pass."""
    for run in rows(outline, block):
        passed, total = value(run, "passed"), value(run, "total")
        line = run.amounts["total"][0] if total and passed is not None and 0 < passed < total else None
        rates = [a.low for a in line.amounts if a.unit == "%"] if line and "total" in line.label_words else []
        if line and total and passed and len(rates) == 1 and abs(100 * passed / total - rates[0]) < 1:
            yield line, rates[0]


def resolved_but_ordered(outline: Outline) -> Iterator[Draft]:
    """'All TypeScript errors resolved', and 'consider fixing all TypeScript errors'."""
    orders = [x for x in outline.having("repairs") if orders_repair(outline, x)]
    for line in outline.having("every") if orders else ():
        things = named_defects(line) if not line.is_open and line.has("solutions", "finished") else frozenset()
        lines = [x for x in orders if len(things) > 1 and things <= topic(x.plain) and x.number != line.number]
        if lines:
            yield against(line, lines, "absolute.ordered")


def named_defects(line: Line) -> frozenset[str]:
    """What stands between 'all' and the word for defects, with it: {'typesc', 'error'}."""
    for mark in line.words.get("every", ()):
        ends = [d.end for d in line.words.get("defects", ()) if d.start >= mark.end]
        words = topic(line.text[mark.end : min(ends)]) if ends else frozenset()
        if 0 < len(words) <= LONGEST:
            return words
    return frozenset()


@once
def listed(outline: Outline) -> frozenset[int]:
    """The lines that begin an entry of any list."""
    return frozenset(n for b in outline.reading.blocks if b.kind == "list" for n in b.lines)


def orders_repair(outline: Outline, line: Line) -> bool:
    """Whether an entry without a mark tells to repair all of something, or to repair it later."""
    if line.state or line.number not in listed(outline):
        return False
    planned = bool(outline.inherited[line.section] & ORDERED) or line.has("every")
    return planned and line.has("defects") and not line.has("finished", "nothing") and not says_solved(line)
