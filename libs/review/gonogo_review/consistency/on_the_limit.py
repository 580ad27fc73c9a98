"""'200 ms' where the target is 'below 200 ms': on the limit is not below it."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

SHARED = 0.5
"""More than this part of the words of the longer name must be the other's too."""
STRICT = ("<", ">")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each measure that an own line sets a strict limit for, and that was brought to just that."""
    limits = [line for line in outline.counting if limit(line)]
    for line in outline.counting if limits else ():
        after = reached(outline, line)
        same = [x for x in limits if after and x.number != line.number and meets(after, limit(x)) and alike(line, x)]
        if after and same:
            message = f"{quote(line)} stands on the limit, and {quote(same[0])} wants more than that."
            yield draft("target-miss", "target-miss.limit", "low", [line, *same], message)


def limit(line: Line) -> Amount | None:
    """The strict limit that a line sets first, and whose value it does not give."""
    first = line.amounts[0] if line.amounts and not line.present else None
    return first if first and first.role == "target" and first.comparator in STRICT else None


def reached(outline: Outline, line: Line) -> Amount | None:
    """What a line says that its thing was brought to: the only amount after a change."""
    found = [a for a in line.amounts if a.role == "after"]
    return found[0] if len(found) == 1 and not line.is_open and outline.current(line) else None


def meets(after: Amount, aim: Amount | None) -> bool:
    """Whether a plain value is just the limit."""
    plain = after.comparator in ("", "~") and after.low == after.high
    return aim is not None and plain and (after.low, after.unit) == (aim.low, aim.unit)


def alike(one: Line, other: Line) -> bool:
    """Whether two lines name one measure."""
    both = one.subject & other.subject
    return len(both) > SHARED * max(len(one.subject), len(other.subject))
