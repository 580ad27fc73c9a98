"""What the words of a name say of the amounts that it names."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import CURRENCIES, DURATIONS, LONG

_BEHIND_UNIT = 2
"""Tokens of an amount: a number with one word at least."""
_BOUNDS = frozenset({"<=", ">="})
_ELLIPSES = ("...", "…")


def role_ending(line: Line, first: int, end: int) -> str:
    """The role of the longest phrase that ends at this token."""
    openers = line.words.firsts["roles"]
    for start in range(max(first, end - 4), end):
        opens = line.tokens[start].low in openers
        phrase = line.words.matches(line.tokens, start, "roles") if opens else None
        if phrase is not None and start + len(phrase.words) == end:
            text = " ".join(phrase.words)
            return "timed" if text in line.words.sets["timed"] else phrase.value
    return ""


def is_past(line: Line, amount: Found) -> bool:
    """'过去3小时': the past hours are how long something took, and not how it was before."""
    return amount.unit in LONG and amount.first > 0 and line.tokens[amount.first - 1].low in line.words.sets["during"]


def is_moment(line: Line, amount: Found) -> bool:
    """'after 30 days', 'a cada 10 minutos', '10分ごと': the words around a time say when something is to happen."""
    moments, first = line.words.sets["moments"], amount.first
    front = [token.low for token in line.tokens[max(first - 2, 0) : first]]
    behind = line.tokens[amount.last].low if amount.last < len(line.tokens) else ""
    plain = not amount.word and line.words.sentence["universal"].isdisjoint(front)  # 'alle 12 Tests' are all of them
    if not moments.isdisjoint((" ".join(front), *front[-1:])) and (amount.unit in DURATIONS or plain):
        return True
    return (behind in moments and not behind.isascii()) or _is_within(line, amount)


def _is_within(line: Line, amount: Found) -> bool:
    words = " ".join([token.low for token in line.tokens[max(amount.first - 1, 0) : amount.number]])
    if line.words.split is not None and amount.unit in DURATIONS and amount.comparator == "<=":
        return line.tokens[amount.last - 1].low in line.words.sets["within"]
    return line.words.within.search(words) is not None


def ends_in_limit(line: Line, amount: Found) -> bool:
    """'10 MB max': the last word of the amount itself is one of limits."""
    if amount.last - amount.number < _BEHIND_UNIT:
        return False
    phrase = line.words.matches(line.tokens, amount.last - 1, "roles_behind")
    return phrase is not None and phrase.value == "target" and bool(amount.comparator)


def bound_by_name(name: Line, first: int, last: int, found: list[Found]) -> None:
    """'Max file size: 10 MB', 'Minimum length of a password: 6': what bounds the name bounds its goal."""
    if last - first <= 1 or name.lows.isdisjoint(name.words.firsts["comparators"]):
        return
    alone, limits = name.words.alone["comparators"], name.words.alone["roles"]
    lows = [token.low for token in name.tokens[first:last] if token.low in alone and token.low in limits]
    bounds = {alone[low].value for low in lows if limits[low].value == "target"} & _BOUNDS
    for amount in found if len(bounds) == 1 else ():
        if amount.role == "target" and not amount.comparator and amount.of is None and amount.low == amount.high:
            amount.comparator = min(bounds)


def sets_target(name: Line) -> bool:
    """Whether the first or the last word of a row's name, brackets aside, is one of limits and goals."""
    first, last = segments(name).value
    opening = name.words.matches(name.tokens, first, "roles") if last > first else None
    limit = name.words.matches(name.tokens, first, "roles_behind") if last > first else None
    if opening is not None and limit is not None and opening.value == limit.value == "target":
        return True
    phrase = name.words.matches(name.tokens, last - 1, "roles_behind") if last else None
    return phrase is not None and (phrase.value == "target" or phrase.text in name.words.sets["timed"])


def is_aside(line: Line, amount: Found) -> bool:
    """'180 ms (was 450 ms)'."""
    at, tokens = amount.first - 1, line.tokens
    return at > 0 and tokens[at].low in line.words.sets["asides"] and tokens[at - 1].low in ("(", "（", ",")


def is_rate(line: Line, amount: Found) -> bool:
    """'100 requests per minute', '5/min'."""
    end = amount.noun[1] or amount.last
    behind = line.tokens[end].low if end < len(line.tokens) else ""
    return behind == "/" or behind in line.words.sets["per"]


def is_debt(line: Line, amount: Found) -> bool:
    """'The page shows -$140': a sum of money behind a word is how it is, and no change."""
    return amount.unit in CURRENCIES and amount.first > 0 and line.tokens[amount.first - 1].kind == "w"


def is_rest(line: Line) -> bool:
    """'... and 12 more': what a list leaves out was not added."""
    text = line.view.strip(" ()*_-•")
    return text.startswith(_ELLIPSES) or text.endswith(_ELLIPSES)


def is_length(line: Line, amount: Found) -> bool:
    """'Validates names: 2-50 characters': how long a text may be."""
    first, last = amount.noun
    letters = line.words.sets["letters"]
    counted = any(token.low in letters for token in line.tokens[first:last])
    return counted and not line.lows.isdisjoint(line.words.sets["validating"])
