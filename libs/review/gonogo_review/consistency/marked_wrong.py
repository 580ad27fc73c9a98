"""Marks that their own section takes back: warnings over nothing, known issues that are fixed, skipped runs."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import listed, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.undone import is_decorated, is_mended, sets_a_date
from gonogo_review.model import Draft

BOX = re.compile(r"\[ ?\]|[☐⬜🔲]")
TICK = re.compile(r"[✅✔✓☑🟢]|\[[xX]\]")
BEFORE = " -*+>#|0123456789.)"
FULL = 100
BESIDE = 2
"""Characters between a percentage and the word for complete."""
LEAST = 3
"""Entries that a heading's warning must be held against."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each such section."""
    for section, head in enumerate(outline.headings):
        if head is not None:
            yield from empty_warning(outline, section, head)
            if head.state == "done":
                yield from ticked_over_nothing(outline, section, head)
            if head.state == "open":
                yield from left_out_but_ticked(outline, section, head)
            yield from fixed_but_known(outline, section, head)
            if head.state == "done":
                yield from mostly_skipped(outline, section, head)
    yield from ticked_in_part(outline)


def ticked_in_part(outline: Outline) -> Iterator[Draft]:
    """A tick before what is only so many percent complete."""
    for line in outline.counting:
        if TICK.match(line.text.lstrip(BEFORE)) and not line.has("tests", "coverage") and is_part_done(line):
            message = f"{quote(line)} is ticked, and says itself that it is not complete."
            yield draft("status-vs-items", "status.ticked-in-part", "low", [line], message)


def is_part_done(line: Line) -> bool:
    """Whether the word for complete stands right behind less than a hundred percent."""
    starts = [mark.start for mark in line.words.get("ended", ())]
    short = [a for a in line.present if a.unit == "%" and not a.comparator and a.high < FULL]
    return any(0 <= start - a.end <= BESIDE for a in short for start in starts)


def empty_warning(outline: Outline, section: int, head: Line) -> Iterator[Draft]:
    """A heading that warns, over entries that are all done."""
    if head.state not in ("partial", "failed") or head.has("future", "risk", "next_steps"):
        return
    if (
        is_mended(outline, head)
        or is_decorated(outline, head)
        or head.has("nothing")
        or any(a.of and a.low < a.of for a in head.amounts)
    ):
        return
    entries = [line for line in outline.within(section) if line.type in ("item", "status")]
    trouble = any(line.has("trouble", "remaining") for line in outline.within(section) if line.state != "done")
    if len(entries) >= LEAST and all(line.state == "done" for line in entries) and not trouble:
        message = f"{quote(head)} warns, but all {len(entries)} entries under it are done and none names an issue."
        yield draft("value-conflict", "value-conflict.empty-warning", "low", [head, *entries], message)


def ticked_over_nothing(outline: Outline, section: int, head: Line) -> Iterator[Draft]:
    """A tick on the heading of a list of boxes for later, of which none is ticked."""
    entries = [line for line in outline.directly[section] if line.type == "item"]
    if len(entries) < LEAST or outline.is_title(section) or sets_a_date(outline, section):
        return
    if all(line.state == "open" and BOX.search(line.text) for line in entries):
        message = f"{quote(head)} is ticked, but none of its {len(entries)} boxes is."
        yield draft("status-vs-items", "status.unticked", "low", [head, *entries], message)


def left_out_but_ticked(outline: Outline, section: int, head: Line) -> Iterator[Draft]:
    """A heading over things that are not implemented, each with the tick of those that are."""
    entries = [line for line in outline.directly[section] if line.type == "item"]
    if not head.has("trouble", "remaining") or len(entries) < LEAST:
        return
    if all(line.state == "done" and TICK.search(line.text) and not line.has("solutions") for line in entries):
        message = f"{quote(head)}, but each of the {len(entries)} entries under it has the tick of what is done."
        yield draft("status-vs-items", "status.ticked", "low", [head, *entries], message)


def fixed_but_known(outline: Outline, section: int, head: Line) -> Iterator[Draft]:
    """A known issue that still has its effect, and is said to be fixed already."""
    above = outline.sections[section].parent
    if above <= 0 or "known" not in outline.inherited[above] or head.state == "done":
        return
    lines = outline.directly[section]
    fixed = [line for line in lines if line.has("repairs") and line.has("already") and line.has("finished")]
    broken = [line for line in lines if line.has("trouble") and not line.has("finished")]
    if fixed and broken:
        message = f"{quote(broken[-1])} is listed as a known issue, and {quote(fixed[0])} says that it is fixed."
        yield draft("value-conflict", "value-conflict.fixed-but-known", "low", [fixed[0], broken[-1], head], message)


def mostly_skipped(outline: Outline, section: int, head: Line) -> Iterator[Draft]:
    """A heading that says passed, over a run that skipped more than it passed."""
    for block in outline.blocks_in[section]:
        for run in listed(outline, block):
            skipped, passed = value(run, "skipped"), value(run, "passed")
            if skipped and passed is not None and skipped > passed:
                lines = [head, run.amounts["skipped"][0], run.amounts["passed"][0]]
                message = f"{quote(head)}, but {skipped:g} were skipped and only {passed:g} ran and passed."
                yield draft("status-vs-items", "status.mostly-skipped", "medium", lines, message)
