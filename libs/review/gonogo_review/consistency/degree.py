"""'Implementation: 95%' beside 'Implementation: complete', and 'nearly complete' at a tenth: how far one thing is."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.lexicon import without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import DECORATION, topic
from gonogo_review.model import Draft

DROPPED = ("readiness", "finished")
FEW = 0.5
"""Less than this part of a thing is not nearly all of it."""
LONGEST = 5
"""Words of the name of a thing."""
COUNTED = ("progress", "finished", "readiness", "acts", "passed")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each degree that does not fit what is said of its thing."""
    yield from in_part_and_done(outline)
    yield from nearly_done(outline)


def nearly_done(outline: Outline) -> Iterator[Draft]:
    """'Import nearly complete', and 400 of 5,000 files imported."""
    for line in outline.having("nearly"):
        told = topic(line.plain)
        small = [x for x in outline.counting if outline.current(line) and is_small(x) and is_of(x, line, told)]
        if small:
            message = f"{quote(line)}, but {quote(small[0])} is less than half of it."
            yield draft("value-conflict", "value-conflict.nearly", "high", [line, *small], message)


def is_small(line: Line) -> bool:
    """Whether a line counts how much of its thing is done, and that it is little."""
    ratios = [(a, a.of) for a in line.present if a.of]
    pairs = zip(line.present, line.present[1:], strict=False)
    ratios += [(a, b.low) for a, b in pairs if a.unit == b.unit and line.text[a.end : b.start].strip() == "/"]
    return (
        any(a.high < FEW * whole for a, whole in ratios) and line.has(*COUNTED) and not line.has("optional", "earlier")
    )


def is_of(line: Line, other: Line, told: frozenset[str]) -> bool:
    """Whether the thing that a line is about is named by another."""
    return line is other or (line.is_keyed and 0 < len(line.subject) <= LONGEST and line.subject <= told)


def in_part_and_done(outline: Outline) -> Iterator[Draft]:
    """What is less than all, and complete in the same section."""
    for line in outline.having("readiness"):
        name = own_name(line) if is_degree(outline, line) else ""
        done = [x for x in outline.within(line.section) if is_complete(x) and own_name(x) == name] if name else []
        if done:
            message = f"{quote(line)} is less than all, and {quote(done[0])} says that it is complete."
            yield draft("value-conflict", "value-conflict.degree", "low", [line, *done], message)


def is_degree(outline: Outline, line: Line) -> bool:
    """Whether a line says only to what degree its thing is complete, and that it is not wholly."""
    share = [a for a in line.present if a.unit == "%"]
    keyed = line.is_keyed and not line.is_row and line.is_called("readiness")
    return keyed and outline.current(line) and len(share) == len(line.amounts) == 1 and share[0].high < scope.FULL


def is_complete(line: Line) -> bool:
    """Whether a line names a thing and says in a word that it is complete."""
    return line.is_keyed and not line.is_row and line.state == "done" and line.has("finished") and not line.amounts


def own_name(line: Line) -> str:
    """The name that a line's label gives its thing, without the words for how far it is."""
    text = without(line.label, line.label_words, *DROPPED)
    bare = " ".join(DECORATION.sub(" ", text).lower().split()).removesuffix("の").removesuffix("의")
    return " ".join(sorted(topic(bare))) or bare
