"""One thing in two lists that exclude each other: 'Protected endpoints' and 'Endpoints that are not protected'."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.undone import DESCRIBED
from gonogo_review.model import Draft

SHARED = 2
"""Words that two titles must share: what the things are, and what was done to them."""
OWN = 1
"""Words that one of the two titles may have for itself."""
SHORTEST = 4
"""Letters of a name."""
AROUND = " *_`~[]()✅❌⚠️🔴🟠🟡🟢✓✔✗✘·-+"
"""What may stand around a name."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each pair of lists with things in common."""
    denied = [s for s, words in enumerate(outline.title_words) if "denials" in words and s and is_list(outline, s)]
    for section in denied:
        others = [s for s in range(1, len(outline.sections)) if s not in denied and is_opposite(outline, s, section)]
        for other in others:
            has = named(outline, other)
            both = [(has[name], line) for name, line in named(outline, section).items() if name in has]
            if both:
                message = (
                    f"{quote(both[0][0])} and {quote(both[0][1])}: one thing in two lists that exclude each other."
                )
                lines = [line for pair in both for line in pair]
                yield draft("value-conflict", "value-conflict.two-lists", "high", lines, message)


def is_list(outline: Outline, section: int) -> bool:
    """Whether a section tells of how things are, and is not the report's title."""
    above = outline.inherited[section]
    return not outline.is_title(section) and not outline.earlier[section] and not above & {*DESCRIBED, "future"}


def is_opposite(outline: Outline, section: int, denied: int) -> bool:
    """Whether a section's title says of the same things that they are what another says that they are not."""
    own, theirs = what(outline, section), what(outline, denied)
    return len(own & theirs) >= SHARED and len(own - theirs) <= OWN and is_list(outline, section)


def what(outline: Outline, section: int) -> Topic:
    """What a section's title speaks of."""
    return topic(outline.sections[section].title)


def named(outline: Outline, section: int) -> dict[str, Line]:
    """The entries, rows and marked lines of a section by their names."""
    lines = (x for x in outline.within(section) if x.state or x.is_row or x.number in outline.entries)
    names = ((line.label.strip(AROUND).lower(), line) for line in lines)
    return {name: line for name, line in names if len(name) >= SHORTEST}
