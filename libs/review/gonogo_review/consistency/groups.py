"""Headings that each count a part, '(3/3)' or '(90/100)', against what the report gives for the whole."""

import re
from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Amount, Draft

PARTS = 3
"""Headings that make a whole."""
SCALES = (5.0, 10.0, 100.0)
"""'90/100' is a score."""
NUMBER = re.compile(r"\d{3,}")
MOST = 40
"""Ratios of the whole that the parts are held against."""
TWICE = 2.0
"""Parts that add up to more than this many times the whole, or less than its part, are others."""
Part = tuple[Line, Amount]


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each row of headings that does not make the whole."""
    rows: dict[tuple[int, int], list[Part | None]] = {}
    for section in range(1, len(outline.sections)):
        part = outline.sections[section]
        rows.setdefault((part.parent, part.level), []).append(ratio(outline.heading(section)))
    wholes = [whole for line in outline.counting if (whole := of_whole(outline, line))][:MOST]
    for (above, _), row in rows.items():
        parts = [part for part in row if part]
        if wholes and len(parts) >= PARTS and len(parts) == len(row) and above > 0:
            yield from against(outline, above, parts, wholes)


def of_whole(outline: Outline, line: Line) -> Part | None:
    """A line's only ratio, where it stands in the head, the summary or the conclusion and is of no kind or part."""
    found = ratio(line) if scope.whole_section(outline, line.section) else None
    return found if found and not line.has("kinds") else None


def ratio(line: Line | None) -> Part | None:
    """A heading with its only ratio."""
    found = [a for a in line.present if a.of and a.unit == "count"] if line else []
    return (line, found[0]) if line and len(found) == 1 else None


def against(outline: Outline, above: int, parts: list[Part], wholes: list[Part]) -> Iterator[Draft]:
    """The parts under one heading against the first ratio of the whole that is of the same thing."""
    scales = {a.of for _, a in parts}
    scored = len(scales) == 1 and scales <= set(SCALES)
    for whole in wholes:
        if speaks(outline, whole[0], above) and (not scored or whole[1].of in scales):
            yield from mean(whole, parts) if scored else added(whole, parts)
            return


def speaks(outline: Outline, line: Line, above: int) -> bool:
    """Whether a line gives the whole of what the headings are parts of: tests both, or most words of its name."""
    title = outline.sections[above].title
    own, name = words(line.label), words(title)
    tests = line.has("tests") and "tests" in outline.title_words[above]
    return tests or len(own & name) * 2 > len(own) > 0


def words(text: str) -> frozenset[str]:
    """The telling words of a name, and its long numbers: '25010'."""
    return topic(text) | frozenset(NUMBER.findall(text))


def mean(whole: Part, parts: list[Part]) -> Iterator[Draft]:
    """A score of the whole that its parts' mean does not round to."""
    right = sum(a.low for _, a in parts) / len(parts)
    if not rounded(whole[1].low, resolution(whole[1])).meets(Interval(right, right)):
        message = (
            f"{quote(whole[0])}: the {len(parts)} parts have an average of {tidy(right)}, not {tidy(whole[1].low)}."
        )
        lines = [whole[0], *(line for line, _ in parts)]
        yield draft("arithmetic", "arithmetic.mean-of-parts", "low", lines, message, tidy(right))


def added(whole: Part, parts: list[Part]) -> Iterator[Draft]:
    """Parts that do not add up to the whole."""
    total = sum(a.of or 0.0 for _, a in parts)
    stated = whole[1].of or 0.0
    if total != stated and stated / TWICE <= total <= stated * TWICE:
        shown = " + ".join(tidy(a.of or 0.0) for _, a in parts[:8])
        message = f"{quote(whole[0])}: the parts are {shown} = {tidy(total)}, not {tidy(stated)}."
        lines = [whole[0], *(line for line, _ in parts)]
        yield draft("arithmetic", "arithmetic.groups", "medium", lines, message, tidy(total))
