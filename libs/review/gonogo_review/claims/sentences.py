"""Sentences that say how far the whole thing is: 'The migration is now complete.'"""

from gonogo_review.claims.hits import hits, is_nearly_all
from gonogo_review.claims.line import Hit, Line

_NAME_WORDS = range(2, 5)
_COLONS = frozenset((":", "："))
_ASKING = frozenset(("?", "？"))
_ASKING = frozenset("?？")
_DASHES = frozenset("–—")
_ENDS = frozenset((".", "!", "?", "？", ";", "。", "！", "；", "．"))


def status_sentences(line: Line, own: frozenset[str], *, of_one_word: bool = False) -> list[Hit]:
    """The states that sentences of this line give to the report's own subject. `own` holds the words of its title.

    `of_one_word`: in an item a longer subject is a thing of its own: 'Core functionality is operational'.
    """
    found = hits(line)
    if not found and not _has_verb(line):
        return []
    stated: list[Hit] = []
    for first, last in _sentences(line):
        if last < len(line.tokens) and line.tokens[last].low in _ASKING:
            continue
        inner = [hit for hit in found if first <= hit.first and hit.last <= last and hit.state != "na"]
        found_here = _of_sentence(line, first, last, inner, own)
        stated += [hit for hit in found_here if not of_one_word or _is_short(line, first, hit)]
    return stated


def _is_short(line: Line, first: int, hit: Hit) -> bool:
    """Whether one word, or 'all' of something, stands before what is said."""
    said = [token.low for token in line.tokens[first : hit.first] if token.kind in "wi"]
    words = [word for word in said if word not in line.words.sentence["small"]]
    return len(words) <= 1 or not line.words.sentence["universal"].isdisjoint(said)


def _has_verb(line: Line) -> bool:
    return not line.lows.isdisjoint(line.words.sentence["openers"])


def _sentences(line: Line) -> list[tuple[int, int]]:
    """Token ranges between full stops, without questions. A stop inside a number or a name is part of its token."""
    bounds, first = [], 0
    for index, token in enumerate(line.tokens):
        if token.low in _ENDS and not line.view[token.end : token.end + 1].isalnum():
            if token.low not in _ASKING:
                bounds.append((first, index))
            first = index + 1
    bounds.append((first, len(line.tokens)))
    return [(start, end) for start, end in bounds if end > start]


def _of_sentence(line: Line, first: int, last: int, inner: list[Hit], own: frozenset[str]) -> list[Hit]:
    stated = [hit for hit in inner if _is_said(line, first, last, hit, own)]
    if not stated:
        stated = _by_verb(line, first, last, own) or _working(line, first, last)
    return [hit for hit in stated if not _guarded(line, first, hit)]


def _is_said(line: Line, first: int, last: int, hit: Hit, own: frozenset[str]) -> bool:
    """Whether the sentence gives this state to its subject, begins with 'Ready', or ends on it after 'All'."""
    if hit.first == first and hit.words.startswith(("ready", "successfully ")):
        return True
    if line.tokens[first].low in line.words.sentence["universal"] and _ends(line, hit, last):
        return not _is_of_other_clause(line, first, hit)
    if hit.state == "open" and _singles_out(line, first, last, hit):
        return True
    if _is_bare(line, first, hit.first, own) and _ends(line, hit, last):
        return True
    if _is_inverted(line, first, hit.first, hit.last):
        return True
    subject = hit.first if _negates(line, hit) else _predicate(line, first, hit.first)
    if subject is None or _purpose(line, hit):
        return False
    return _clears(line, hit) or _speaks_of(line, first, subject, own)


def _clears(line: Line, hit: Hit) -> bool:
    """'The ledgers are approved for production': a verdict, whatever it is given on."""
    clearance, _, purpose = hit.words.partition(" ")
    return hit.state == "done" and bool(purpose) and clearance in line.words.sets["clearances"]


def _is_of_other_clause(line: Line, first: int, hit: Hit) -> bool:
    """'All of it may fail — one wrong word and the page is broken': behind the only dash something else is told."""
    return sum(token.low in _DASHES for token in line.tokens[first : hit.first]) == 1


def _singles_out(line: Line, first: int, last: int, hit: Hit) -> bool:
    """'Only the import is pending', 'The following pages were drawn but not implemented': the rest of the work."""
    singling = line.words.sets["singling"]
    if not any(token.low in singling for token in line.tokens[first : min(first + 2, hit.first)]):
        return False
    said = (
        line.words.zero_copula
        or _negates(line, hit)
        or any(token.low in line.words.sentence["copulas"] for token in line.tokens[first : hit.first])
    )
    return said and _ends(line, hit, last)


def _is_inverted(line: Line, first: int, start: int, end: int) -> bool:
    """'Se han alcanzado todos los objetivos': 'all' of something may stand behind what is said of it."""
    words = line.words.sentence
    led = [token.low for token in line.tokens[first:start]]
    if end >= len(line.tokens) or line.tokens[end].low not in words["universal"]:
        return False
    return words["small"].issuperset(led) and not words["copulas"].isdisjoint(led)


def _ends(line: Line, hit: Hit, last: int) -> bool:
    """Whether only when or where follows."""
    behind = line.tokens[hit.last] if hit.last < last else None
    return (
        behind is None
        or behind.kind == "d"
        or (behind.low in _COLONS and hit.last + 1 == last)
        or (behind.low in line.words.sets["stops"] and not _purpose(line, hit))
    )


def _is_bare(line: Line, first: int, index: int, own: frozenset[str]) -> bool:
    """'Phase 2 completed successfully!': a subject, perhaps with its number, and nothing but the state behind."""
    words = [token for token in line.tokens[first:index] if token.kind != "s"]
    subject = bool(words) and (words[0].low in line.words.sentence["subjects"] or words[0].low in own)
    rest = words[1:]
    return subject and all(
        token.kind == "n" or token.low in line.words.sentence["adverbs"] or token.low in own for token in rest
    )


def _negates(line: Line, hit: Hit) -> bool:
    """Whether the words bring their own 'is not': 'todavía no está lista'."""
    words = hit.words.split(" ")
    return words[0] in line.words.sets["negations"] or any(
        word in line.words.sentence["copulas"] for word in words[:-1]
    )


def _predicate(line: Line, first: int, index: int) -> int | None:
    """The index behind the subject where a copula leads to the word at `index`, over adverbs and other participles."""
    adverbs = line.words.sentence["chain"]
    copulas = line.words.sentence["copulas"]
    states = line.state_tokens
    at = index - 1
    seen = False
    while at >= first:
        low = line.tokens[at].low
        if low in copulas:
            seen = True
        elif seen:
            return at + 1
        elif not (low in adverbs or low in (",", "、", "-", "%") or at in states or line.tokens[at].kind == "n"):
            return at + 1 if line.words.zero_copula else None
        at -= 1
    return first if seen or (line.words.zero_copula and at < first) else None


def _speaks_of(line: Line, first: int, last: int, own: frozenset[str]) -> bool:
    """Whether the words before the predicate name the report's subject, or all of something."""
    said = [token.low for token in line.tokens[first:last] if token.kind in "wi"]
    if any(word in line.words.sentence["universal"] for word in said):
        return True
    small = line.words.sentence["small"]
    words = [word for word in said if word not in small]
    subjects = line.words.sentence["subjects"]
    if _is_name(line, first, last):
        return True
    return any(word in subjects or word in own for word in (*words[:1], *words[-1:]))


def _is_name(line: Line, first: int, last: int) -> bool:
    """'Harbour Desk 2': a name of its own, at the head of a line. German writes every noun so."""
    printed = [line.view[token.start : token.end] for token in line.tokens[first:last] if token.kind != "s"]
    named = first == 0 and last - first == len(printed) and len(printed) in _NAME_WORDS
    return named and line.words.language != "de" and all(word[:1].isupper() or word[:1].isdigit() for word in printed)


def _purpose(line: Line, hit: Hit) -> bool:
    """'ready to serve users' says what can be done with it."""
    return hit.last < len(line.tokens) and line.tokens[hit.last].low in line.words.sentence["purpose"]


def _by_verb(line: Line, first: int, last: int, own: frozenset[str]) -> list[Hit]:
    """'Acme has successfully completed validation', 'The platform meets all requirements'."""
    openers = line.words.sentence["openers"]
    for index in range(first, last):
        if line.tokens[index].low not in openers:
            continue
        for length in (6, 5, 4, 3, 2, 1):
            words = " ".join(token.low for token in line.tokens[index : min(index + length, last)])
            if words in line.words.sentence["verbs"] and _speaks_of(line, first, index, own):
                hit = Hit("done", index, index + length, words)
                return [Hit("partial", index, index + length, words)] if is_nearly_all(line, hit) else [hit]
    return _fulfils(line, first, last, own)


def _fulfils(line: Line, first: int, last: int, own: frozenset[str]) -> list[Hit]:
    """'meets all functional, performance and reliability requirements'."""
    words = line.words.sentence
    for index in range(first, last - 1):
        verb, behind = line.tokens[index].low, line.tokens[index + 1].low
        if verb not in words["fulfils"] or behind not in words["universal"]:
            continue
        objects = any(token.low in words["objects"] for token in line.tokens[index:last])
        if objects and _speaks_of(line, first, index, own):
            return [Hit("done", index, index + 2, verb)]
    return []


def _working(line: Line, first: int, last: int) -> list[Hit]:
    """'All systems are now operational': said of all, a working thing is a finished one."""
    words = line.words.sentence
    universal = next((i for i in range(first, last) if line.tokens[i].low in words["universal"]), None)
    if universal is None:
        return []
    for index in range(universal, last):
        if line.tokens[index].low in words["working"]:
            subject = _predicate(line, universal, index)
            if subject is not None:
                return [Hit("done", index, index + 1, line.tokens[index].low)]
    return []


def _guarded(line: Line, first: int, hit: Hit) -> bool:
    """Conditions and intentions: 'once all tests have passed', 'must be completed', 'after the move is complete'."""
    if hit.state in ("done", "partial") and (line.guarded(first, hit.first) or line.preceded(first, hit.first)):
        return True
    return _may_be(line, first, hit) or _is_vague(line, hit) or line.conditioned(first, hit)


def _is_vague(line: Line, hit: Hit) -> bool:
    """'The team has achieved a good level of quality': a thing that was reached, but no goal."""
    if hit.last >= len(line.tokens) or line.tokens[hit.last].low not in line.words.sets["vague"]:
        return False
    return hit.words.rsplit(" ", maxsplit=1)[-1] in line.words.sets["attained"]


def _may_be(line: Line, first: int, hit: Hit) -> bool:
    """'It can be production-ready soon': no more than possible."""
    if hit.state not in ("done", "partial"):
        return False
    copulas, possible = line.words.sentence["copulas"], line.words.sets["possible"]
    at = hit.first - 1
    while at > first and line.tokens[at].low in copulas:
        at -= 1
    return at >= first and line.tokens[at].low in possible
