"""Words of state in a line: every one, with what negates it, wherever it stands."""

from typing import NamedTuple

from gonogo_review.claims.line import Line

_REACH = 3
"""Words between a negation and the state it turns."""


class Hit(NamedTuple):
    """A word of state: tokens `first` to `last`, half open."""

    state: str
    first: int
    last: int
    words: str
    table: str


def hits(line: Line, table: str = "states") -> list[Hit]:
    """The words of state, longest first; groups that only look like one shadow it."""
    found: list[Hit] = []
    index = 0
    tokens, words = line.tokens, line.words
    while index < len(tokens):
        phrase = words.matches(tokens, index, table) if tokens[index].low in words.phrases else None
        neutral = words.matches(tokens, index, "neutral") if tokens[index].low in words.phrases else None
        if neutral is not None and (phrase is None or len(neutral.words) >= len(phrase.words)):
            index += len(neutral.words)
        elif phrase is not None:
            hit = Hit(phrase.value, index, index + len(phrase.words), " ".join(phrase.words), table)
            found.extend(_turned(line, hit))
            index = hit.last
        else:
            index += 1
    return found


def _turned(line: Line, hit: Hit) -> list[Hit]:
    """A negation in front turns a state, or takes it away."""
    words = line.words
    for index in range(hit.first - 1, max(hit.first - 1 - _REACH, -1), -1):
        token = line.tokens[index]
        if token.kind == "s":
            break
        if token.low in words.sets["negations"]:
            if hit.state != "done":
                return []
            last = hit.words.split(" ")[-1]
            state = "failed" if last in words.sets["verdicts"] else "open"
            return [Hit(state, index, hit.last, f"{token.low} ... {hit.words}", hit.table)]
    return [hit]
