"""'No vulnerabilities', and 'remaining: 6 vulnerabilities'."""

from collections.abc import Iterator

from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import stem
from gonogo_review.model import Draft

BESIDE = 12
"""Characters between 'no' or a number and the defects that it goes with."""
NARROW = ("severe", "level_high", "level_medium", "level_low", "qualifiers", "kinds", "known", "minor")
"""Words that say of which defects there are none."""
PARTING = frozenset(",.;:()|（），。；：、")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all denials of a kind of defects of which some are counted as remaining."""
    left = [(x, kind) for x in outline.having("remaining") if x.has("defects") and (kind := counted(outline, x))]
    denials = [x for x in outline.having("nothing") if left and x.has("defects") and is_denial(outline, x)]
    for line in denials:
        lines = [x for x, kind in left if x is not line and kind in denied(line)]
        if lines:
            yield against(line, [*lines, *(x for x in denials if x is not line)], "absolute.none-left")
            return


def is_denial(outline: Outline, line: Line) -> bool:
    """Whether a line that is done says how things are, of all defects of a kind."""
    return line.state == "done" and outline.current(line) and not line.has("parts")


def denied(line: Line) -> frozenset[str]:
    """The defects right behind 'no' or 'zero', but where a word between them says which."""
    narrow = [m.start for category in NARROW for m in line.words.get(category, ())]
    ends = [m.end for m in line.words["nothing"] if not any(0 <= at - m.end <= BESIDE for at in narrow)]
    return frozenset(kind for end in ends for kind in behind(line, end))


def counted(outline: Outline, line: Line) -> str:
    """The defects of which a line that is not done counts some as remaining; empty where it counts none."""
    amounts = [a for a in line.present if a.unit == "count" and a.low > 0 and not a.of]
    if (
        line.state in ("done", "na")
        or len(amounts) != 1
        or outline.is_earlier(line)
        or line.has("solutions", "nothing")
    ):
        return ""
    return next(behind(line, amounts[0].end), "")


def behind(line: Line, end: int) -> Iterator[str]:
    """The stems of the defects that stand right behind a place."""
    for mark in line.words["defects"]:
        if end <= mark.start <= end + BESIDE and not PARTING & set(line.text[end : mark.start]):
            yield stem(line.text[mark.start : mark.end])
