"""What an amount plays: how it is, how it was, how it became, what it must be, how much it changed."""

from gonogo_review.claims.arguments import is_setting
from gonogo_review.claims.changes import changes_by, opens_with_change, verb_behind
from gonogo_review.claims.demands import is_demanded, is_horizon, is_to_come, led_to
from gonogo_review.claims.found import Found
from gonogo_review.claims.labels import expects, label_role
from gonogo_review.claims.line import Line
from gonogo_review.claims.naming import (
    bound_by_name,
    ends_in_limit,
    is_aside,
    is_debt,
    is_length,
    is_moment,
    is_past,
    is_rate,
    is_rest,
    role_ending,
)
from gonogo_review.claims.pairs import BOUNDS, alternatives, bounds, is_change, judged, leads, sequels
from gonogo_review.claims.refusing import is_foreseen, is_refused_over
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import CURRENCIES, DURATIONS, SIZES

_NEAR = 5
"""Words behind an amount in which a word still speaks of it."""
_CLAUSE = 8
"""Tokens in front of a bound in which a condition asks for it."""
_UNFINISHED = frozenset({"partial", "open", "failed"})
_MEASURED = DURATIONS | SIZES | CURRENCIES | {"/s"}
_WHOLE = 100


class Roles:
    """The roles of one line's amounts. `scope` is what the section says: a role, or nothing."""

    def __init__(
        self, line: Line, found: list[Found], *, scope: str, state: str | None, marked: bool,
        todo: bool = False, among_statistics: bool = False,
    ) -> None:  # fmt: skip
        self.line = line
        self.found = found
        self.scope = scope
        self.state = state
        self.marked = marked
        self.todo = todo
        """An empty box stands in front: shares and bounds are what is to be reached."""
        self.among_statistics = among_statistics
        """Means and percentiles stand beside: the label 'Max' names what was measured."""

    def assign(self) -> None:
        """Gives each amount its role: its own words first, then arrows, then what the label or the section says."""
        if not self.found:
            return
        for index, amount in enumerate(self.found):
            if not amount.role:
                amount.role = self.own(index, amount)
        if len(self.found) > 1:
            bounds(self.line, self.found)
            self.arrows()
            alternatives(self.line, self.found)
            sequels(self.line, self.found)
        judged(self.line, self.found)
        label = label_role(self.line, self.found)
        for amount in self.found:
            if not amount.role:
                amount.role = self.fits(label, amount) or self.from_scope(amount)
        bound_by_name(self.line, *segments(self.line).label, self.found)

    def own(self, index: int, amount: Found) -> str:
        """By the words directly around it."""
        if self.among_statistics and not amount.comparator:
            return "value"
        front = "" if is_past(self.line, amount) else self.front(index, amount)
        behind = self.behind(index, amount)
        if self.is_delta(amount, front, behind):
            return "delta"
        if (
            behind == "target"
            or is_length(self.line, amount)
            or is_setting(self.line, amount)
            or ends_in_limit(self.line, amount)
            or self.set_in_motion(amount)
            or is_demanded(self.line, amount, front)
            or is_horizon(self.line, amount)
        ):
            return "target"
        if front == "after" and (self.todo or self.imperative() or label_role(self.line, self.found) == "target"):
            return "target"
        if front != "delta":
            return self.fits(front, amount)
        return ""

    def fits(self, role: str, amount: Found) -> str:
        """A limit is a target only of what is measured so: 'Timeouts: 5' counts, 'Limits: 100%' have been set."""
        if role == "timed":
            share = amount.unit == "%" and amount.low < _WHOLE
            return "target" if amount.unit in _MEASURED or share or is_rate(self.line, amount) else ""
        return role

    def is_delta(self, amount: Found, front: str, behind: str) -> bool:
        if amount.unit == "pp" or (amount.sign == "-" and not is_debt(self.line, amount)):
            return True
        if amount.unit == "x":
            return front != "target" and self.scope != "target"
        if amount.sign == "+":
            return self.scope != "target" or self.line.tokens[amount.first - 1].low in ("(", "（")
        if amount.unit in CURRENCIES and "delta" in (front, verb_behind(self.line, behind)) and not amount.comparator:
            return True
        if amount.unit == "%":
            fell = front == "delta" and amount.comparator not in ("<", "<=")
            return (
                (behind == "delta" and not led_to(self.line, amount))
                or fell
                or changes_by(self.line, amount)
                or (not front and opens_with_change(self.line, amount, self.state))
            )
        return behind == "added" or (front == "delta" and changes_by(self.line, amount))

    def set_in_motion(self, amount: Found) -> bool:
        """'Increase coverage to 80%' sets a target; 'after 30 minutes' and 'within 2 weeks' promise."""
        tokens, sets = self.line.tokens, self.line.words.sets
        before = tokens[amount.first - 1].low if amount.first else ""
        if (amount.unit in DURATIONS or amount.noun[1]) and is_moment(self.line, amount):
            return not any(other.role == "before" for other in self.found)
        if amount.comparator in BOUNDS and (self.asked(amount) or is_refused_over(self.line, amount)):
            return True
        if self.state == "done" or before not in sets["to"]:
            return False
        asked = any(token.low in sets["imperatives"] for token in tokens[: max(amount.first - 1, 0)])
        return asked and not self.line.from_before(amount.first)

    def asked(self, amount: Found) -> bool:
        """'Alert if the score drops below 90': the bound of a condition."""
        sets = self.line.words.sets
        clause = [token.low for token in self.line.tokens[max(amount.first - _CLAUSE, 0) : amount.first]]
        if not sets["conditions"].isdisjoint(clause):
            return True
        return self.state != "done" and not self.marked and not sets["guards"].isdisjoint(clause)

    def front(self, index: int, amount: Found) -> str:
        """The role of the words that touch the number from the left, over signs and small words."""
        first = self.found[index - 1].last if index else 0
        compared = (
            role_ending(self.line, max(first, amount.first), amount.number) if amount.first < amount.number else ""
        )
        if compared in ("target", "timed"):
            return "target"
        if is_aside(self.line, amount):
            return "before"
        touching = role_ending(self.line, first, amount.first)
        if touching:
            return touching
        at = amount.first - 1
        while at >= first and (
            self.line.tokens[at].kind == "s" or self.line.tokens[at].low in self.line.words.sets["glue"]
        ):
            if self.line.tokens[at].low in (",", ";", "，", ")", "）", "-", "–", "—", "+", "/"):
                return ""
            at -= 1
        role = role_ending(self.line, first, at + 1)
        return "target" if role == "value" and expects(self.line, segments(self.line)) else role

    def behind(self, index: int, amount: Found) -> str:
        """The role of a word in what is counted: '5-second requirement', '44% improvement'."""
        limit = self.found[index + 1].first if index + 1 < len(self.found) else len(self.line.tokens)
        stops = self.line.words.sets["stops"]
        for at in range(amount.last, min(limit, amount.last + _NEAR)):
            token = self.line.tokens[at]
            if token.low in self.line.words.sets["linking"]:
                continue
            phrase = self.line.words.matches(self.line.tokens, at, "roles_behind")
            small = token.low in stops and (phrase is None or len(phrase.words) == 1)
            if (token.kind == "s" and token.low != "-") or small:
                break
            if token.low in self.line.words.sets["added"] and amount.unit == "count" and at == amount.last:
                return "" if is_rest(self.line) else "added"
            if phrase is not None and phrase.text in self.line.words.sets["needed"] and self.describes(at, amount):
                return ""
            if phrase is not None and phrase.value != "timed":
                return "" if is_foreseen(self.line, phrase.text, amount) else phrase.value
            if phrase is not None and amount.unit in DURATIONS:
                return "target"
        return ""

    def describes(self, at: int, amount: Found) -> bool:
        """'All 8 required fields': a word within the name of what is counted says which ones."""
        return amount.unit == "count" and amount.noun[0] <= at < amount.noun[1] - 1

    def arrows(self) -> None:
        """`A -> B` and 'from A to B': before and after; a B not reached yet is a target and A is how it is."""
        pairs = [
            (left, right)
            for left, right in zip(self.found, self.found[1:], strict=False)
            if leads(self.line, left, right)
        ]
        chained = len(pairs) > 1 and any(left is other for left, _ in pairs for _, other in pairs)
        for left, right in pairs:
            if is_change(left) or is_change(right):
                continue
            between = {token.low for token in self.line.tokens[left.last : right.first]}
            coming = between & self.line.words.sets["modals"] - self.line.words.sets["to"] - {"to"}
            unfinished = (
                bool(coming)
                or self.state in _UNFINISHED
                or right.role == "target"
                or self.imperative()
                or self.scope == "target"
            )
            if chained:
                left.role = right.role = "target"
                continue
            left.role = "value" if unfinished else "before"
            right.role = "target" if unfinished else "after"
            if left.unit == "count" and right.unit != "count" and not left.noun[1]:
                left.unit = right.unit

    def imperative(self) -> bool:
        words, sets = [token.low for token in self.line.tokens if token.kind == "w"][:2], self.line.words.sets
        opening = words[1:] if words[:1] and words[0] in sets["stops"] else words[:1]
        return self.state != "done" and not sets["imperatives"].isdisjoint(opening)

    def from_scope(self, amount: Found) -> str:
        if (self.todo or self.imperative()) and (amount.unit == "%" or amount.comparator in BOUNDS):
            return "target"
        if self.todo and (is_to_come(self.line, amount) or (amount.unit == "count" and (amount.of or not amount.high))):
            return "target"
        return self.scope if self.scope in ("before", "after", "target") else "value"
