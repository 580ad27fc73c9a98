"""The total of a kind of things, and the headings that count them group by group."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.elsewhere import first
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.model import Amount, Draft

LEAST = 3
"""Headings that make groups of all things."""
MOST = 2
"""Groups with more than so many times the total are not groups of the things that it counts."""
SHARED = "files pages modules"
"""What may be counted in two groups at once: one file is changed for two reasons."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each total that its groups do not add up to."""
    heads = [(head, count) for head in outline.headings[1:] if head and (count := in_brackets(head))]
    for line in outline.having("total") if len(heads) >= LEAST else ():
        amount, name = line.present[0] if line.present else None, of_what(outline, line)
        if amount is None or not name or name & topic(SHARED) or not is_exact(amount) or not first(line, amount):
            continue
        groups = [(head, count) for head, count in heads if name <= topic(head.text)]
        added = sum(count for _, count in groups)
        if len(groups) >= LEAST and amount.low < added <= MOST * amount.low and are_parts(outline, amount.low, groups):
            shown = " + ".join(tidy(count) for _, count in groups)
            message = f"{quote(line)}, but the headings count {shown} = {tidy(added)}."
            lines = [line, *(head for head, _ in groups)]
            yield draft("arithmetic", "arithmetic.group-counts", "medium", lines, message, tidy(added))


def of_what(outline: Outline, line: Line) -> Topic:
    """What a total counts by its key, where that is one word: 'issue' for 'Total issues: 44'."""
    found = outline.apart_from("total", line.label) if line.is_keyed and line.is_called("total") else None
    return found if found and len(found) == 1 else frozenset()


def is_exact(amount: Amount) -> bool:
    """Whether an amount is an exact count."""
    return amount.unit == "count" and not amount.comparator and not amount.of and amount.low == amount.high


def in_brackets(head: Line) -> float:
    """How many things the brackets in a heading say that it has, done or not; 0 where they say nothing of it."""
    amount = head.present[0] if len(head.present) == 1 else None
    if amount is None or amount.unit != "count" or amount.comparator or amount.low != amount.high:
        return 0.0
    return (amount.of or amount.low) if head.text[: amount.start].endswith(("(", "（")) else 0.0


def are_parts(outline: Outline, total: float, groups: list[tuple[Line, float]]) -> bool:
    """Whether headings are groups of one whole: neither one of them nor those under one heading are all of it."""
    under: dict[int, float] = {}
    for head, count in groups:
        above = outline.sections[head.section].parent
        under[above] = under.get(above, 0.0) + count
    sections = {head.section for head, _ in groups}
    nested = any(above in sections for head, _ in groups for above in outline.chain(head.section)[1:])
    whole = total in under.values() or any(count == total for _, count in groups)
    return not nested and not whole and not any(scope.phase_of(outline, head) for head, _ in groups)
