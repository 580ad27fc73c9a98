"""None of what goes wrong, where a verb or a word behind says so."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Hit, Line, Segments
from gonogo_review.claims.marks import marks

_BETWEEN = 3
"""Tokens in which the verb follows what denies it: 'ошибки не были найдены'."""
_FARTHEST = 6
"""Tokens between the verb and what was not found."""


def not_found(line: Line, verb: int) -> Found | None:
    """'Ошибок сборки не обнаружено', 'Nie znaleziono błędów'."""
    tokens, sets = line.tokens, line.words.sets
    front = range(verb - 1, max(verb - 1 - _BETWEEN, -1), -1)
    denial = next((at for at in front if tokens[at].low in sets["negations"]), None)
    if denial is None or is_asked(line, denial) or not line.lows.isdisjoint(sets["zeros"] - {tokens[denial].low}):
        return None
    noun = _noun(line, range(verb + 1, min(verb + 1 + _FARTHEST, len(tokens))))
    if noun is None:
        noun = _noun(line, range(denial - 1, max(denial - 1 - _FARTHEST, -1), -1))
    return None if noun is None else none_of(line, denial, noun + 1)


def counts_alone(line: Line, index: int) -> bool:
    """Whether a thing that goes wrong is what is counted: not the errors of 'тесты на ошибки'."""
    sets = line.words.sets
    small = sets["stops"] - sets["joints"]
    return line.tokens[index].low in sets["zero_nouns"] and not (index and line.tokens[index - 1].low in small)


def _noun(line: Line, reach: range) -> int | None:
    """The first thing that goes wrong, before a sign."""
    for at in reach:
        if line.tokens[at].low in line.words.sets["zero_nouns"]:
            return at
        if line.tokens[at].kind not in "wi":
            return None
    return None


def none_of(line: Line, index: int, end: int) -> Found:
    """A zero that counts the words up to `end`."""
    token = line.tokens[index]
    return Found(0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(index + 1, end), word=True)


def is_asked(line: Line, index: int) -> bool:
    """'Verify that no errors remain': a word in front in the same sentence asks for it."""
    guards = line.words.sets["no_guards"]
    for token in reversed(line.tokens[:index]):
        if token.low == "." and line.view[token.end : token.end + 1].isspace():
            return False
        if token.low in guards:
            return True
    return False


def is_none(line: Line, hit: Hit, parts: Segments) -> bool:
    """'Otwarte: brak', 'Ошибки отсутствуют': what may be missing elsewhere is here none of what is counted."""
    first, last = parts.label
    if hit.words not in line.words.sets["none_words"]:
        return False
    if hit.last < parts.value[1] and any(mark.state == "done" for mark in marks(line.view)):
        return True  # '✅ Stability - brak awarii': what a good sign stands beside is not missing
    nouns = line.words.sets["zero_nouns"]
    beside = hit.first > 0 and counts_alone(line, hit.first - 1)
    return beside or any(token.low in nouns or line.words.state_of(token.low) for token in line.tokens[first:last])
