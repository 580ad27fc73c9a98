"""Numbers that say which one, or by which one something is told."""

from gonogo_review.claims.codes import is_permission
from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line

_STARS = frozenset("⭐★☆🌟")
"""Behind them a ratio says how many there are."""
_PERCENTILES = frozenset([50, 75, 80, 90, 95, 98, 99, 99.5, 99.9, 99.95, 99.99])


def is_ordinal(line: Line, found: Found) -> bool:
    """`2단계`, `3章`: the word behind the number says which one."""
    behind = line.tokens[found.last] if found.last < len(line.tokens) else None
    if behind is None or behind.low not in line.words.sets["ordinals"] or found.low != found.high:
        return False
    return behind.start == found.end and not found.comparator and not found.sign


def is_per(line: Line, found: Found) -> bool:
    """`1日あたり`, `1인당`: one of what a rate is told by."""
    end = found.noun[1] or found.last
    behind = line.tokens[end].low if end < len(line.tokens) else ""
    return found.low == 1 and not behind.isascii() and behind in line.words.sets["per"]


def is_step(line: Line, found: Found) -> bool:
    """`24/7`, and `(3/10)` in front of a text: which step it is."""
    if found.of == 7 and found.low == 24:
        return True
    if line.named(found.first) or is_permission(line, found):
        return True
    tokens = line.tokens
    before = tokens[: found.first]
    head = all(token.kind == "s" and token.low not in _STARS for token in before) and found.first > 0
    return head and tokens[found.first - 1].low in ("(", "[") and found.last + 1 < len(tokens)


def is_percentile(line: Line, found: Found) -> bool:
    """`90% response time`, `95% Line`: at the head of a name that ends there, it says which one of all times."""
    if found.unit != "%" or found.low not in _PERCENTILES or found.comparator:
        return False
    if any(token.kind != "s" for token in line.tokens[: found.first]):
        return False
    for length in (3, 2, 1):
        end = found.last + length
        if " ".join([token.low for token in line.tokens[found.last : end]]) in line.words.sets["latencies"]:
            return end >= len(line.tokens) or line.tokens[end].kind in "sn"
    return False
