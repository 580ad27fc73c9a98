"""How grave the report calls what is left, in one place and in another."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

LEVELS = ("level_low", "level_medium", "level_high")


def find(outline: Outline) -> Iterator[Draft]:
    """Overall risk against the listed risks, 'minor' work against critical work, and critical issues that are minor."""
    yield from overall_risk(outline)
    yield from minor_work(outline)
    yield from grave_and_minor(outline)


def level(line: Line, after: int = 0) -> int:
    """The gravest level that a line names after a place: 0 low, 1 medium, 2 high; -1 for none."""
    found = [n for n, c in enumerate(LEVELS) if any(m.start >= after for m in line.words.get(c, ()))]
    return max(found, default=-1)


def overall_risk(outline: Outline) -> Iterator[Draft]:
    """'Risk level: very low', and a list of medium or high risks."""
    stated = [line for line in outline.having("risk") if is_overall(outline, line)]
    listed = list(listed_risks(outline))
    for line in stated[-1:]:
        graver = [entries for grade, entries in listed if grade > level(line, line.words["risk"][0].end)]
        if graver:
            message = f"{quote(line)} is the whole's risk, but graver ones are listed: {quote(graver[0][0])}."
            yield draft("value-conflict", "value-conflict.risk", "medium", [line, *graver[0]], message)


def is_overall(outline: Outline, line: Line) -> bool:
    """Whether a line gives the risk of the whole: 'Risk level: low', under no title of a part."""
    if level(line, line.words["risk"][0].end) < 0 or line.text.lstrip().startswith("|"):
        return False
    keyed = ":" in line.text or "：" in line.text
    heading = scope.is_heading(outline, line)
    return keyed and (scope.whole_section(outline, line.section) or heading) and not scope.own_label(line) - RISK


RISK = frozenset(("risk", "level"))


def listed_risks(outline: Outline) -> Iterator[tuple[int, list[Line]]]:
    """For each heading over a class of risks, its level and its entries."""
    for section in range(1, len(outline.sections)):
        head = outline.heading(section)
        if head and head.has("risk") and level(head) > 0 and ":" not in head.text:
            entries = [line for line in outline.within(section) if line.block >= 0 and line.state != "done"]
            if entries:
                yield level(head), [head, *entries]


def minor_work(outline: Outline) -> Iterator[Draft]:
    """'With minor configuration', and a section of critical fixes."""
    stated = [x for x in outline.having("minor") if x.state == "done" and x.type == "status"]
    grave = [h for s in range(1, len(outline.sections)) if (h := outline.heading(s)) and is_grave(h)]
    if stated and grave:
        line = stated[-1]
        message = f"{quote(line)} calls what is left minor, but there is {quote(grave[0])}."
        yield draft("value-conflict", "value-conflict.minor", "medium", [line, grave[0], *stated[:-1]], message)


def is_grave(head: Line) -> bool:
    """Whether a heading names critical work that is left."""
    return head.has("severe") and head.has("repairs") and head.state != "done" and not head.has("finished", "nothing")


def grave_and_minor(outline: Outline) -> Iterator[Draft]:
    """'Critical issues: 2 (minor)'."""
    for line in outline.having("minor", "level_low"):
        if line.amounts and line.is_called("severe") and line.is_called("defects") and counts_minor(line):
            message = f"{quote(line)} counts as critical what it calls minor."
            yield draft("value-conflict", "value-conflict.grave-and-minor", "low", [line], message)


def counts_minor(line: Line) -> bool:
    """Whether a word for what is minor stands in brackets right behind a number of things."""
    marks = [m for c in ("minor", "level_low") for m in line.words.get(c, ())]
    alone = [m for m in marks if line.text[m.end : m.end + 1] in (")", "）")]
    behind = [a for a in line.amounts for m in alone if line.text[a.end : m.start].strip() in ("(", "（")]
    return any(a.unit == "count" and a.low > 0 for a in behind)
