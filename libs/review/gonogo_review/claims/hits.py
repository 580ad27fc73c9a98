"""Words of state in a line: every one, with what negates it, wherever it stands."""

from gonogo_review.claims.line import Hit, Line

_MOST = 100
"""Words of state of one line that are looked at."""
_REACH = 3
"""Words between a negation and the state it turns."""


def hits(line: Line, table: str = "states") -> list[Hit]:
    """The words of state, longest first; groups that only look like one shadow it."""
    if table == "states" and line.hits is not None:
        return line.hits
    found: list[Hit] = []
    index = 0
    tokens, known = line.tokens, line.words.tables[table]
    if line.lows.isdisjoint(known):
        index = len(tokens)
    while index < len(tokens) and len(found) < _MOST:
        phrase = line.words.matches(tokens, index, table) if tokens[index].low in known else None
        if phrase is None:
            index += 1
            continue
        last = index + len(phrase.words)
        if phrase.value != "neutral":
            found.extend(_turned(line, Hit(phrase.value, index, last, phrase.text)))
        index = last
    if table == "states":
        line.hits = found
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
            return [Hit(state, index, hit.last, f"{token.low} ... {hit.words}")]
    return [hit]
