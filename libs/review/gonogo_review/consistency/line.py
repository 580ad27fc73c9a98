"""One line of the report as the rules see it."""

import re

import msgspec

from gonogo_contracts.review import State
from gonogo_review.consistency.kept import kept
from gonogo_review.consistency.lexicon import Marks, marks_of_part
from gonogo_review.consistency.topics import Topic, labelled, plain, topic
from gonogo_review.model import Amount

RANK = re.compile(r"[\s*_`]*(?:[PpSs]?\d{1,3}|[#№])[\s*_`.)]*$")
"""A cell that only numbers or ranks its row: '3', 'P1'."""
OPEN: frozenset[State | None] = frozenset(("open", "failed", "partial"))


class Line(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One line of the report that says something; what several rules ask of it is worked out once."""

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
    cells: tuple[str, ...] = ()
    """Of a row of a table, the texts of its cells."""
    is_open: bool = False
    """Whether it says of its thing that it is not done."""
    is_row: bool = False
    """Whether it is a row of a table."""

    def has(self, *categories: str) -> bool:
        """Whether a word of one of the categories stands in it."""
        return not self.words.keys().isdisjoint(categories)

    @kept
    def present(self) -> list[Amount]:
        """Its amounts of how things are, not of how they were or shall be."""
        return [a for a in self.amounts if a.role in ("value", "after")]

    @kept
    def plain(self) -> str:
        """Its text without bullets, boxes and Markdown's signs."""
        return plain(self.text)

    @kept
    def labelled(self) -> tuple[str, bool]:
        """Its label before a colon or dash, or the whole of it; and whether it has one."""
        return labelled(self.plain)

    @kept
    def label(self) -> str:
        """What stands before its colon or dash, or in a row's first cell with a name, or the whole of it."""
        if self.is_row:
            cells = self.cells or tuple(self.text.strip().strip("|").split("|"))
            return cells[1] if len(cells) > 1 and RANK.match(cells[0]) else cells[0]
        return self.labelled[0]

    @property
    def is_keyed(self) -> bool:
        """Whether it has a label before a colon or dash."""
        return self.labelled[1]

    @kept
    def label_words(self) -> Marks:
        """The categories that stand in its label."""
        return marks_of_part(self.label, self.text, self.words, self.languages)

    def is_called(self, category: str) -> bool:
        """Whether a word of the category stands in its label."""
        return category in self.words and category in self.label_words

    @kept
    def subject(self) -> Topic:
        """The topic of its label; of the whole line where the label tells nothing."""
        return topic(self.label) or topic(self.plain)
