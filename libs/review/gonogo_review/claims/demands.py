"""What something must become, 'must be raised to 80%', '需提升至 80%', and what is to come: 'first 24 hours'."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import CURRENCIES, DURATIONS

_REACH = 8
"""Tokens of a clause in which a demand still speaks of an amount."""
_ENDS = frozenset(",;.，；。、")
_APOSTROPHES = frozenset("'’")
_CLOSE = frozenset(")）")
_OPEN = frozenset(("", "value", "after"))
"""Roles that the words beside an amount give, and that a demand overrides."""


def is_demanded(line: Line, amount: Found, front: str) -> bool:
    """Whether a word such as 'must' speaks of what is to be reached, and not of how many must do something.

    `front` is the role that the words in front of the amount give it.
    """
    sets = line.words.sets
    if front not in _OPEN:
        return False
    if not line.lows.isdisjoint(sets["imperatives"]) and _asked_at_end(line, amount):
        return True
    if line.lows.isdisjoint(sets["demands"]):
        return False
    return _asked_before(line, amount, front) or _asked_behind(line, amount)


def is_horizon(line: Line, amount: Found) -> bool:
    """'(First 24 hours)', 'Next 3-5 days': a time ahead, which ends a title or stands alone in brackets."""
    before = line.tokens[amount.first - 1].low if amount.first else ""
    if amount.unit not in DURATIONS or before not in line.words.sets["horizons"]:
        return False
    return amount.last >= len(line.tokens) or line.tokens[amount.last].low in _CLOSE


def is_to_come(line: Line, amount: Found) -> bool:
    """Whether an open box promises an amount: money, a time, things to win; not those to mend, and not all of them."""
    if amount.unit in CURRENCIES | DURATIONS:
        return True
    bracketed = any(first <= amount.first < last for first, last in segments(line).brackets)
    if amount.unit != "count" or amount.word or bracketed:
        return False
    known = line.words.sets["mends"] | line.words.sentence["universal"] | line.words.sets["tallied"]
    return line.lows.isdisjoint(known)


def led_to(line: Line, amount: Found) -> bool:
    """Whether a word such as 'to' leads to the number, perhaps as a bound: 'auf 80 %', 'до 80%', "all'80%"."""
    leads = line.words.sets["to"]
    near = [
        token.low for token in line.tokens[max(amount.first - 2, 0) : amount.number] if token.low not in _APOSTROPHES
    ]
    return near[-1:] != [] and near[-1] in leads


def _asked_before(line: Line, amount: Found, front: str) -> bool:
    tokens, sets = line.tokens, line.words.sets
    if front != "after" and not led_to(line, amount):
        return False
    for token in reversed(tokens[max(amount.first - _REACH, 0) : amount.first]):
        if token.low in _ENDS:
            return False
        if token.low in sets["demands"]:
            return True
    return False


def _asked_behind(line: Line, amount: Found) -> bool:
    """Where the verb ends the sentence, what leads to the amount stands behind it, and so does the demand."""
    sets = line.words.sets
    clause = [token.low for token in line.tokens[amount.last : amount.last + _REACH]]
    leads = clause[:1] and (clause[0] in sets["to_behind"] or amount.comparator or amount.unit == "%")
    if not sets["to_behind"] or not leads:
        return False
    end = next((at for at, low in enumerate(clause) if low in _ENDS), len(clause))
    return not sets["demands"].isdisjoint(clause[:end])


def _asked_at_end(line: Line, amount: Found) -> bool:
    """'auf 80 % erhöhen', '80%に上げる': the verb is all that follows what leads to the amount."""
    behind = [token.low for token in line.tokens[amount.last :] if token.kind != "s"]
    leads = behind[:1] != [] and behind[0] in line.words.sets["to_behind"]
    verbs = behind[leads:]
    return len(verbs) == 1 and verbs[0] in line.words.sets["imperatives"] and (leads or led_to(line, amount))
