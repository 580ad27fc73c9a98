"""Which words of state stand in a status position."""

from gonogo_review.claims.attributes import describes_noun
from gonogo_review.claims.brackets import in_brackets
from gonogo_review.claims.conditional import is_conditional, leads_to_share
from gonogo_review.claims.denied import is_none
from gonogo_review.claims.enumerated import is_enumerated
from gonogo_review.claims.hits import hits
from gonogo_review.claims.labels import expects
from gonogo_review.claims.line import Hit, Line, Segments, arrows
from gonogo_review.claims.marks import marks
from gonogo_review.claims.segments import segments
from gonogo_review.claims.tallies import counted, is_compound

_PAIRED = 2
"""'done and tested': tokens behind the first of two words that say how far a thing is."""
_SENTENCE = 8
"""Tokens: what brackets hold beyond is a remark, beside a sign that says the state."""
_FEW = 5
"""Tokens in which a number still counts a word."""
_REMARKS = frozenset(",;，、-–—")
_QUOTES = frozenset("\"'“”‘’«»「」`")


def stated(line: Line, parts: Segments, *, marked: bool) -> list[Hit]:
    """The words that count: at the end, at the head of a value or of what follows a dash, in brackets at the end."""
    found = [hit for hit in hits(line) if not _is_another(line, hit, parts)]
    found = [hit for hit in found if not describes_noun(line, hit, parts, marked=marked)]
    if not found and (not parts.brackets or line.lows.isdisjoint(line.words.bracketed)):
        return []
    led = _behind_arrow(line)
    kept = []
    for first, last in parts.brackets:
        if not (last - first > _SENTENCE and (marked or marks(line.view))):
            kept += in_brackets(line, found, first, last)
    for hit in found:
        placed = _at_end(line, hit, parts, marked) or _at_head(line, hit, parts) or _behind_number(line, hit)
        if hit.first >= led and placed:
            kept.append(hit)
    return [
        hit
        for hit in kept
        if not is_conditional(line, hit, parts) and not (_describes(line, hit, parts) and not marked)
    ]


def _behind_arrow(line: Line) -> int:
    """Where an arrow leads: what stands before it is over. Several lead through the steps of a course."""
    if line.lows.isdisjoint(arrows()):
        return 0
    found = [index for index, token in enumerate(line.tokens) if token.low in arrows()]
    return found[-1] if len(found) == 1 else len(line.tokens)


def _is_added(line: Line, hit: Hit) -> bool:
    """'Details + 发货 + 取消': a member of a sum names a part."""
    return hit.first > 0 and line.tokens[hit.first - 1].low in ("+", "＋")


def _hangs(line: Line, hit: Hit) -> bool:
    """'Paper-ready': the end of a word of its own."""
    if hit.first < 2 or hit.words != "ready":
        return False
    hyphen, before = line.tokens[hit.first - 1], line.tokens[hit.first - 2]
    return hyphen.low == "-" and before.end == hyphen.start and hyphen.end == line.tokens[hit.first].start


def _is_another(line: Line, hit: Hit, parts: Segments) -> bool:
    """Whether the word stands for something else than a state of what the line is about."""
    if _quoted(line, hit) or _hangs(line, hit) or _is_added(line, hit) or is_none(line, hit, parts):
        return True
    return _is_alternative(line, hit) or is_enumerated(line, hit, hits(line))


def _is_alternative(line: Line, hit: Hit) -> bool:
    """'A badge for pending/running/failed': the last of several states is none of the line's."""
    before = line.tokens[hit.first - 2] if hit.first > 1 and line.tokens[hit.first - 1].low == "/" else None
    return before is not None and line.words.state_of(before.low) not in ("", hit.state)


def _quoted(line: Line, hit: Hit) -> bool:
    before = line.tokens[hit.first - 1].low if hit.first else ""
    behind = line.tokens[hit.last].low if hit.last < len(line.tokens) else ""
    return before in _QUOTES and behind in _QUOTES


def _at_end(line: Line, hit: Hit, parts: Segments, marked: bool) -> bool:
    """The last word of the main part, unless it only counts: '272 passing'; behind a key 'two tests fixed' judges."""
    first, last = parts.value
    if hit.first < first or not (_is_last(line, hit, last) or _ends_clause(line, hit, parts)):
        return False
    if is_compound(line, hit):
        return False
    if hit.state != "done" and _none_of_them(line, hit, first):
        return False
    keyed = parts.label[1] > parts.label[0] and hit.state == "done" and hit.words not in line.words.sets["tallied"]
    return keyed or hit.words not in line.words.sets["counted"] or not counted(line, hit, first, marked)


def _is_last(line: Line, hit: Hit, last: int) -> bool:
    """Whether nothing stands behind a word, or an adverb: 'passing successfully'."""
    adverb = hit.last + 1 == last and line.tokens[hit.last].low in line.words.sentence["adverbs"]
    return hit.last == last or (adverb and hit.state == "done") or _paired(line, hit, last)


def _none_of_them(line: Line, hit: Hit, first: int) -> bool:
    """'0 stories blocked or incomplete'."""
    for token in reversed(line.tokens[max(first, hit.first - _FEW) : hit.first]):
        if token.kind == "n":
            return token.low == "0"
        if token.low in (",", ";", ".", "%"):
            return False
    return False


def _behind_number(line: Line, hit: Hit) -> bool:
    """'Phase 3 (complete): the index': all that brackets hold behind a number of the plan."""
    opening, closing = hit.first - 1, hit.last
    if opening < 1 or closing >= len(line.tokens) or line.tokens[opening - 1].kind != "n":
        return False
    if not line.named(opening - 1):
        return False
    return line.tokens[opening].low in ("(", "（") and line.tokens[closing].low in (")", "）")


def _paired(line: Line, hit: Hit, last: int) -> bool:
    """'All features implemented and working'."""
    return (
        hit.last + _PAIRED == last
        and line.tokens[hit.last].low in line.joints
        and line.tokens[hit.last].kind == "w"
        and line.tokens[hit.last + 1].low in line.words.sentence["working"]
    )


def _ends_clause(line: Line, hit: Hit, parts: Segments) -> bool:
    """Behind a dash, a word in front of a comma ends what it says: '- All prerequisites met, clear path'."""
    inside = parts.tail[0] < hit.first and hit.last < parts.tail[1]
    return inside and hit.state == "done" and line.tokens[hit.last].low in (",", ";", "，")


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
        shared = behind.low in line.words.sets["glue"] and leads_to_share(line, hit.last + 1)
        return shared or (behind.low in line.joints and hit.last + _PAIRED >= len(line.tokens))
    several = len(hit.words.split(" ")) > 1 and hit.words.split(" ")[-1] not in line.words.sets["attributive"]
    return behind.low in line.words.sets["stops"] or hit.state == "needing" or several


def _describes(line: Line, hit: Hit, parts: Segments) -> bool:
    """Behind 'Problem:' or 'Cause:' a failure is described, not stated; a heading that asks states nothing."""
    first, last = parts.label
    words = [token.low for token in line.tokens[first:last] if token.kind == "w"]
    if words and (_asks_for_other(line, first) or expects(line, parts)):
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
        found = [hit for hit in hits(line, "cells") if hit.first == start and _ends_value(line, hit, parts.value[1])]
    return found


def _ends_value(line: Line, hit: Hit, end: int) -> bool:
    """Whether nothing stands behind the word, or a sign and a remark that takes nothing back: 'Yes, with 12 users'."""
    if hit.last >= end:
        return hit.last == end
    return line.tokens[hit.last].low in _REMARKS and not line.guarded(hit.last, end)
