"""States at the head of a line and in its last column: `[OK] Backup`, `PASS backup`, `Lag   9 min   PASSED`."""

import re

from gonogo_review.claims.hits import hits
from gonogo_review.claims.line import Hit, Line
from gonogo_review.claims.marks import tag_state, todo_words
from gonogo_review.lexicon.compiled import Lexicon

_OPEN, _CLOSE = frozenset("[(【"), frozenset("])】")
_LINKING = frozenset("([")
_LONGEST = 5
"""Tokens of a tag, its brackets among them: `[not started]`."""
_TAG = re.compile(r"[ \t>]*[\[【]\s*(?P<tag>[^\W\d_][^\[\]【】()]{1,24}?)\s*[\]】](?![(\[])")
_COLUMN = re.compile(r"\S\s{3,}(?P<last>\S+(?: \S+){0,2})\s*$")
"""Three blanks or more part columns."""


def is_tagged(line: str, words: Lexicon) -> bool:
    """Whether a line of text begins with a state in square brackets."""
    match = _TAG.match(line)
    if match is None:
        return False
    told = " ".join([token.low for token in words.tokens(match["tag"])])
    return bool(tag_state(match["tag"].lower()) or words.state_of(told))


def head_tag(line: Line) -> list[Hit]:
    """`[WIP] Docs`, `TODO: write it`: a tag in front of an item."""
    tokens = line.tokens[:_LONGEST]
    opened = bool(tokens) and tokens[0].low in _OPEN
    if not opened and line.lows.isdisjoint(todo_words()):
        return []
    first = int(opened)
    for last in range(len(tokens) - 1, first, -1):
        text = line.view[tokens[first].start : tokens[last - 1].end].lower()
        behind = tokens[last].low
        state = tag_state(text) if opened and behind in _CLOSE else ""
        if not opened and behind in (":", "：", "-") and text in todo_words():
            state = tag_state(text)
        if state and (behind != ")" or last + 1 < len(line.tokens)):
            return [Hit(state, first, last, text)]
    return [hit for hit in hits(line)[:1] if _fills(line, hit)] if opened else []


def _fills(line: Line, hit: Hit) -> bool:
    """`[Erledigt] Sicherung`, `【完了】移行`: a word of state is all that the brackets at the head hold."""
    if hit.first != 1 or hit.last + 1 >= len(line.tokens):
        return False
    closing, behind = line.tokens[hit.last : hit.last + 2]
    return closing.low in _CLOSE and behind.low not in _LINKING


def result_word(line: Line) -> list[Hit]:
    """`PASS src/a.test.ts`: what test runners print in capitals in front of a name."""
    if len(line.tokens) < 2 or (line.tokens[1].kind == "s" and line.tokens[1].low in ":=|"):
        return []
    first = line.tokens[0]
    printed = line.view[first.start : first.end]
    state = tag_state(first.low) if printed.isupper() and len(printed) > 1 else ""
    return [Hit(state, 0, 1, first.low)] if state else []


def in_column(line: Line) -> list[Hit]:
    """`Restarts      0      PASSED`: a state is all that a line of plain text has in its last column.

    It is printed in capitals, or its key asks for a state; 'Severity   Closed' heads a table.
    """
    match = _COLUMN.search(line.view)
    if match is None or not (match["last"].isupper() or line.tokens[0].low in line.words.sets["status_labels"]):
        return []
    start, end = match.span("last")
    tokens = line.tokens
    found = [hit for hit in hits(line) if tokens[hit.first].start == start and tokens[hit.last - 1].end == end]
    state = tag_state(match["last"].lower()) if not found else ""
    first = next((at for at, token in enumerate(tokens) if token.start >= start), 0)
    return [Hit(state, first, len(tokens), match["last"].lower())] if state else found


def has_columns(line: str) -> bool:
    """Whether a line of text has its last words in a column of their own."""
    return _COLUMN.search(line) is not None
