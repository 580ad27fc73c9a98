"""Words of state in a list of what there may be: 'pending, running, failed', 'DEBUG/INFO/ERROR'."""

from gonogo_review.claims.line import Hit, Line

_SEVERAL = 3


def is_enumerated(line: Line, hit: Hit, found: list[Hit]) -> bool:
    """Whether the word is one of several, each one word or a state, that name what there may be.

    What is 'built, tested and done' is done: a list that holds one state at most says it.
    """
    if line.lows.isdisjoint(line.joints):
        return False
    left, front = _members(line, hit.first, {each.last: each.first for each in found}, -1)
    right, behind = _members(line, hit.last, {each.first: each.last for each in found}, 1)
    led = _parts(line, front - 1) or line.tokens[front - 1].low in line.words.sets["stops"]
    if left + right + 1 < _SEVERAL or not (led and _parts(line, behind)):
        return False
    states = {each.state for each in found if front <= each.first < behind}
    return hit.state != "done" or len(states) > 1


def _members(line: Line, edge: int, spans: dict[int, int], step: int) -> tuple[int, int]:
    """How many members stand on this side of an edge, and where the last of them ends."""
    count, tokens = 0, line.tokens
    while 0 <= (joint := edge - (step < 0)) < len(tokens) and tokens[joint].low in line.joints:
        inner = joint + (step > 0)
        outer = spans.get(inner, inner + step)
        if min(inner, outer) < 0 or max(inner, outer) > len(tokens) or tokens[min(inner, outer)].kind != "w":
            break
        edge, count = outer, count + 1
    return count, edge


def _parts(line: Line, index: int) -> bool:
    """Whether nothing, or a sign, stands at this place: what the list is an end of has no more words."""
    return not 0 <= index < len(line.tokens) or line.tokens[index].kind == "s"
