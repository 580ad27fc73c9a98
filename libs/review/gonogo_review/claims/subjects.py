"""What a line speaks of, so that the same thing is met elsewhere under other words of state."""

import re

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Hit, Line
from gonogo_review.lexicon.compiled import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONGEST = 16
"""Words kept: a longer subject meets nothing."""


def subject(line: Line, hits: list[Hit], found: list[Found], last: int | None = None) -> str:
    """The words of a line, or of its tokens up to `last`, without signs, states and amounts, in lower case."""
    said = {index for hit in hits for index in range(hit.first, hit.last)}
    said |= {index for amount in found for index in range(amount.first, amount.last)}
    end = len(line.tokens) if last is None else last
    label = _status_label(line, end)
    words = [
        token.low if token.kind != "x" else line.view[token.start : token.end]
        for index, token in enumerate(line.tokens[:end])
        if index >= label and index not in said and token.kind in "wi" and token.low not in line.words.sets["stops"]
    ]
    return " ".join(words[:LONGEST])


def plain_subject(view: str, words: Lexicon) -> str:
    """The same for a line without states and amounts, without looking at it token by token."""
    stops = words.sets["stops"]
    return " ".join([word for word in _WORD.findall(view.lower()) if word not in stops][:LONGEST])


def _status_label(line: Line, end: int) -> int:
    """Where the subject begins: behind `Status:`, which names nothing."""
    for index, token in enumerate(line.tokens[: min(end, 3)]):
        if token.low in (":", "：") and index and line.tokens[index - 1].low in line.words.sets["status_labels"]:
            return index + 1
    return 0
