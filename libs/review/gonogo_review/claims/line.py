"""One line with its tokens, as the readers of states and amounts share it."""

from functools import cache

import msgspec

from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.lexicon.loading import load

_CLAUSE_ENDS = frozenset("，,。．.；;、：:→")


class Hit(msgspec.Struct, gc=False):
    """A word of state: tokens `first` to `last`, half open."""

    state: str
    first: int
    last: int
    words: str


class Segments(msgspec.Struct, gc=False):
    """Token ranges, half open. `value` is the whole main part where there is no label."""

    label: tuple[int, int]
    value: tuple[int, int]
    tail: tuple[int, int]
    """Behind the last dash of the value; empty where there is none."""
    brackets: tuple[tuple[int, int], ...]
    """What the brackets at the end hold."""


_GUESSED = frozenset(("-", "的", "a"))
"""What may stand between 'about' and its number: 'about the 5 errors' is no guess."""
_APOSTROPHES = frozenset("'’")
_LONGEST_GUARD = 4
"""Words of a condition: 'после того как'."""
_NO_SERIES: frozenset[tuple[str, str]] = frozenset()


class Line:
    """The view of a line (same length as the line) and what is found on the way through its tokens."""

    __slots__ = (
        "_comparators", "_guards", "_numbers", "cell", "hits", "lows", "numbered", "parts", "series", "tokens", "view",
        "words",
    )  # fmt: skip

    def __init__(self, view: str, words: Lexicon) -> None:
        self.view = view
        self.words = words
        self.tokens = words.tokens(view)
        self.lows = {token.low for token in self.tokens}
        """The words, without their order: what is not among them need not be looked for."""
        self.cell = False
        """Whether it is a cell behind a table's first: no number of the outline stands at its head."""
        self.numbered = False
        """Whether it is one of several headings that are numbered in a row, with no sign behind their numbers."""
        self.hits: list[Hit] | None = None
        self._numbers: list[int] | None = None
        self._guards: list[int] | None = None
        self.parts: Segments | None = None
        self.series: frozenset[tuple[str, str]] = _NO_SERIES
        """Words with a number that the report uses as names: 'Method 3'; without one, words that always are."""
        self._comparators: dict[int, tuple[str, int]] | None = None

    def text_of(self, first: int, last: int) -> str:
        """The words among these tokens, with blanks between: what a label says."""
        return " ".join([token.low for token in self.tokens[first:last] if token.kind == "w"])

    @property
    def numbers(self) -> list[int]:
        """The tokens that are numbers, or words for them."""
        if self._numbers is None:
            known = self.words.number_words
            self._numbers = [at for at, token in enumerate(self.tokens) if token.kind == "n" or token.low in known]
        return self._numbers

    @property
    def comparators(self) -> dict[int, tuple[str, int]]:
        """By the index of the token behind it: what a comparator in words says, and where it begins."""
        if self._comparators is None:
            self._comparators = self._find_comparators()
        return self._comparators

    def _find_comparators(self) -> dict[int, tuple[str, int]]:
        found: dict[int, tuple[str, int]] = {}
        known = self.words.firsts["comparators"]
        if self.lows.isdisjoint(known):
            return found
        for index, token in enumerate(self.tokens):
            phrase = self.words.matches(self.tokens, index, "comparators") if token.low in known else None
            if phrase is not None:
                end = index + len(phrase.words)
                if end in found:
                    continue
                found[end] = (phrase.value, found[index][1] if index in found else index)
                behind = self._behind_article(end, phrase.value)
                if behind > end:
                    found[behind] = found[end]
        return found

    def _behind_article(self, index: int, comparator: str) -> int:
        """Where a comparator's number may stand: 'at least the 80 %', "almeno l'80 %"."""
        low = self.tokens[index].low if index < len(self.tokens) else ""
        if low in _GUESSED or (comparator != "~" and low in self.words.sets["articles"]):
            index += 1
        return index + (index < len(self.tokens) and self.tokens[index].low in _APOSTROPHES)

    def guarded(self, first: int, last: int) -> bool:
        """Whether a word such as 'once' or 'must' stands in these tokens."""
        if self._guards is None:
            openers = self.words.guard_openers
            found = [] if self.lows.isdisjoint(openers) else self.tokens
            self._guards = [
                index for index, token in enumerate(found) if token.low in openers and self._guards_at(index)
            ]
        return any(first <= index < last for index in self._guards)

    def _guards_at(self, index: int) -> bool:
        """Whether the words here make a condition of what follows: 'if', 'después de que'."""
        lows = [token.low for token in self.tokens[index : index + _LONGEST_GUARD]]
        return any(" ".join(lows[:length]) in self.words.sets["guards"] for length in range(1, len(lows) + 1))

    def preceded(self, first: int, last: int) -> bool:
        """Whether what these tokens say is what something else waits for: 'delete it after the move is complete'."""
        preceding = self.words.sets["preceding"]
        if self.lows.isdisjoint(preceding):
            return False
        inner = [token.low for token in self.tokens[first:last]]
        at = max((at for at, low in enumerate(inner) if at and low in preceding), default=last)
        clause = inner[at + 1 :]
        return _CLAUSE_ENDS.isdisjoint(clause) and not self.words.sentence["copulas"].isdisjoint(clause)

    def conditioned(self, first: int, hit: Hit) -> bool:
        """Whether what stands behind a state makes it a condition or a request: '失敗した場合は', '완료되면'."""
        sets = self.words.sets
        if not sets["guards_behind"] or self.lows.isdisjoint(sets["guards_behind"]):
            return first < hit.first and self.words.split is not None and self.tokens[first].low in sets["conditions"]
        for token in self.tokens[hit.last :]:
            if token.low in _CLAUSE_ENDS:
                return False
            if token.low in sets["guards_behind"]:
                return True
        return False

    @property
    def state_tokens(self) -> set[int]:
        """The tokens that belong to words of state, once these are found."""
        return {at for hit in self.hits or () for at in range(hit.first, hit.last)}

    @property
    def joints(self) -> frozenset[str]:
        """What stands between the members of a list."""
        return self.words.sets["joints"]

    def of_words(self, index: int) -> int:
        """How many tokens say `of` in front of a number here; 0 where none does."""
        if self.tokens[index].low not in self.words.of_openers:
            return 0
        for length in (4, 3, 2, 1):
            words = " ".join(token.low for token in self.tokens[index : index + length])
            if words in self.words.sets["of"] and index + length < len(self.tokens):
                return length if self.tokens[index + length].kind == "n" else 0
        return 0

    def from_before(self, index: int) -> bool:
        """Whether `from` stands in front of this token, with an apostrophe or without: `dall'80`."""
        if index > 1 and self.tokens[index - 1].low in _APOSTROPHES:
            index -= 1
        return index > 0 and self.tokens[index - 1].low in self.words.sets["from"]

    def _ends_word(self, index: int) -> bool:
        """`执行`: where no blanks stand, the end of a longer word may look like a short one."""
        token, before = self.tokens[index], self.tokens[index - 1] if index else None
        return before is not None and before.kind == "w" and before.end == token.start and not token.low.isascii() and (
            token.low != "第"
        )  # fmt: skip

    def named(self, index: int) -> bool:
        """Whether the word in front of this token names what the number numbers: `Phase 6`."""
        if not index:
            return False
        before = self.tokens[index - 1]
        if before.kind != "w":
            return False
        if len(before.low) == 1 and self._ends_word(index - 1):
            return False
        low = f".{before.low}" if self.view[before.start - 1 : before.start] == "." else before.low
        if not self.words.sets["names"].isdisjoint((low, before.low)):
            return True
        return not self.series.isdisjoint([(before.low, self.tokens[index].low), (before.low, "")])


@cache
def arrows() -> frozenset[str]:
    """Signs that lead from a before to an after."""
    return frozenset(load("common")["arrows"])
