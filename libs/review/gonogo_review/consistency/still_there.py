"""Something is called removed or left behind, and it is still there, or its removal is still planned."""

from collections.abc import Iterator

from gonogo_contracts.review import Kind
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.planned_rows import planned
from gonogo_review.consistency.topics import Topic, plain, stem, topic
from gonogo_review.model import Draft

OLD = frozenset(stem(word) for word in ("legacy", "old", "former", "alte", "ancien", "antiguo", "vecchio", "antigo"))
UNDONE = ("removes", "stays", "future", "nothing", "required", "urgent", "trouble", "remaining")
"""Words beside which 'removed' is a wish: 'must be removed'."""
LONGEST = 5
"""Words of the name of what stays; a longer one is a sentence."""
NEAREST = 40
"""Claims that one line is held against at most."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each thing that is gone and is not."""
    gone = [x for x in outline.having("gone") if is_gone(outline, x)][:NEAREST]
    if not gone:
        return
    for line, name in [*staying(outline), *to_remove(outline)]:
        claims = [x for x in gone if x.number != line.number and within(name, topic(x.plain))]
        if claims:
            message = f"{quote(claims[0])} is gone, but {quote(line)} says that it is still there."
            whole = claims[0].has("every", "ample")
            kind: Kind = "absolute-vs-exception" if whole else "value-conflict"
            yield draft(kind, f"{kind}.still-there", "medium", [claims[0], line, *claims[1:]], message)


def is_gone(outline: Outline, line: Line) -> bool:
    """Whether a line says of something that it was removed, as it is now and not as it shall be."""
    return not line.is_open and outline.current(line) and not line.has(*UNDONE)


def within(name: Topic, told: Topic) -> bool:
    """Whether what stays is among what is gone."""
    return bool(name) and name <= told


def staying(outline: Outline) -> Iterator[tuple[Line, Topic]]:
    """'Legacy domain classes remain', with the name of what remains."""
    for line in outline.having("stays"):
        before = plain(line.text[: line.words["stays"][0].start])
        name = topic(before) - OLD
        if 1 < len(name) <= LONGEST and not line.has("nothing", "optional", "earlier"):
            yield line, name


def to_remove(outline: Outline) -> Iterator[tuple[Line, Topic]]:
    """'Remove V4 | v3.0.0', with the name of what is to be removed."""
    for line in outline.having("removes"):
        text = next((c for c in line.cells if "removes" in outline.marks(c)), line.plain)
        places = outline.marks(text).get("removes", ())
        if line.state in ("done", "na") or not places or line.has("nothing", "optional", "earlier", "gone"):
            continue
        name = topic(text[places[0].end :].partition("(")[0]) - OLD
        later = line.number in planned(outline) or not outline.current(line) or line.is_open
        telling = len(name) > 1 or any(c.isdigit() for word in name for c in word)
        if later and telling and len(name) <= LONGEST:
            yield line, name
