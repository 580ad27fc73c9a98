"""Which words of state stand in a status position."""

from gonogo_review.claims.hits import hits
from gonogo_review.claims.line import Hit, Line, Segments, arrows
from gonogo_review.claims.marks import marks
from gonogo_review.claims.segments import segments

_REACH = 3
_PAIRED = 2
"""'done and tested': tokens behind the first of two words that say how far a thing is."""
_FEW = 6
_LONG_BRACKET = 12
_QUOTES = frozenset("\"'“”‘’«»「」`")
_DIVIDERS = frozenset((",", ";", "-", "–", "—", "，", "、", ":", "·", "：", "；"))


def stated(line: Line, parts: Segments, *, marked: bool) -> list[Hit]:
    """The words that count: at the end, at the head of a value or of what follows a dash, in brackets at the end."""
    found = [hit for hit in hits(line) if not _quoted(line, hit)]
    if not found and (not parts.brackets or line.lows.isdisjoint(line.words.firsts["parens"])):
        return []
    led = _behind_arrow(line)
    kept = []
    for first, last in parts.brackets:
        kept += _in_brackets(line, found, first, last)
    for hit in found:
        if hit.first >= led and (_at_end(line, hit, parts, marked) or _at_head(line, hit, parts)):
            kept.append(hit)
    return [hit for hit in kept if not _conditional(line, hit) and not (_describes(line, hit, parts) and not marked)]


def _behind_arrow(line: Line) -> int:
    """Where an arrow leads: what stands before it is over."""
    if line.lows.isdisjoint(arrows()):
        return 0
    return max(index for index, token in enumerate(line.tokens) if token.low in arrows())


def _quoted(line: Line, hit: Hit) -> bool:
    before = line.tokens[hit.first - 1].low if hit.first else ""
    behind = line.tokens[hit.last].low if hit.last < len(line.tokens) else ""
    return before in _QUOTES and behind in _QUOTES


def _at_end(line: Line, hit: Hit, parts: Segments, marked: bool) -> bool:
    """The last word of the main part, unless it only counts: '272 passing'."""
    first, last = parts.value
    if hit.first < first or not (hit.last == last or _ends_clause(line, hit, parts)):
        return False
    if _is_compound(line, hit):
        return False
    return hit.words not in line.words.sets["counted"] or not _counted(line, hit, first, marked)


def _is_compound(line: Line, hit: Hit) -> bool:
    """'Server error' names a thing; 'error' alone says how it is."""
    return hit.words in line.words.sets["alone"] and hit.first > 0 and line.tokens[hit.first - 1].kind == "w"


def _ends_clause(line: Line, hit: Hit, parts: Segments) -> bool:
    """Behind a dash, a word in front of a comma ends what it says: '- All prerequisites met, clear path'."""
    inside = parts.tail[0] < hit.first and hit.last < parts.tail[1]
    return inside and hit.state == "done" and line.tokens[hit.last].low in (",", ";", "，")


def _counted(line: Line, hit: Hit, first: int, marked: bool) -> bool:
    """Whether a plain number governs the word. A ratio, a full share and 'all' judge; a number counts."""
    if hit.first == first:
        return False
    numbers = [
        index
        for index in range(max(first, hit.first - _FEW), hit.first)
        if line.tokens[index].kind == "n"
        and not line.named(index)
        and not _is_key(line, index)
        and not _is_outline(line, index)
    ]
    if not numbers:
        return any(token.low in line.words.sets["zeros"] for token in line.tokens[first : hit.first])
    if line.tokens[numbers[-1]].low == "0":
        return True
    before = line.tokens[numbers[-1] - 1].low if numbers[-1] else ""
    behind = line.tokens[numbers[-1] + 1].low if numbers[-1] + 1 < len(line.tokens) else ""
    if before == "/" or behind == "/" or before in line.words.sets["of"]:
        return False
    if behind in ("%", "％"):
        return (
            hit.words in line.words.sets["tallied"]
            and line.tokens[numbers[-1]].low not in ("100", "100.0")
            and not marked
        )
    return not marked


def _is_outline(line: Line, index: int) -> bool:
    """The number of a heading or an item: `2. Login completed`."""
    head = all(token.kind == "s" for token in line.tokens[:index])
    return head and line.tokens[index + 1].low in (".", ")")


def _is_key(line: Line, index: int) -> bool:
    """The number of a ticket: `ATL-1044`."""
    if index < 2:
        return False
    hyphen, word = line.tokens[index - 1], line.tokens[index - 2]
    return (
        hyphen.low == "-" and word.kind == "w" and word.end == hyphen.start and hyphen.end == line.tokens[index].start
    )


def _at_head(line: Line, hit: Hit, parts: Segments) -> bool:
    """The first word of a value or behind a dash, as a word of its own."""
    starts = []
    if parts.label[1] > parts.label[0]:
        starts.append(_skip_signs(line, parts.value[0], parts.value[1]))
    if parts.tail[1] > parts.tail[0]:
        starts.append(_skip_signs(line, parts.tail[0], parts.tail[1]))
    if hit.first in starts:
        return stands_alone(line, hit)
    return _opens(line, hit, parts)


def _opens(line: Line, hit: Hit, parts: Segments) -> bool:
    """'Blocked by the vendor': a word that only says a state opens the item and leads on with a small word."""
    if parts.label[1] > parts.label[0] or hit.words not in line.words.sets["predicative"]:
        return False
    first = hit.first == _skip_signs(line, parts.value[0], parts.value[1])
    return first and (hit.last >= len(line.tokens) or line.tokens[hit.last].low in line.words.sets["stops"])


def _skip_signs(line: Line, first: int, last: int) -> int:
    while first < last and line.tokens[first].kind == "s":
        first += 1
    return first


def stands_alone(line: Line, hit: Hit) -> bool:
    """What follows is not what the word describes: no noun, and behind a verb nothing at all."""
    if hit.last >= len(line.tokens):
        return True
    behind = line.tokens[hit.last]
    if (
        behind.kind in "sd"
        or hit.words in line.words.sets["predicative"]
        or hit.words.split(" ")[0] in line.words.sets["predicative"]
    ):
        return True
    if hit.words in line.words.sets["verbs"]:
        return behind.low in line.joints and hit.last + _PAIRED >= len(line.tokens)
    several = len(hit.words.split(" ")) > 1 and hit.words.split(" ")[-1] not in line.words.sets["attributive"]
    return behind.low in line.words.sets["stops"] or hit.state == "needing" or several


def _in_brackets(line: Line, found: list[Hit], first: int, last: int) -> list[Hit]:
    """At the head or the end of the bracket, or of a part of it behind a comma or a dash."""
    edges = [first, *(i + 1 for i in range(first, last) if _divides(line, i))]
    ends = [*(edge - 1 for edge in edges[1:]), last]
    if len(edges) > 2 and all(end - edge == 1 for edge, end in zip(edges, ends, strict=True)):
        return []
    inner = [hit for hit in found if first <= hit.first and hit.last <= last and not _numbered(line, hit, first)]
    inner = [hit for hit in inner if not _is_alternative(line, hit, first, last)]
    kept = [hit for hit in inner if (hit.first in edges and last - first <= _LONG_BRACKET) or hit.last in ends]
    kept = [
        hit
        for hit in kept
        if not (hit.words in line.words.sets["counted"] and _counted(line, hit, first, marked=False))
        and not _is_compound(line, hit)
    ]
    if not kept and last - first <= 2:
        kept = [hit for hit in hits(line, "parens") if first <= hit.first and hit.last == last]
    return kept


def _numbered(line: Line, hit: Hit, first: int) -> bool:
    """'(5 paid, 3 cancelled)': a number in front of the word counts it; a ratio or a share judges."""
    at = hit.first - 1
    if at < first or line.tokens[at].kind != "n" or line.named(at):
        return False
    return at == first or line.tokens[at - 1].low not in ("/", *line.words.sets["of"])


def _is_alternative(line: Line, hit: Hit, first: int, last: int) -> bool:
    """'(success/failure)': words with a slash between them are what may be, not what is."""
    before = hit.first - 2 >= first and line.tokens[hit.first - 1].low == "/" and line.tokens[hit.first - 2].kind == "w"
    behind = hit.last + 1 < last and line.tokens[hit.last].low == "/" and line.tokens[hit.last + 1].kind == "w"
    return before or behind


def _divides(line: Line, index: int) -> bool:
    """A comma, or a dash that is no hyphen: 'user-validated' is one word."""
    token = line.tokens[index]
    hyphen = token.low == "-" and not line.view[token.start - 1 : token.start].isspace()
    return token.low in _DIVIDERS and not hyphen


def _conditional(line: Line, hit: Hit) -> bool:
    """'must pass', 'once approved', 'will be completed': not yet said."""
    if hit.state in ("done", "partial", "failed") and line.guarded(0, hit.first):
        return True
    modals = line.words.sets["modals"]
    return hit.state == "done" and any(
        line.tokens[index].low in modals for index in range(max(hit.first - _REACH, 0), hit.first)
    )


def _describes(line: Line, hit: Hit, parts: Segments) -> bool:
    """Behind 'Problem:' or 'Cause:' a failure is described, not stated; a heading that asks states nothing."""
    first, last = parts.label
    words = [token.low for token in line.tokens[first:last] if token.kind == "w"]
    if words and _asks_for_other(line, first):
        return True
    if words and hit.state != "done":
        described = line.words.sets["described"]
        if " ".join(words) in described or words[-1] in described:
            return True
    opening = next((token.low for token in line.tokens if token.kind == "w"), "")
    return opening in line.words.sets["questions"]


def _asks_for_other(line: Line, first: int) -> bool:
    """'Owner: TBD', 'Due: pending': no state of a thing."""
    start = _skip_signs(line, first, len(line.tokens))
    phrase = line.words.matches(line.tokens, start, "columns") if start < len(line.tokens) else None
    return phrase is not None and phrase.value in ("owner", "date")


def as_status(line: Line, first: int, last: int) -> list[Hit]:
    """The states of a status cell, or of the value of a key such as `Status`."""
    parts = segments(line, first, last)
    found = [hit for hit in stated(line, parts, marked=False) if hit.first >= first]
    start = _skip_signs(line, first, last)
    found += [
        hit for hit in hits(line) if hit.first == start and hit not in found and first <= hit.first and hit.last <= last
    ]
    if not found and not marks(line.view):
        end = parts.value[1]
        found = [hit for hit in hits(line, "cells") if hit.first == start and hit.last == end and hit.last <= last]
    return found
