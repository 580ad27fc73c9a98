"""One entry of the outline to the claim it makes, or to none."""

import re

from gonogo_review.claims.completion import ratios
from gonogo_review.claims.headings import heading_words, named_state, names_fault
from gonogo_review.claims.hits import hits
from gonogo_review.claims.keys import progress, status_value
from gonogo_review.claims.labels import expects
from gonogo_review.claims.line import Hit, Line, Segments
from gonogo_review.claims.marks import Mark, box_state, is_legend, is_warning, marks, todo_words
from gonogo_review.claims.positions import stands_alone, stated
from gonogo_review.claims.segments import segments
from gonogo_review.claims.sentences import status_sentences
from gonogo_review.claims.tags import head_tag, in_column
from gonogo_review.claims.verdict import Verdict
from gonogo_review.structure.entry import Entry

_STARS = "  "
"""What is left of the signs of bold in a line's view."""
_RANK = re.compile(r"[\s*]*P\d(?!\d)")


def judge(line: Line, entry: Entry, own: frozenset[str], scope: str) -> Verdict:
    """The state of a heading, an item or a line of text."""
    signs = marks(line.view)
    if signs:
        if is_legend(line.view, signs):
            return Verdict([], [], None)
        signs = _counting(line, entry, signs)
    box = box_state(entry.box)
    marked = bool(signs) or box is not None
    unsaid = scope in ("target", "before") and not marked and entry.kind == "item"
    if unsaid or _leads_conditions(line, entry):
        return Verdict([], [], None)
    tag = head_tag(line) or (in_column(line) if entry.kind == "text" else [])
    if tag:
        return Verdict(signs, tag, box)
    if not speaks(line, entry):
        return Verdict(signs, [], box)
    found = _words(line, entry, own, marked=marked)
    if any(mark.state == "done" for mark in signs):
        found = [hit for hit in found if hit.words not in line.words.sets["acts"]]
    return Verdict(signs, ratios(line, found, marked=marked), box)


def _words(line: Line, entry: Entry, own: frozenset[str], *, marked: bool) -> list[Hit]:
    """The words of state that count, by what kind of line it is."""
    ending = line.view.rstrip(" *_")
    if ending.endswith(("?", "？")):
        return status_sentences(line, own) if entry.kind == "text" else []
    if not marked and (_leads_on(line) if ending.endswith((":", "：")) else _cheers(line, entry, ending)):
        return []
    parts = segments(line)
    if expects(line, parts):
        return []
    if entry.kind == "heading":
        found = [
            hit
            for hit in stated(line, parts, marked=marked)
            if not (_asks_for_things(line, hit) or names_fault(line, hit))
        ]
        found += (heading_words(line, parts) or status_value(line, parts)) + progress(line, parts)
        return found or named_state(line, own)
    if entry.kind != "item":
        found = _of_text(line, entry, parts, own, marked=marked) + progress(line, parts)
        return found or named_state(line, own)
    if not marked and ending.endswith((":", "：")):
        inner = [hit for hit in stated(line, parts, marked=marked) if _is_inside(hit, parts)]
        return inner or status_sentences(line, own, of_one_word=True)  # what leads a list names it
    found = stated(line, parts, marked=marked) + status_value(line, parts) + progress(line, parts)
    if found or marked or parts.brackets or parts.label[1] > parts.label[0]:
        return found
    return status_sentences(line, own, of_one_word=True)


def _is_inside(hit: Hit, parts: Segments) -> bool:
    """'Basket (done):': whether a state stands in the brackets at the end."""
    return any(first <= hit.first and hit.last <= last for first, last in parts.brackets)


def _leads_on(line: Line) -> bool:
    """'Ready for:', 'Pronto per:': a state and a small word are a label of what follows the line."""
    words = [at for at, token in enumerate(line.tokens) if token.kind != "s"]
    small = bool(words) and line.tokens[words[-1]].low in line.words.sets["stops"]
    return small and any((hit.first, hit.last) == (words[0], words[-1]) for hit in hits(line))


def _cheers(line: Line, entry: Entry, ending: str) -> bool:
    """'3. Done!': what a reader may say behind the last step names no thing."""
    if entry.kind != "item" or not ending.endswith(("!", "！")):
        return False
    words = [at for at, token in enumerate(line.tokens) if token.kind != "s"]
    return any((hit.first, hit.last) == (words[0], words[-1] + 1) for hit in hits(line))


def _asks_for_things(line: Line, hit: Hit) -> bool:
    """'Variables needed:' heads what a reader must supply; 'Fixes needed:' heads work."""
    sets = line.words.sets
    if hit.words not in sets["needed"] or not hit.first or not line.view.rstrip(" *_").endswith((":", "：")):
        return False
    return line.tokens[hit.first - 1].low not in sets["heading_nouns"]


def _leads_conditions(line: Line, entry: Entry) -> bool:
    """'Ready to merge when:' heads what must come first, and says nothing of whether it has."""
    if entry.kind == "item" or not line.view.rstrip(" *_").endswith((":", "：")):
        return False
    last = next((token.low for token in reversed(line.tokens) if token.kind != "s"), "")
    return last in line.words.sets["conditions"] and last in line.words.sets["guards"]


def speaks(line: Line, entry: Entry) -> bool:
    """Whether any word of the line may say a state; a sieve, so that most lines are done with here."""
    lows, words = line.lows, line.words
    if lows.isdisjoint(words.sieve):
        return False
    if hits(line) or entry.kind != "item":
        return True
    return not (
        lows.isdisjoint(words.label_ends) and lows.isdisjoint(words.firsts["parens"]) and lows.isdisjoint(todo_words())
    )


def is_plain(entry: Entry, signs: list[Mark], text: str) -> bool:
    """Whether the signs of a line without telling words say all: one at most, no remark's warning, no running text."""
    leads = entry.kind == "heading" and text.rstrip(" *_").endswith((":", "："))
    if entry.kind == "text" or leads or len(signs) > 1:
        return False
    return not signs or not (is_warning(signs[0]) or (signs[0].state != "done" and ":" in text[: signs[0].start]))


def counting_marks(line: Line, entry: Entry) -> list[Mark]:
    """The signs that count: not legends, not a warning in front of a remark, not what an arrow leads away from."""
    found = marks(line.view)
    return [] if not found or is_legend(line.view, found) else _counting(line, entry, found)


def _counting(line: Line, entry: Entry, found: list[Mark]) -> list[Mark]:
    """Those of the signs, which are no legend, that count."""
    found = [mark for mark in found if not (is_warning(mark) and _is_remark(line, mark)) and not is_rank(line, mark)]
    if len(found) > 1 and _arrow_between(line, found[0], found[-1]):
        found = found[-1:]
    if entry.kind == "text" and found:
        leads = line.view.rstrip(" *_").endswith((":", "："))
        found = [mark for mark in found if _at_edge(line, mark) and not (leads and is_warning(mark))]
    return found


def is_rank(line: Line, mark: Mark) -> bool:
    """`🔴 P0`, 'Priority: 🔴 high': the colour of a rank."""
    return mark.state != "done" and (_RANK.match(line.view, mark.end) is not None or _ranks(line, mark))


def _ranks(line: Line, mark: Mark) -> bool:
    """Whether all that stands before the mark is a label that asks how urgent a thing is."""
    first, last = segments(line).label
    while first < last and line.tokens[first].kind == "s":
        first += 1
    phrase = line.words.matches(line.tokens, first, "columns") if first < last else None
    if phrase is None or phrase.value != "priority" or mark.start < line.tokens[last].start:
        return False
    return all(token.kind == "s" for token in line.tokens[first + len(phrase.words) : last])


def _arrow_between(line: Line, left: Mark, right: Mark) -> bool:
    return any(sign in line.view[left.end : right.start] for sign in ("→", "->", "=>", "➜", "⇒"))


def _is_remark(line: Line, mark: Mark) -> bool:
    """'⚠️ Important', 'Priority: high ⚠️'."""
    notes = line.words.sets["notes"]
    behind = [token for token in line.tokens if token.start >= mark.end and token.kind != "s"][:3]
    if behind:
        words = [token.low for token in behind]
        return behind[0].kind == "w" and any(" ".join(words[:length]) in notes for length in (1, 2, 3))
    first, last = segments(line).label
    label = line.text_of(first, last)
    return label in notes


def _at_edge(line: Line, mark: Mark) -> bool:
    """At the head or the end of a line of text, or directly behind its label."""
    before = line.view[: mark.start].strip(" *_#>\ufe0f")
    behind = line.view[mark.end :].strip(" *_.!\ufe0f)")
    if not before or not behind or before[-1:] in ":：":
        return True
    return not any(character.isalnum() for character in before) or behind[:1] in "(（"


def _of_text(line: Line, entry: Entry, parts: Segments, own: frozenset[str], *, marked: bool) -> list[Hit]:
    """Text is a key with a value, a title in bold, or sentences."""
    found = status_sentences(line, own)
    if _opens_with_verdict(line) or _opens_in_bold(line):
        found += hits(line)[:1]
    if parts.label[1] > parts.label[0]:
        found += stated(line, parts, marked=marked) + status_value(line, parts)
    elif marked or _is_short(line, entry):
        found += stated(line, parts, marked=marked)
        found += [hit for hit in hits(line)[:1] if not marked and _opens(line, hit) and stands_alone(line, hit)]
    return found


def _opens(line: Line, hit: Hit) -> bool:
    """Whether nothing but ornament stands in front of a word of state."""
    return all(token.kind == "s" for token in line.tokens[: hit.first])


def _opens_with_verdict(line: Line) -> bool:
    """'**PASS – all five ...**': a word of state in capitals, a dash, and why."""
    first = next(iter(hits(line)), None)
    if (
        first is None
        or first.first
        or first.last >= len(line.tokens)
        or line.tokens[first.last].low not in ("-", "–", "—")
    ):
        return False
    dash = line.tokens[first.last]
    return line.view[: dash.start].strip().isupper() and line.view[dash.end : dash.end + 1].isspace()


def _opens_in_bold(line: Line) -> bool:
    """'**Not fixed**, because ...': a state in bold, a comma, and why."""
    first = next(iter(hits(line)), None) if line.view.startswith(_STARS) else None
    if first is None or first.first or first.last >= len(line.tokens) or line.tokens[first.last].low != ",":
        return False
    return line.view[line.tokens[first.last - 1].end : line.tokens[first.last].start] == _STARS


def _is_short(line: Line, entry: Entry) -> bool:
    return entry.alone and len(line.tokens) <= 8 and line.view.rstrip()[-1:] not in ".。:："
