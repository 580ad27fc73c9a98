"""Words of state in a line: every one, with what negates it, wherever it stands."""

from itertools import pairwise

from gonogo_review.claims.line import Hit, Line

_MOST = 100
"""Words of state of one line that are looked at."""
_ENDS = frozenset(",;.:(–—，；。、：（")
_REACH = 3
"""Words between a negation and the state it turns."""


def hits(line: Line, table: str = "states") -> list[Hit]:
    """The words of state, longest first; groups that only look like one shadow it."""
    if table == "states" and line.hits is not None:
        return line.hits
    found: list[Hit] = []
    tokens, known = line.tokens, line.words.firsts[table]
    behind = 0
    for index, token in enumerate(() if line.lows.isdisjoint(known) else tokens):
        if index < behind or token.low not in known:
            continue
        phrase = line.words.matches(tokens, index, table)
        if phrase is None:
            continue
        behind = index + len(phrase.words)
        if phrase.value != "neutral" and len(found) < _MOST and not _is_small(line, index, phrase.text):
            found.extend(_turned(line, Hit(phrase.value, index, behind, phrase.text)))
    if table == "states":
        line.hits = found
    return found


def _is_small(line: Line, index: int, text: str) -> bool:
    """Polish and Portuguese `na` is 'on': what is also a small word says a state only in capitals."""
    token = line.tokens[index]
    return text in line.words.sets["stops"] and not line.view[token.start : token.end].isupper()


def _is_kept_away(line: Line, hit: Hit) -> bool:
    """'Expired tokens rejected', 'SQL injection blocked': what is unwanted was refused, as it should be."""
    unwanted = line.words.sets["unwanted"]
    if line.lows.isdisjoint(unwanted):
        return False
    before = line.tokens[: hit.first]
    start = max((at for at, token in enumerate(before) if token.low in _ENDS), default=0)
    return any(token.low in unwanted for token in before[start:])


def is_nearly_all(line: Line, hit: Hit) -> bool:
    """'Nearly all tasks are complete', 'почти всё готово'."""
    partly, universal = line.words.sets["partly"], line.words.sentence["universal"]
    if line.lows.isdisjoint(partly):
        return False
    pairs = pairwise(line.tokens[max(hit.first - 1 - _REACH, 0) : hit.last])
    return any(first.low in partly and second.low in universal for first, second in pairs)


def _turned(line: Line, hit: Hit) -> list[Hit]:
    """A negation in front turns a state, or takes it away; 'partly' halves it; 'safely rejected' is no failure."""
    words = line.words
    if hit.state == "done" and hit.first and line.tokens[hit.first - 1].low in words.sets["partly"]:
        return [Hit("partial", hit.first - 1, hit.last, f"{line.tokens[hit.first - 1].low} {hit.words}")]
    if hit.state == "done" and is_nearly_all(line, hit):
        return [Hit("partial", hit.first, hit.last, hit.words)]
    if hit.state == "failed" and hit.first and line.tokens[hit.first - 1].low in words.sets["conducts"]:
        return []
    if hit.words in words.sets["wards"] and _is_kept_away(line, hit):
        return []
    for index in range(hit.first - 1, max(hit.first - 1 - _REACH, -1), -1):
        token = line.tokens[index]
        if token.kind == "s":
            break
        if token.low in words.sets["negations"]:
            if hit.state != "done":
                return []
            last = hit.words.split(" ")[-1]
            state = "failed" if last in words.sets["verdicts"] else "open"
            return [Hit(state, index, hit.last, f"{token.low} ... {hit.words}")]
    return [hit]
