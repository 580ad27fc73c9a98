"""Which words of state stand in a status position."""

from gonogo_review.claims.hits import Hit, hits
from gonogo_review.claims.line import Line
from gonogo_review.claims.segments import Segments, segments

_REACH = 3
_FEW = 6


def stated(line: Line, parts: Segments, *, marked: bool) -> list[Hit]:
    """The words that count: at the end, at the head of a value or of what follows a dash, in brackets at the end."""
    found = hits(line)
    kept = []
    for first, last in parts.brackets:
        kept += _in_brackets(line, found, first, last)
    for hit in found:
        if _at_end(line, hit, parts, marked) or _at_head(line, hit, parts):
            kept.append(hit)
    return [hit for hit in kept if not _conditional(line, hit)]


def _at_end(line: Line, hit: Hit, parts: Segments, marked: bool) -> bool:  # noqa: FBT001 - a fact of the line
    """The last word of the main part, unless it only counts: '272 passing'."""
    first, last = parts.value
    if hit.last != last or hit.first < first:
        return False
    if hit.words not in line.words.sets["counted"]:
        return True
    return not _counted(line, hit, first, marked)


def _counted(line: Line, hit: Hit, first: int, marked: bool) -> bool:  # noqa: FBT001 - a fact of the line
    """Whether a plain number governs the word. A ratio, a share and 'all' judge; a number counts."""
    if hit.first == first:
        return False
    numbers = [index for index in range(first, hit.first) if line.tokens[index].kind == "n"]
    if not numbers:
        return any(token.low in line.words.sets["zeros"] for token in line.tokens[first : hit.first])
    before = line.tokens[numbers[-1] - 1].low if numbers[-1] else ""
    behind = line.tokens[numbers[-1] + 1].low if numbers[-1] + 1 < len(line.tokens) else ""
    if before == "/" or behind in ("/", "%", "％") or before in line.words.sets["of"]:
        return False
    return not marked and hit.first - numbers[-1] < _FEW


def _at_head(line: Line, hit: Hit, parts: Segments) -> bool:
    """The first word of a value or behind a dash, as a word of its own."""
    starts = []
    if parts.label[1] > parts.label[0]:
        starts.append(_skip_signs(line, parts.value[0], parts.value[1]))
    if parts.tail[1] > parts.tail[0]:
        starts.append(_skip_signs(line, parts.tail[0], parts.tail[1]))
    return hit.first in starts and _stands_alone(line, hit)


def _skip_signs(line: Line, first: int, last: int) -> int:
    while first < last and line.tokens[first].kind == "s":
        first += 1
    return first


def _stands_alone(line: Line, hit: Hit) -> bool:
    """What follows is not what the word describes: no noun, and behind a verb nothing at all."""
    if hit.last >= len(line.tokens):
        return True
    behind = line.tokens[hit.last]
    if behind.kind in "sd":
        return True
    if hit.words.split(" ")[0] in line.words.sets["verbs"] and len(hit.words.split(" ")) == 1:
        return False
    return (
        behind.low in line.words.sets["stops"] or hit.state in ("partial", "failed") or hit.words.startswith("needs ")
    )


def _in_brackets(line: Line, found: list[Hit], first: int, last: int) -> list[Hit]:
    """At the head or the end of the bracket, or of a part of it behind a comma or a dash."""
    inner = [hit for hit in found if first <= hit.first and hit.last <= last]
    edges = [
        first,
        *(i + 1 for i in range(first, last) if line.tokens[i].low in (",", ";", "-", "–", "—", "，", "、", ":")),
    ]
    ends = [*(edge - 1 for edge in edges[1:]), last]
    kept = [hit for hit in inner if (hit.first in edges and last - first <= 2 * _FEW) or hit.last in ends]
    kept = [
        hit
        for hit in kept
        if not (hit.words in line.words.sets["counted"] and _counted(line, hit, first, marked=False))
    ]
    if not kept and last - first <= 2:  # noqa: PLR2004 - a word with its adverb
        kept = [hit for hit in hits(line, "parens") if first <= hit.first and hit.last == last]
    return kept


def _conditional(line: Line, hit: Hit) -> bool:
    """'must pass', 'once approved', 'will be completed': not yet said."""
    if hit.state != "done":
        return False
    words = line.words
    return any(line.tokens[index].low in words.sets["modals"] for index in range(max(hit.first - _REACH, 0), hit.first))


def as_status(line: Line, first: int, last: int) -> list[Hit]:
    """The states of a status cell, or of the value of a key such as `Status`."""
    parts = segments(line, first, last)
    found = [hit for hit in stated(line, parts, marked=False) if hit.first >= first]
    start = _skip_signs(line, first, last)
    found += [
        hit for hit in hits(line) if hit.first == start and hit not in found and first <= hit.first and hit.last <= last
    ]
    if not found:
        end = parts.value[1]
        found = [hit for hit in hits(line, "cells") if hit.first == start and hit.last == end and hit.last <= last]
    return found
