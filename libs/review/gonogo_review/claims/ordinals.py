"""Numbers that say which one, or by which one something is told."""

from gonogo_review.claims.codes import is_permission
from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line


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
    head = all(token.kind == "s" for token in tokens[: found.first]) and found.first > 0
    return head and tokens[found.first - 1].low in ("(", "[") and found.last + 1 < len(tokens)
