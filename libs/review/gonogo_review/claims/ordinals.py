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


def is_enumerator(line: Line, found: Found) -> bool:
    """'both (1) the import and (2) the export', '1) build 2) test': the number of a part of a sentence."""
    if ")" not in line.lows or "1" not in line.lows or "2" not in line.lows or not _enumerates(line, found.number):
        return False
    listed = {line.tokens[at].low for at in line.numbers if _enumerates(line, at)}
    return {"1", "2", line.tokens[found.number].low} <= listed


def _enumerates(line: Line, at: int) -> bool:
    """Whether a number stands alone in its brackets, or has one behind it and the line opens none; more follows."""
    tokens = line.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].low != ")" or tokens[at + 1].start != tokens[at].end:
        return False
    opened = at > 0 and tokens[at - 1].low == "("
    return (opened or "(" not in line.lows) and tokens[at + 2].kind != "s"


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
