"""Numbers that are words: 'two services', 'zero critical issues', 'doubled'."""

import re

from gonogo_review.claims.amount import take
from gonogo_review.claims.denied import counts_alone, is_asked, none_of, not_found
from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.nouns import noun_after
from gonogo_review.claims.prefixes import in_front
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import DURATIONS, unit

_ELISION = re.compile("['’]")
"""Behind it stands the noun itself: "d'erreurs"."""
_OPENING = frozenset("(（[")
_MEASURED = DURATIONS | {"x"}
_LONG_NOUN = 6
"""Letters: a shorter noun may end a word that has nothing to do with it."""
_PAIR = 2
_FARTHEST = 6
"""Tokens between 'no' and what says that none is left."""


def in_words(line: Line, index: int) -> Found | None:
    """`two services`, `zero critical issues`, `doubled`."""
    token, words = line.tokens[index], line.words
    if token.low in words.multiples:
        value = words.multiples[token.low]
        return Found(value, value, token.start, token.end, index, index + 1, unit="x", role="delta", word=True)
    if token.low in words.sets["discovered"]:
        return not_found(line, index)
    if token.low in words.sets["zeros"] or (token.low in words.sets["without"] and _heads(line, index)):
        zero = _zero(line, index)
        if zero is not None or token.low not in words.sets["none_words"]:
            return zero
    if token.low in words.sets["none_words"]:
        return _none(line, index)
    return _counted(line, index)


def _counted(line: Line, index: int) -> Found | None:
    """A number that is a word, and what it measures or counts: 'two services', 'drei Tage'."""
    token, words = line.tokens[index], line.words
    value = words.numbers.get(token.low, 0.0)
    if not value or index + 1 >= len(line.tokens) or line.named(index):
        return None
    if index and line.tokens[index - 1].low in words.sets["zeros"]:
        return None  # 'ни одной ошибки': the word in front has counted
    found = Found(value, value, token.start, token.end, index, index + 1, number=index, word=True)
    measured = unit(line.tokens, index + 1, line.view, words)
    if measured is not None and measured.name in _MEASURED:
        take(line, found, measured)
        in_front(line, found, None)
        return found
    found.noun = noun_after(line, index + 1)
    if _only_tells_how(line, found):
        return None
    glued = line.tokens[index + 1].start == token.end
    if not found.noun[1] or (glued and not _counter(line, index + 1)):
        return None
    if token.low in words.sets["weak_numbers"] and not _goes_wrong(line, found):
        return None
    found.unit = "count"
    in_front(line, found, None)
    if found.first < found.number and line.tokens[found.first].low in words.sets["during"]:
        found.comparator = ""
    return found


def _heads(line: Line, index: int) -> bool:
    """'- Sin errores de compilación': not 'done without errors', which tells how it was done.

    So it is behind a dash with blanks around it, and behind a comma in brackets: 'Bien hecho (43 s, sin errores)'.
    """
    if not index or line.tokens[index - 1].kind != "s":
        return not index
    before = line.tokens[index - 1]
    if before.low == "-":
        return before.end < line.tokens[index].start
    if before.low != ",":
        return before.low != "/"
    return any(token.low in _OPENING for token in line.tokens[max(index - _FARTHEST, 0) : index])


def _only_tells_how(line: Line, found: Found) -> bool:
    """'two-factor sign-in', 'déclenché deux fois': a way to do something, and how often it was done."""
    behind = line.tokens[found.noun[0]].low if found.noun[1] else ""
    return behind in line.words.sets["loose_times"] or (found.low == _PAIR and behind in line.words.sets["factors"])


def _goes_wrong(line: Line, found: Found) -> bool:
    """'eine Warnung': what small words count is one only where it is something that goes wrong."""
    first, last = found.noun
    return any(token.low in line.words.sets["zero_nouns"] for token in line.tokens[first:last])


def _counter(line: Line, index: int) -> bool:
    """Whether a counter word stands here, as in `三个` or `5つ`."""
    return index < len(line.tokens) and line.tokens[index].low in line.words.sets["counters"]


def _none(line: Line, index: int) -> Found | None:
    """'Critical issues: none'."""
    behind = _behind_noun(line, index)
    if behind is not None:
        return behind
    first, last = segments(line).label
    alone = last + 1 == index and not any(token.kind in "wni" for token in line.tokens[index + 1 :])
    if not alone or not any(token.low in line.words.sets["zero_nouns"] for token in line.tokens[first:last]):
        return None
    token = line.tokens[index]
    return Found(0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(first, last), word=True)


def _behind_noun(line: Line, index: int) -> Found | None:
    """'Hata yok', 'エラーなし': the noun stands in front, and nothing follows."""
    token, sets = line.tokens[index], line.words.sets
    if index + 1 < len(line.tokens) and line.tokens[index + 1].kind != "s":
        return None
    at = index - 1
    while at > 0 and line.tokens[at].low in sets["stops"]:
        at -= 1
    if at < 0 or not counts_alone(line, at) or is_asked(line, index):
        return None
    return Found(0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(at, at + 1), word=True)


def _zero(line: Line, index: int) -> Found | None:
    """`zero`, `no`: a zero where they count something that goes wrong."""
    token, words = line.tokens[index], line.words
    weak = token.low in words.sets["weak_zeros"] or token.low in words.sets["without"]
    nouns = words.sets["no_nouns" if weak else "zero_nouns"]
    if index + 1 < len(line.tokens) and line.tokens[index + 1].low == "-":
        return None
    if weak and (is_asked(line, index) or index < segments(line).label[1]):
        return None
    if index and line.tokens[index - 1].end == token.start and line.tokens[index - 1].low in nouns:
        return Found(
            0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(index - 1, index), word=True
        )
    reach = index + (3 if weak else 5)
    while reach < len(line.tokens) and _only_narrows(line, index + 1, reach):
        reach += 1
    for at in range(index + 1, min(reach, len(line.tokens))):
        if weak and line.tokens[at].low in words.sets["direct_nouns"] and at > index + 1:
            return None
        if _is_noun(line, line.tokens[at].low, nouns):
            if weak and at + 1 < len(line.tokens) and line.tokens[at + 1].low in words.sets["needed"]:
                return None
            return none_of(line, index, at + 1)
        if line.tokens[at].kind == "s" and line.tokens[at].low not in ("/", "-"):
            break
    return _gone(line, index) or _faulty(line, index)


def _gone(line: Line, index: int) -> Found | None:
    """'No old references remain': whatever it is, none is left."""
    left = line.words.sets["left"]
    if line.lows.isdisjoint(left):
        return None
    for at in range(index + 1, min(index + _FARTHEST, len(line.tokens))):
        token = line.tokens[at]
        if token.low in left:
            return none_of(line, index, at) if at > index + 1 and _is_plural(line, at - 1) else None
        if token.kind not in "wi" and token.low != "-":
            return None
    return None


def _is_noun(line: Line, word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of the nouns, elided or not; where nouns grow together, a longer one ends in it."""
    return (
        word in nouns
        or _ELISION.split(word)[-1] in nouns
        or (line.words.compounds and word.endswith(tuple([n for n in nouns if len(n) >= _LONG_NOUN])))
    )


def _faulty(line: Line, index: int) -> Found | None:
    """'No duplicate rows', 'ningún enlace roto': a thing that goes wrong by its adjective, on either side."""
    words, last = [token.low for token in line.tokens[index + 1 : index + 3]], index + 3
    found = len(words) > 1 and not line.words.sets["faulty"].isdisjoint(words)
    if not found or any(token.kind not in "wi" for token in line.tokens[index + 1 : last]):
        return None
    return none_of(line, index, last) if _is_plural(line, last - 1) else None


def _is_plural(line: Line, at: int) -> bool:
    """English counts none of several: 'no missing data' is no number."""
    return line.words.language != "en" or line.tokens[at].low.endswith("s")


def _only_narrows(line: Line, first: int, last: int) -> bool:
    """'No critical or high-severity issues': words between that say which."""
    narrowing = line.words.sets["zero_adjectives"]
    return all(token.low in narrowing or token.low in ("-", "/") for token in line.tokens[first:last])
