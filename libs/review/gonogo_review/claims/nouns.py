"""What a number counts."""

from gonogo_review.claims.line import Line
from gonogo_review.claims.units import per_second

LONGEST = 4
"""Words looked at: a noun with its adjectives."""
_PARTS = 3
"""Tokens of 'in-scope'."""


def noun_after(line: Line, index: int) -> tuple[int, int]:
    """The words of the thing counted behind the number, as token indexes; `(0, 0)` where none follows."""
    tokens = line.tokens
    if (
        index < len(tokens)
        and tokens[index].low in ("-", "‑")
        and index
        and tokens[index].start == tokens[index - 1].end
    ):
        if index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end:
            index += 1
        else:
            return 0, 0
    if 0 < index < len(tokens) and tokens[index].low in line.words.sets["linking"]:
        index += tokens[index].start == tokens[index - 1].end
    end = index
    while end < len(tokens) and end < index + LONGEST and _is_noun(line, index, end):
        end += 1
    return (index, end) if end > index else (0, 0)


def _is_noun(line: Line, start: int, index: int) -> bool:
    token = line.tokens[index]
    if token.low in ("/", "-", "&") and index > start:
        return not per_second(line.tokens, index, line.words)
    if token.kind == "x":
        return index > start or False
    if token.kind not in "wi":
        return False
    if token.low in line.words.sets["per"] and index > start:
        return False
    if line.words.split is not None and line.words.matches(line.tokens, index, "after_comparators") is not None:
        return False
    if token.low in line.words.sets["stops"]:
        return index == start and _opens_compound(line, index)
    return token.low not in line.words.sets["months"]


def _opens_compound(line: Line, index: int) -> bool:
    """'in-scope pages', 'on-call teams': with hyphens a small word is a part of what is counted."""
    tokens = line.tokens[index : index + 3]
    glued = len(tokens) == _PARTS and tokens[1].low == "-" and tokens[2].kind == "w"
    return glued and tokens[0].end == tokens[1].start and tokens[1].end == tokens[2].start
