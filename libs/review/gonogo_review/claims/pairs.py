"""Two amounts beside each other: from and to, a value and its bound, alternatives."""

from itertools import pairwise

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line, arrows

BOUNDS = frozenset({"<", "<=", ">", ">="})
_OPEN, _CLOSE = frozenset("(（["), frozenset(")）]")


def bounds(line: Line, found: list[Found]) -> None:
    """'p95 < 300ms (actual: 245ms)': the bound is what the value had to keep; so it is in '245ms (<300ms)'.

    'Within 245 ms (limit: 300 ms)' gives both: what was kept, and what was to be kept.
    """
    for left, right in pairwise(found):
        bound = left.comparator in BOUNDS
        if left.unit != right.unit:
            continue
        if not left.role and right.role == "value" and bound:
            left.role = "target"
        elif left.role in ("", "value") and not right.role and not bound and _encloses(line, right):
            right.role = "target"
        elif left.role == right.role == "target" and bound and not right.comparator and _adds(line, left, right):
            left.role = "value"


def _adds(line: Line, left: Found, right: Found) -> bool:
    """Whether the second amount stands in brackets behind the first, with a word that says what it is."""
    between = [token.low for token in line.tokens[left.last : right.first]]
    opened = next((at for at, low in enumerate(between) if low in _OPEN), len(between))
    return any(low.isalpha() for low in between[opened:])


def _encloses(line: Line, bound: Found) -> bool:
    """Whether a bound is all that stands in its brackets."""
    tokens = line.tokens
    return (
        bound.comparator in BOUNDS
        and bound.first > 0
        and bound.last < len(tokens)
        and tokens[bound.first - 1].low in (*_OPEN, "-", "–", "—")
        and tokens[bound.last].low in _CLOSE
    )


def judged(line: Line, found: list[Found]) -> None:
    """'The mean is **good** (< 1000 ms)': the only amount says what a judgement was held against."""
    if len(found) != 1 or found[0].role or not _encloses(line, found[0]):
        return
    before = found[0].first - 2
    while before > 0 and line.tokens[before].kind == "s":
        before -= 1
    phrase = line.words.matches(line.tokens, before, "cells") if before >= 0 else None
    if phrase is not None and before and line.tokens[before - 1].kind != "s":
        found[0].role = "target"


def alternatives(line: Line, found: list[Found]) -> None:
    """'after 3600 seconds or 50,000 queries': what holds for the first holds for the second."""
    for left, right in pairwise(found):
        between = [token.low for token in line.tokens[left.last : right.first]]
        if left.role == "target" and not right.role and between and between[-1] in line.words.sets["joints"]:
            right.role = "target"


def sequels(line: Line, found: list[Found]) -> None:
    """'Was 4 s, now 1 s': what follows what was is what became, and the other way round; so does '1 s, from 4 s'."""
    for left, right in pairwise(found):
        if left.unit != right.unit:
            continue
        if not right.role and left.unit != "count" and _comes_from(line, right):
            right.role = "before"
        if left.role == "before" and (right.role == "value" or (right.comparator == "<=" and not right.role)):
            right.role = "after"
        elif right.role == "after" and left.role in ("", "value"):
            left.role = "before"


def _comes_from(line: Line, amount: Found) -> bool:
    """Whether 'from' stands in front of an amount, and means no 'of': Spanish and German have one word for both."""
    before = line.tokens[amount.first - 1].low if amount.first else ""
    return before in line.words.sets["from"] and before not in line.words.sets["of"]


def leads(line: Line, left: Found, right: Found) -> bool:
    """Whether an arrow stands between two amounts, or 'from' before the first and 'to' before the second."""
    between = [token.low for token in line.tokens[left.last : right.number]]
    if any(low in arrows() for low in between):
        return True
    if line.from_before(left.first):
        if _ends_in_to(line, between[: right.first - left.last]):
            return True
        if _ends_in_to(line, between):
            right.comparator = ""  # 'up to' leads to the number and bounds nothing
            return True
    return _ends_in(line, left, "from_behind") and _ends_in(line, right, "to_behind")


def _ends_in_to(line: Line, between: list[str]) -> bool:
    """Whether the words between two amounts end in one that says to, signs aside."""
    words = line.words.sets["to"]
    while between and not between[-1].isalnum():
        between.pop()
    return bool(between) and (between[-1] in words or " ".join(between[-2:]) in words)


def _ends_in(line: Line, amount: Found, name: str) -> bool:
    """Whether the amount has a suffix or a particle that says from or to: `450ms에서`, `450 ms'den`."""
    endings = line.words.sets[name]
    last = line.tokens[amount.last - 1].low
    behind = line.tokens[amount.last].low if amount.last < len(line.tokens) else ""
    if behind in ("'", "’") and amount.last + 1 < len(line.tokens):
        behind = line.tokens[amount.last + 1].low
    return behind in endings or last in endings or ("'" in last and last.rpartition("'")[2] in endings)


def is_change(amount: Found) -> bool:
    """Whether the amount itself, not a word beside it, tells a change: `3x`, `-20%`, `5pp`."""
    return amount.role == "delta" and (amount.unit in ("x", "pp") or bool(amount.sign))
