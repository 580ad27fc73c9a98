"""What a line speaks of, so that the same thing is met elsewhere under other words of state."""

import re

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Hit, Line
from gonogo_review.lexicon.compiled import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COLONS = frozenset(":：")
LONGEST = 16
"""Words kept: a longer subject meets nothing."""


def subject(line: Line, hits: list[Hit], found: list[Found], last: int | None = None) -> str:
    """The words of a line, or of its tokens up to `last`, without signs, states and amounts, in lower case."""
    end = len(line.tokens) if last is None else last
    stops = line.words.sets["stops"]
    said = set(range(_status_label(line, end)))
    parts: list[Hit | Found] = [*hits, *found]
    for part in parts:
        said.update(range(part.first, part.last))
    words = [
        token.low
        for index, token in enumerate(line.tokens[:end])
        if token.kind in "wi" and index not in said and token.low not in stops
    ]
    return " ".join(words[:LONGEST])


def plain_subject(view: str, words: Lexicon) -> str:
    """The same for a line without states and amounts, without looking at it token by token."""
    stops = words.sets["stops"]
    return " ".join([word for word in _WORD.findall(view.lower()) if word not in stops][:LONGEST])


def _status_label(line: Line, end: int) -> int:
    """Where the subject begins: behind `Status:`, which names nothing."""
    if line.lows.isdisjoint(_COLONS):
        return 0
    for index, token in enumerate(line.tokens[: min(end, 3)]):
        if token.low in _COLONS and index and line.tokens[index - 1].low in line.words.sets["status_labels"]:
            return index + 1
    return 0
