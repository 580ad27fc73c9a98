"""'Implementation: 95%' beside 'Implementation: complete': one thing, done in part and done."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import DECORATION, topic
from gonogo_review.model import Draft

DROPPED = ("readiness", "finished")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each degree below a hundred percent of what is complete in the same section."""
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
    text = line.label
    for category in DROPPED:
        for mark in sorted(line.label_words.get(category, ()), reverse=True):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    bare = " ".join(DECORATION.sub(" ", text).lower().split()).removesuffix("の").removesuffix("의")
    return " ".join(sorted(topic(bare))) or bare
