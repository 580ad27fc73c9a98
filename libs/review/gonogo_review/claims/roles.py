"""What an amount plays: how it is, how it was, how it became, what it must be, how much it changed."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line, arrows
from gonogo_review.claims.units import SHORTEST_FIRST
from gonogo_review.lexicon.compiled import Phrase

_NEAR = 4
"""Words behind an amount in which a word still speaks of it."""

_UNFINISHED = frozenset({"partial", "open", "failed"})


class Roles:
    """The roles of one line's amounts. `scope` is what the section says: a role, or nothing."""

    def __init__(self, line: Line, found: list[Found], *, scope: str, state: str | None, marked: bool) -> None:
        self.line = line
        self.found = found
        self.scope = scope
        self.state = state
        self.marked = marked

    def assign(self) -> None:
        """Gives each amount its role: its own words first, then arrows, then what the section says."""
        for index, amount in enumerate(self.found):
            if not amount.role:
                amount.role = self.own(index, amount)
        self.arrows()
        for amount in self.found:
            if not amount.role:
                amount.role = self.from_scope(amount)

    def own(self, index: int, amount: Found) -> str:
        """By the words around it, up to the amounts beside it."""
        left = self.words_before(index, amount)
        right = self.words_behind(index, amount)
        if self.is_delta(amount, left, right):
            return "delta"
        for phrase in (*reversed(left), *right):
            if phrase.value in ("target", "value", "before", "after"):
                return phrase.value
        if self.line.words.sets["imperatives"] & {token.low for token in self.line.tokens[:1]} and not self.marked:
            behind = self.line.tokens[amount.first - 1].low if amount.first else ""
            if behind in self.line.words.sets["to"]:
                return "target"
        return ""

    def is_delta(self, amount: Found, left: list[Phrase], right: list[Phrase]) -> bool:
        if amount.unit == "pp" or amount.sign == "-":
            return True
        if amount.unit == "x":
            return not any(phrase.value == "target" for phrase in left)
        if amount.sign == "+":
            return True
        if any(phrase.value == "delta" for phrase in right[:1]):
            return amount.unit == "%" or amount.unit == "count"
        return amount.unit == "%" and any(phrase.value == "delta" for phrase in left[-1:])

    def words_before(self, index: int, amount: Found) -> list[Phrase]:
        """Words with a role between the amount before and this one, within its clause."""
        first = self.found[index - 1].last if index else 0
        return self.phrases(first, amount.first, stop_behind=True)

    def words_behind(self, index: int, amount: Found) -> list[Phrase]:
        """Words with a role directly behind."""
        last = self.found[index + 1].first if index + 1 < len(self.found) else len(self.line.tokens)
        end = amount.last
        while end < min(last, amount.last + _NEAR) and (self.line.tokens[end].kind != "s" or self.line.tokens[end].low == "-"):
            end += 1
        return self.phrases(amount.last, end, stop_behind=False)

    def phrases(self, first: int, last: int, *, stop_behind: bool) -> list[Phrase]:
        found: list[Phrase] = []
        index = first
        while index < last:
            token = self.line.tokens[index]
            if stop_behind and token.low in (";", "；", ")", "）"):
                found.clear()
            phrase = self.line.words.matches(self.line.tokens, index, "roles") if token.kind == "w" else None
            if phrase is not None and index + len(phrase.words) <= last:
                found.append(phrase)
                index += len(phrase.words)
            else:
                index += 1
        return found

    def arrows(self) -> None:
        """`A -> B` and 'from A to B': before and after; a B not reached yet is a target and A is how it is."""
        for left, right in zip(self.found, self.found[1:], strict=False):
            if not self.leads(left, right) or (left.role == "delta" and left.unit == "x"):
                continue
            if left.role == "target" and self.scope == "target":
                right.role = "target"
                continue
            unfinished = self.state in _UNFINISHED or right.role == "target" or self.imperative()
            chained = left.role in ("after", "target")
            if not chained:
                left.role = "value" if unfinished else "before"
            right.role = "target" if unfinished else "after"
            if left.unit == "count" and right.unit != "count" and not left.noun[1]:
                left.unit = right.unit

    def imperative(self) -> bool:
        first = next((token.low for token in self.line.tokens if token.kind == "w"), "")
        return first in self.line.words.sets["imperatives"]

    def leads(self, left: Found, right: Found) -> bool:
        """Whether an arrow stands between two amounts, or 'from' before the first and 'to' before the second."""
        between = [token.low for token in self.line.tokens[left.last : right.first]]
        if any(low in arrows() for low in between):
            return True
        words = self.line.words.sets
        return bool(between) and between[-1] in words["to"] and self.line.from_before(left.first)

    def from_scope(self, amount: Found) -> str:
        if self.scope in ("before", "after", "target"):
            return self.scope
        first = self.line.tokens[amount.first - 1].low if amount.first else ""
        if first in self.line.words.sets["within"] and amount.unit in SHORTEST_FIRST:
            return "target"
        return "value"
