"""'340 ms, below the target of 300 ms': what a line says of a value and its target is not so."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension, exact, shown
from gonogo_review.consistency.lexicon import Mark
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

NEAR = 24
"""Characters between the word and the target."""
APART = 40
"""Characters between the value and the word."""
PARTING = frozenset(".;|")
DOUBTED = ("nothing", "denials", "future", "trouble", "earlier")
"""Words beside which nothing is said to be below or above: 'must not exceed'."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each line whose word for less or more its numbers take back."""
    for line in outline.having("lower_than", "higher_than"):
        if line.state or len(line.amounts) != 2 or line.has(*DOUBTED):
            continue
        value, target = line.amounts
        if comparable(value, target) and any(lies(line, value, target, way) for way in ("lower_than", "higher_than")):
            message = f"{quote(line)}: {shown(value)} stands on the other side of {shown(target)}."
            lines = [line, *scope.claims_of_whole(outline)[:1]]
            yield draft("target-miss", "target-miss.compared", "high", lines, message, shown(target))


def comparable(value: Amount, target: Amount) -> bool:
    """Whether an exact value stands before a target of its kind."""
    plain = not value.comparator and not value.of and not target.of and value.role not in ("target", "before")
    return plain and target.role == "target" and dimension(value.unit) == dimension(target.unit)


def lies(line: Line, value: Amount, target: Amount, way: str) -> bool:
    """Whether a word of a category says of the value what its numbers do not."""
    right = exact(value).low > exact(target).high if way == "lower_than" else exact(value).high < exact(target).low
    return right and any(joins(line, value, target, mark) for mark in line.words.get(way, ()))


def joins(line: Line, value: Amount, target: Amount, mark: Mark) -> bool:
    """Whether a word stands between a value and its target, or right behind the target."""
    between = value.end <= mark.start <= value.end + APART and 0 <= target.start - mark.end <= NEAR
    behind = 0 <= mark.start - target.end <= 2
    return (between or behind or target.start <= mark.start < target.end) and not (
        PARTING & set(line.text[value.end : target.start])
    )
