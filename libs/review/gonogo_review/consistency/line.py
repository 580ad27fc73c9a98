"""One line of the report as the rules see it."""

from typing import NamedTuple

from gonogo_contracts.review import State
from gonogo_review.consistency.lexicon import Marks, marks_of_label
from gonogo_review.consistency.topics import Topic, is_keyed, label, plain, topic
from gonogo_review.model import Amount

OPEN: frozenset[State | None] = frozenset(("open", "failed", "partial"))


class Line(NamedTuple):
    """One line of the report that says something."""

    number: int
    text: str
    section: int
    block: int
    statement: int
    """Index into `Reading.statements`; -1 where the line is no claim."""
    type: str
    state: State | None
    amounts: tuple[Amount, ...]
    words: Marks
    languages: tuple[str, ...]

    def has(self, *categories: str) -> bool:
        """Whether a word of one of the categories stands in it."""
        return not self.words.keys().isdisjoint(categories)

    @property
    def present(self) -> list[Amount]:
        """Its amounts of how things are, not of how they were or shall be."""
        return [a for a in self.amounts if a.role in ("value", "after")]

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.text.lstrip().startswith("|")

    @property
    def is_open(self) -> bool:
        """Whether it says of its thing that it is not done."""
        return self.state in OPEN

    @property
    def label(self) -> str:
        """What stands before its colon or dash, or in a row's first cell, or the whole of it."""
        if self.is_row:
            return self.text.strip().strip("|").split("|")[0]
        return label(self.text)

    @property
    def is_keyed(self) -> bool:
        """Whether it has a label before a colon or dash."""
        return is_keyed(self.text)

    @property
    def label_words(self) -> Marks:
        """The categories that stand in its label."""
        return marks_of_label(self.label, self.languages)

    @property
    def subject(self) -> Topic:
        """The topic of its label; of the whole line where the label tells nothing."""
        return topic(self.label) or topic(plain(self.text))
