"""How grave the report calls what is left, in one place and in another."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

LEVELS = ("level_low", "level_medium", "level_high")


def find(outline: Outline) -> Iterator[Draft]:
    """Overall risk against the listed risks, and 'minor' work against critical work."""
    yield from overall_risk(outline)
    yield from minor_work(outline)


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
