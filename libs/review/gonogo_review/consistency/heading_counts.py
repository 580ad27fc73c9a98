"""A count in the summary, and another in the heading of the same name: 'New files: 12' and 'New files (10)'."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.elsewhere import counted
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.model import Amount, Draft


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each name that the summary and one heading count differently."""
    heads = headings(outline)
    for line, amount, name in counted(outline):
        near = heads.get(name, [])
        if len(near) != 1 or line.number == near[0][0].number or scope.other_phase(outline, line, near[0][0]):
            continue
        head, other = near[0]
        if other.low != amount.low and line.section != head.section:
            both = f"{tidy(amount.low)} and {tidy(other.low)}"
            message = f"{quote(line)} and {quote(head)} count the same things: {both}."
            yield draft("value-conflict", "value-conflict.heading", "low", [line, head], message, both)


def headings(outline: Outline) -> dict[Topic, list[tuple[Line, Amount]]]:
    """The headings with one plain count in brackets at their end, by their name."""
    found: dict[Topic, list[tuple[Line, Amount]]] = {}
    for section in range(1, len(outline.sections)):
        head = outline.heading(section)
        counts = [a for a in head.present if a.unit == "count"] if head else []
        if head and len(counts) == len(head.amounts) == 1 and bracketed(head, counts[0]):
            found.setdefault(topic(head.text[: head.text.rfind("(")]), []).append((head, counts[0]))
    return found


def bracketed(head: Line, amount: Amount) -> bool:
    """Whether a count stands in the brackets at a heading's end, by itself or with its noun."""
    plain_count = not amount.of and not amount.comparator and amount.low == amount.high
    return plain_count and head.text[: amount.start].endswith("(") and head.text.rstrip(" *").endswith(")")
