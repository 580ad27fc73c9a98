"""'All issues are fixed', and some that remain; a thing that is headed as open, and fixed by its own status."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.absolute import against, of_all
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Draft

NARROW = ("severe", "level_high", "level_medium", "kinds", "parts", "qualifiers", "phase", "minor", "except")
"""Words that say which of the defects are fixed."""
UNSURE = ("future", "required", "remaining", "denials", "nothing", "urgent", "trouble", "next_steps")
SPARED = frozenset(("nothing", "solutions", "finished", "future", "optional", "earlier"))


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each kind."""
    yield from all_but_some(outline)
    yield from open_but_fixed(outline)


def all_but_some(outline: Outline) -> Iterator[Draft]:
    """'All issues resolved', and 'Remaining issues (2)' over a list, or a row that counts some after the work."""
    claims = [x for x in outline.having("every") if x.has("defects") and says_all_fixed(outline, x)]
    left = [*headed(outline), *counted(outline)] if claims else []
    for line in claims:
        lines = [x for x in left if x.number != line.number and concerns(line, x)]
        if lines:
            yield against(line, [*lines, *(x for x in claims if x is not line)], "absolute.all-fixed")
            return


def says_all_fixed(outline: Outline, line: Line) -> bool:
    """Whether a line says that all defects, or all of a named kind, are fixed."""
    said = line.has("solutions", "finished") and not line.is_open and not line.has(*NARROW, *UNSURE)
    return said and of_all(line, "defects") is not None and outline.current(line)


def headed(outline: Outline) -> Iterator[Line]:
    """The titles of sections that list the defects that remain."""
    for section in range(1, len(outline.sections)):
        words = outline.title_words[section].keys()
        if "defects" in words and words & {"remaining", "left_open"} and not words & SPARED:
            head, inside = outline.heading(section), list(outline.within(section))
            if head and head.state != "done" and inside and not any(x.has("nothing") for x in inside[:1]):
                yield head


def counted(outline: Outline) -> Iterator[Line]:
    """The rows that count some defects after the work, beside as many or more before it."""
    for line in outline.having("defects"):
        after = [a.low for a in line.amounts if a.role == "after" and a.unit == "count"]
        if line.is_row and line.is_called("defects") and after and min(after) > 0 and not line.has("minor"):
            yield line


def concerns(line: Line, left: Line) -> bool:
    """Whether what is left is of the kind that is all fixed."""
    kind = topic(of_all(line, "defects") or "")
    return kind <= topic(left.plain)


def open_but_fixed(outline: Outline) -> Iterator[Draft]:
    """'Issue 7: slow login (open)', and under it 'Status: fixed'."""
    for section in range(1, len(outline.sections)):
        words = outline.title_words[section]
        head = outline.heading(section) if words.keys() & {"left_open", "remaining"} else None
        if head is None or not bracketed(head):
            continue
        lines = [x for x in outline.within(section) if is_fixed(x) and directly(outline, x, section)]
        if lines:
            message = f"{quote(head)} is headed as open, and its own status says that it is fixed: {quote(lines[0])}."
            yield draft("value-conflict", "value-conflict.open-but-fixed", "low", [head, *lines], message)


def directly(outline: Outline, line: Line, section: int) -> bool:
    """Whether a line stands right under a heading, or under a line in bold there."""
    inner = outline.sections[line.section]
    bold = inner.parent == section and not outline.reading.lines[inner.line - 1].startswith("#")
    return line.section == section or bold


def bracketed(head: Line) -> bool:
    """Whether a heading says in brackets at its end that its thing is open."""
    at = max(head.text.rfind(c) for c in "(（[")
    last = head.text.rstrip(" *_#").endswith((")", "）", "]"))
    counts = any(a.start > at for a in head.amounts)
    return last and not counts and any(m.start > at for c in ("left_open", "remaining") for m in head.words.get(c, ()))


def is_fixed(line: Line) -> bool:
    """Whether a line is a status whose value is that the thing is fixed."""
    keyed = line.is_keyed and line.is_called("whole") and not scope.own_label(line)
    return keyed and line.has("solutions", "finished") and not line.is_open and not line.has("denials", "progress")
