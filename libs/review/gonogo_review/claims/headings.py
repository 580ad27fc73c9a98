"""What a heading's words say of all that stands below it: 'Completed tasks', '五、已修复的问题'."""

from gonogo_review.claims.hits import hits
from gonogo_review.claims.line import Hit, Line, Segments
from gonogo_review.lexicon.compiled import Lexicon

_LONGEST = 3
"""Words of a state in front of what it is said of."""
_LONGEST_NAME = 6
"""Tokens of a name in front of its state."""
_DASHES, _COLONS = frozenset("-–—"), frozenset(":：")
_NUMERALS = frozenset("一二三四五六七八九十")
_NUMBERED = frozenset((".", "、", "．", ")", "）"))


def heading_words(line: Line, parts: Segments) -> list[Hit]:
    """The state of the tasks, items or tests that a heading announces."""
    if line.lows.isdisjoint(line.words.sets["heading_nouns"]):
        return []
    opening = _state_from(line, _opening(line)) or _needed(line, parts)
    if opening or line.words.split is None:
        return opening
    return _in_front_of_last(line, parts)


def names_fault(line: Line, hit: Hit) -> bool:
    """'Timeouts — Missing indexes', 'Disk warning (read this)': a fault that the section is about, no state of it."""
    sets, tokens = line.words.sets, line.tokens
    behind = tokens[hit.last] if hit.last < len(tokens) else None
    if hit.words in sets["faulty"] and behind is not None and behind.kind == "w":
        return behind.low not in sets["stops"] | line.words.sentence["adverbs"] and not line.words.state_of(behind.low)
    return hit.words in sets["zero_nouns"] and hit.first > 0 and tokens[hit.first - 1].kind == "w"


def _needed(line: Line, parts: Segments) -> list[Hit]:
    """'Mejoras necesarias', 'Actions required': work that is to be done."""
    sets, last = line.words.sets, parts.value[1] - 1
    work = last > 0 and line.tokens[last].low in sets["needed"] and line.tokens[last - 1].low in sets["heading_nouns"]
    return [Hit("open", last, last + 1, line.tokens[last].low)] if work else []


def _opening(line: Line) -> int:
    """Where the words begin: behind the heading's number, which may be a word ('三、')."""
    start = next((at for at, token in enumerate(line.tokens) if token.kind == "w"), 0)
    numbered = line.tokens[start].low in _NUMERALS and start + 1 < len(line.tokens)
    return start + 2 if numbered and line.tokens[start + 1].low in _NUMBERED else start


def _state_from(line: Line, start: int) -> list[Hit]:
    """The state that begins here and that a noun of headings follows, a particle at most between them."""
    tokens, words = line.tokens, line.words
    for length in range(_LONGEST, 0, -1):
        text = " ".join(token.low for token in tokens[start : start + length])
        end = start + length
        if text not in words.sets["heading_states"] or end >= len(tokens):
            continue
        if tokens[end].low in words.sets["linking"]:
            end += 1
        if end < len(tokens) and tokens[end].low in words.sets["heading_nouns"]:
            state = words.state_of(text) or _uninflected(words, text) or _by_participle(line, text)
            if state:
                return [Hit(state, start, start + length, text)]
    return []


def _uninflected(words: Lexicon, text: str) -> str:
    """The state of a word without what it takes on in front of a noun: 'erledigte'."""
    stems = [text.removesuffix(ending).rstrip() for ending in words.sets["endings"] if text.endswith(ending)]
    return next((state for stem in stems if (state := words.state_of(stem))), "")


def _by_participle(line: Line, text: str) -> str:
    """'完了した', '완료된': a form that only stands in front of nouns says what its word says."""
    return next((phrase.value for phrase in line.words.tables["participles"].get(text.split(" ", maxsplit=1)[0], ())
                 if phrase.text == text), "")  # fmt: skip


def _in_front_of_last(line: Line, parts: Segments) -> list[Hit]:
    """'本次完成的模块': where modifiers stand in front, the state may stand behind what says when or by whom."""
    last = parts.value[1]
    for start in range(max(parts.value[0], last - _LONGEST - 2), last - 1):
        found = _state_from(line, start)
        linked = found and line.tokens[found[0].last].low in line.words.sets["linking"]
        if linked and found[0].last + 2 == last:
            return found
    return []


def named_state(line: Line, own: frozenset[str]) -> list[Hit]:
    """'Phase 2 complete: search', 'Backend migration done - 5 services': a subject and its state lead what it held."""
    first = next((at for at, token in enumerate(line.tokens) if token.kind == "w"), 0)
    for hit in hits(line):
        led = line.tokens[first : hit.first]
        if hit.last >= len(line.tokens) or len(led) > _LONGEST_NAME or not _leads(line, hit.last):
            continue
        words = [token.low for token in led if token.kind in "wi"]
        named = {*words[:1], *words[-1:]}
        if line.words.sets["stops"].isdisjoint(words) and named & (line.words.sentence["subjects"] | own):
            return [hit]
    return []


def _leads(line: Line, index: int) -> bool:
    """Whether a colon, or a dash between blanks, stands here with more behind it."""
    token = line.tokens[index]
    dash = token.low in _DASHES and line.view[token.start - 1].isspace()
    return (dash or token.low in _COLONS) and index + 1 < len(line.tokens)
