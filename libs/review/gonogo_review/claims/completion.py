"""How much of a thing is done: a word of completion by the share that stands with it, '5/6 closed', '63 % complete'."""

import msgspec

from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.line import Hit, Line


def ratios(line: Line, found: list[Hit], *, marked: bool) -> list[Hit]:
    """'5/6 closed' is partial, '0/2 closed' open, '63 % complete' partial, where no sign says otherwise."""
    if marked or not any(hit.state == "done" for hit in found):
        return found
    return [_shared(line, hit) if hit.state == "done" else hit for hit in found]


def _shared(line: Line, hit: Hit) -> Hit:
    """A word of completion by the share that stands with it; 'reached 85% coverage' has reached its goal."""
    if hit.words in line.words.sets["attained"] and line.lows.isdisjoint(line.words.sets["progress"]):
        return hit
    share = _share(line, hit)
    if share is None or share >= 1:
        return hit
    return msgspec.structs.replace(hit, state="open" if share == 0 else "partial")


def _glued(line: Line, last: int, first: int) -> bool:
    """Whether one small word stands between: 'terminée à 92 %'."""
    return last + 1 == first and line.tokens[last].low in line.words.sets["glue"]


def _in_one_sentence(line: Line, hit: Hit, amount: Found) -> bool:
    """Whether no comma and no full stop stands between a word and an amount."""
    first, last = sorted((hit.first, amount.first))
    return not any(token.low in (",", ".", ";", "，", "。") for token in line.tokens[first:last])


def _share(line: Line, hit: Hit) -> float | None:
    """The share done: a percentage that touches the word, or `n/m` anywhere for words that count."""
    counted = hit.words in line.words.sets["counted"]
    for amount in amounts(line):
        if amount.of and counted:
            return amount.low / amount.of
        touches = hit.first == amount.last or hit.last == amount.first or _glued(line, hit.last, amount.first)
        near = counted and amount.noun == (0, 0) and _in_one_sentence(line, hit, amount)
        if amount.unit == "%" and amount.comparator in ("", "~") and (touches or near):
            return amount.low / 100
    return None
