"""Words of state that say what may be, must be or is waited for."""

from gonogo_review.claims.line import Hit, Line, Segments

_REACH = 3
"""Words between what makes a state a wish and the state, in the same part of the line."""


def is_conditional(line: Line, hit: Hit, parts: Segments) -> bool:
    """'must pass', 'once approved', 'will be completed': not yet said."""
    if (hit.state != "na" and line.guarded(0, hit.first)) or line.conditioned(0, hit):
        return True
    if hit.state == "done" and line.preceded(0, hit.first):
        return True
    if hit.state == "done" and hit.first > 1 and line.tokens[hit.first - 2].low in line.words.sets["with"]:
        return True
    asked = line.words.sets["modals" if hit.state == "done" else "possible"]
    near = range(max(hit.first - _REACH, parts.tail[0] if parts.tail[0] <= hit.first else 0), hit.first)
    return any(line.tokens[index].low in asked and not leads_to_share(line, index + 1) for index in near)


def leads_to_share(line: Line, index: int) -> bool:
    """'zu 80 % erledigt': a share begins here."""
    shown = line.tokens[index : index + 2]
    return len(shown) > 1 and shown[0].kind == "n" and shown[1].low in ("%", "％")
