"""Words of state in the brackets at a line's end."""

from gonogo_review.claims.hits import hits
from gonogo_review.claims.line import Hit, Line
from gonogo_review.claims.marks import marks
from gonogo_review.claims.tallies import counted, is_compound

_LONG_BRACKET = 12
"""Tokens: in longer brackets only the end tells."""
_COMMAS = frozenset((",", ";", "，", "、", "；"))
_DIVIDERS = frozenset((",", ";", "-", "–", "—", "，", "、", ":", "·", "：", "；"))


def in_brackets(line: Line, found: list[Hit], first: int, last: int) -> list[Hit]:
    """At the head or the end of the bracket, or of a part of it behind a comma or a dash."""
    edges = [first, *(i + 1 for i in range(first, last) if _divides(line, i))]
    ends = [*(edge - 1 for edge in edges[1:]), last]
    if _lists_things(line, found, first, last):
        return []
    if _has_proviso(line, found, first, last):
        return [Hit("partial", first, last, line.text_of(first, last))]
    inner = [hit for hit in found if first <= hit.first and hit.last <= last and not _numbered(line, hit, first)]
    inner = [hit for hit in inner if hit.words != "go" or _in_capitals(line, hit)]  # 'Server (Go)' names a language
    inner = [hit for hit in inner if not _is_alternative(line, hit, first, last)]
    kept = [
        hit
        for hit in inner
        if hit.last in ends or (hit.first in edges and last - first <= _LONG_BRACKET and _opens(line, hit, last))
    ]
    kept = [
        hit
        for hit in kept
        if not (hit.words in line.words.sets["counted"] and counted(line, hit, first, marked=False))
        and not is_compound(line, hit)
    ]
    if line.tokens[first].low in line.words.sets["needs"] and last > first + 1 and _is_done(line, found, first):
        return [Hit("open", first, first + 1, line.tokens[first].low)]
    if not kept:
        kept = [
            hit
            for hit in hits(line, "parens")
            if first <= hit.first and hit.last == last and (last - first <= 2 or line.tokens[hit.first - 2].low == "/")
        ]
    return kept


def _in_capitals(line: Line, hit: Hit) -> bool:
    return line.view[line.tokens[hit.first].start : line.tokens[hit.last - 1].end].isupper()


def _has_proviso(line: Line, found: list[Hit], first: int, last: int) -> bool:
    """'READY FOR LAUNCH (pending the legal review)': a verdict that holds once something else is done."""
    verdicts = line.words.sets["verdicts"]
    judged = [
        hit
        for hit in found
        if hit.state == "done"
        and hit.last <= first
        and all(token.kind == "s" for token in line.tokens[hit.last : first])
        and not verdicts.isdisjoint((hit.words, *hit.words.split(" ")))
    ]
    return bool(judged) and _waits(line, first, last)


def _waits(line: Line, first: int, last: int) -> bool:
    """Whether what the brackets hold begins or ends with what puts a condition, and says on what."""
    provisos, tokens = line.words.sets["provisos"], line.tokens[first:last]
    if not tokens:
        return False
    if line.words.split is not None:
        text = line.view[tokens[0].start : tokens[-1].end].lower()
        return any(text.startswith(each) or text.endswith(each) for each in provisos if each != text)
    lows = [token.low for token in tokens]
    edges = [" ".join(part) for length in (1, 2, 3) for part in (lows[:length], lows[-length:]) if length < len(lows)]
    return not provisos.isdisjoint(edges)


def _lists_things(line: Line, found: list[Hit], first: int, last: int) -> bool:
    """'(CI skip, timeout, silent fail)', '(通过、拒绝)': parts not all of which say a state, or each another one."""
    edges = [first, *(i + 1 for i in range(first, last) if line.tokens[i].low in _COMMAS)]
    parts = list(zip(edges, [*(edge - 1 for edge in edges[1:]), last], strict=True))
    alone = all(end - edge == 1 for edge, end in parts)
    stating = all(any(edge <= hit.first and hit.last <= end for hit in found) for edge, end in parts)
    states = {hit.state for hit in found if first <= hit.first and hit.last <= last}
    if alone and stating and len(states) == len(parts) > 1:
        return True
    return len(parts) > 2 and (alone or not stating)


def _is_done(line: Line, found: list[Hit], first: int) -> bool:
    """Whether what stands in front of the brackets says done."""
    return any(hit.state == "done" and hit.last <= first for hit in found) or any(
        mark.state == "done" for mark in marks(line.view)
    )


def _opens(line: Line, hit: Hit, last: int) -> bool:
    """Whether a word at the head of brackets says a state: '(pending review)', not '(pending flag system)'."""
    if hit.state == "na" or _glued(line, hit):
        return False
    behind = line.tokens[hit.last] if hit.last < last else None
    if behind is not None and behind.kind == "w" and hit.words in line.words.sets["alone"]:
        return False
    return behind is None or last - hit.last <= 1 or behind.kind != "w" or behind.low in line.words.sets["stops"]


def _glued(line: Line, hit: Hit) -> bool:
    """'要確認事項': where no blanks stand, a word that goes on is part of a longer one."""
    behind = line.tokens[hit.last] if hit.last < len(line.tokens) else None
    return behind is not None and behind.kind == "w" and behind.start == line.tokens[hit.last - 1].end


def _is_alternative(line: Line, hit: Hit, first: int, last: int) -> bool:
    """'(success/failure)': words with a slash between them are what may be, not what is."""
    before = hit.first - 2 >= first and line.tokens[hit.first - 1].low == "/" and line.tokens[hit.first - 2].kind == "w"
    behind = hit.last + 1 < last and line.tokens[hit.last].low == "/" and line.tokens[hit.last + 1].kind == "w"
    return before or behind


def _numbered(line: Line, hit: Hit, first: int) -> bool:
    """'(5 paid, 3 cancelled)', '(1 harmless warning)', '（成功250件）': a number counts; a ratio or a share judges."""
    if line.words.split is not None and hit.last + 1 < len(line.tokens) and line.tokens[hit.last].kind == "n":
        return line.tokens[hit.last + 1].low not in ("%", "％", "/")
    at = hit.first - 1
    if hit.words in line.words.sets["zero_nouns"] and line.tokens[first].kind == "n":
        at = first
    if at < first or line.tokens[at].kind != "n" or line.named(at):
        return False
    return at == first or line.tokens[at - 1].low not in ("/", *line.words.sets["of"])


def _divides(line: Line, index: int) -> bool:
    """A comma, or a dash that is no hyphen: 'user-validated' is one word."""
    token = line.tokens[index]
    hyphen = token.low == "-" and not line.view[token.start - 1 : token.start].isspace()
    return token.low in _DIVIDERS and not hyphen
