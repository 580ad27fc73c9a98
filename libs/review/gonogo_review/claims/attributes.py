"""Adjectives of state that only say which things are meant."""

from gonogo_review.claims.line import Hit, Line, Segments

_SEVERAL = 2
"""Words of a name that an adjective behind it may belong to."""
_NEAREST = 3
"""'Corregir el fallo': words in front of an adjective that can only belong to the noun."""


def describes_noun(line: Line, hit: Hit, parts: Segments, *, marked: bool) -> bool:
    """'✅ Lista de facturas pendientes', 'Corregir las pruebas fallidas': adjectives that stand behind their noun."""
    sets = line.words.sets
    if not sets["plurals"] or " " in hit.words or hit.first >= parts.value[1]:
        return False
    start = parts.tail[0] if parts.tail[0] <= hit.first < parts.tail[1] else parts.value[0]
    while start < hit.first and line.tokens[start].kind == "s":
        start += 1
    if start >= hit.first or line.tokens[hit.first - 1].kind != "w":
        return False
    several = hit.words.endswith(tuple(sets["plurals"]))
    if _asks_for_deed(line, start):
        return several or hit.first - start == _NEAREST
    return marked and several and _is_named(line, start, hit.first)


def _asks_for_deed(line: Line, start: int) -> bool:
    """Whether an infinitive and what it is done to stand here."""
    verb, behind = line.tokens[start], line.tokens[start + 1 : start + 2]
    led = bool(behind) and (behind[0].kind == "n" or behind[0].low in line.words.sets["articles"])
    return led and verb.low.endswith(tuple(line.words.sets["infinitives"]))


def _is_named(line: Line, first: int, last: int) -> bool:
    """Whether these tokens are a name of several words that says nothing of itself and counts nothing."""
    said = line.tokens[first:last]
    if any(token.kind not in "wi" or token.low in line.words.sentence["copulas"] for token in said):
        return False
    small = line.words.sets["stops"] | line.words.sentence["adverbs"]
    return said[-1].low not in small and sum(token.low not in small for token in said) >= _SEVERAL
