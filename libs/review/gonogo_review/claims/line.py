"""One line with its tokens, as the readers of states and amounts share it."""

from functools import cached_property

from gonogo_review.claims.tokens import Token
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.lexicon.loading import load


class Line:
    """The view of a line (same length as the line) and what is found on the way through its tokens."""

    def __init__(self, view: str, words: Lexicon) -> None:
        self.view = view
        self.words = words

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens."""
        return self.words.tokens(self.view)

    @cached_property
    def comparators(self) -> dict[int, tuple[str, int]]:
        """By the index of the token behind it: what a comparator in words says, and where it begins."""
        found: dict[int, tuple[str, int]] = {}
        for index in range(len(self.tokens)):
            phrase = self.words.matches(self.tokens, index, "comparators")
            if phrase is not None:
                end = index + len(phrase.words)
                found[end] = (phrase.value, found[index][1] if index in found else index)
                if end < len(self.tokens) and self.tokens[end].low in ("-", "的", "a", "the"):
                    found[end + 1] = found[end]
        return found

    @cached_property
    def joints(self) -> frozenset[str]:
        """What stands between the members of a list."""
        return frozenset({",", "、", "/", "&", "and", "or", "，", "|"}) | self.words.sets["joints"]

    def of_words(self, index: int) -> int:
        """How many tokens say `of` in front of a number here; 0 where none does."""
        for length in (4, 3, 2, 1):
            words = " ".join(token.low for token in self.tokens[index : index + length])
            if words in self.words.sets["of"] and index + length < len(self.tokens):
                return length if self.tokens[index + length].kind == "n" else 0
        return 0

    def from_before(self, index: int) -> bool:
        """Whether `from` stands in front of this token."""
        return index > 0 and self.tokens[index - 1].low in self.words.sets["from"]

    def named(self, index: int) -> bool:
        """Whether the word in front of this token names what the number numbers: `Phase 6`."""
        if not index:
            return False
        before = self.tokens[index - 1]
        return before.kind == "w" and before.low in self.words.sets["names"]


def arrows() -> frozenset[str]:
    """Signs that lead from a before to an after."""
    return frozenset(load("common")["arrows"])
