"""What makes a line say of its thing that it is not done."""

import re
from functools import cache

from gonogo_review.consistency import scope
from gonogo_review.consistency.answers import reassures
from gonogo_review.consistency.intervals import dimension
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.lexicon import folded, words
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic

DONE = ("✅", "✔", "✓", "🟢")
"""A line with a mark for done beside the other compares two states, as 'before' and 'after'."""
DESCRIBED = frozenset(("troubleshooting", "advice", "descriptive", "hindrances"))
"""Sections whose marks tell of no work: what to avoid, what is left out, who may do what, what would stop it."""
UNTOLD = frozenset(("grades", "merits"))
"""Labels under which no word tells that something is undone: 'Priority: open', 'Advantage: the API is open'."""
UNREMOVED = ("nothing", "trouble", "future", "required", "urgent", "remaining")
"""Words beside which 'removed' tells of no removal, or of one that is still to come."""
LEFT = ("trouble", "hedge", "remaining", "required", "urgent", "skipped", "failed", "tests", "progress", "state_nouns")
"""Words by which a warning tells that something is left or broken."""
EXPLAINED = 1
"""Telling words in a row of a legend."""
EVENT = re.compile(r"[\s>|*_+-]*\d{1,2}:\d{2}\b")
"""The head of an event: what began at 10:15 is no work in progress."""
PAIR = 2
BENEATH = 6
"""Lines under an entry that may tell of its solution."""
TURNING = ("🔄", "♻", "🔁")
"""Signs that decorate headings about a change as often as they mean 'in progress'."""
SETS_APART = re.compile(r"(?:[:：|,;>(（\[*_→\-–—]|^)[\s*_`]*$")
"""What stands before a word that is a status by itself."""
SENTENCE = re.compile(r"\w[.!?]\s+\w.*\w\s")
OWN = re.compile(r"[.!?:：|>(（\[*_→–—][\s*_`]*$")
"""What stands before a word that is a status by itself even where sentences stand before it."""
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
SIGNS = " -*+#>|[]x0123456789.)❌⚠️✗✘🔴🟡🟠🚧⏳"
"""What may stand before the first word of an entry."""
NAMES = re.compile(r"^\[?`|^\[[^\]]*\]\([^)]*\)")
"""A file or a link at the head of an entry: what follows describes it."""


def says_open(outline: Outline, line: Line) -> bool:
    """Whether a line's mark says not done, and not how grave something is, what to avoid, or how it was before."""
    if not line.is_open or line.type not in ("item", "status") or any(map(line.is_called, UNTOLD)):
        return False
    if outline.inherited[line.section] & DESCRIBED or line.has("advice") or EVENT.match(line.text):
        return False
    if reassures(outline, line) or tells_of_removal(outline, line) or is_refused(outline, line):
        return False
    if scope.is_heading(outline, line):
        warned = marker(outline, line).startswith("⚠") and line.has("nothing")
        decorated = is_decorated(outline, line) or announces_code(outline, line)
        repaired = tells_of_repairs(outline, outline.sections[line.section].parent)
        told = decorated or warned or repaired or is_mended(outline, line)
        return not line.has("risk", "grades", "coverage") and not told
    if is_phrase(outline, line) or counts_none(line) or is_legend(line) or is_note(outline, line):
        return False
    if line.state == "failed" and line.block in contrasts(outline):
        return False
    past = (
        outline.is_earlier(line)
        or (line.has("earlier") and outline.says_before(line.text))
        or line.has("old_way")
        or is_repaired(outline, line)
    )
    return not any(mark in line.text for mark in DONE) and not past


def tells_of_removal(outline: Outline, line: Line) -> bool:
    """Whether a line crosses or strikes out what was removed on purpose: '❌ Removed: the old importer'."""
    crossed = line.state == "failed" and not marker(outline, line)[:1].isalnum()
    if crossed and "gone" in outline.title_words[line.section] and "denials" not in outline.title_words[line.section]:
        return True
    if not line.has("gone") or line.has("denials"):
        return False
    aside = [b.span() for b in BRACKETS.finditer(line.text)]
    marks = [m for category in UNREMOVED for m in line.words.get(category, ())]
    doubted = any(not any(start <= m.start < end for start, end in aside) for m in marks)
    return "~~" in line.text or (crossed and not doubted)


@once
def contrasts(outline: Outline) -> frozenset[int]:
    """The lists of one cross and one tick, where several are: each holds the old way against the new one."""
    found = [
        index
        for index, block in enumerate(outline.reading.blocks)
        if block.kind == "list"
        and [line.state for line in outline.lines_at(block.lines)] == ["failed", "done"]
        and len(block.lines) == PAIR
    ]
    return frozenset(found if len(found) > 1 else ())


def is_mended(outline: Outline, heading: Line) -> bool:
    """Whether a heading's cross is of one of several issues, 'Issue 1: ...', and all entries under it are done."""
    numbered = any(scope.NUMBER.match(heading.text, mark.end) for mark in heading.words.get("repairs", ()))
    entries = [x for x in outline.directly[heading.section] if x.type == "item"] if numbered else []
    return bool(entries) and all(x.state == "done" for x in entries)


def is_refused(outline: Outline, line: Line) -> bool:
    """Whether a crossed entry stands in a list of what is turned away: 'The form rejects:', '❌ negative amounts'."""
    block = outline.block(line) if line.state == "failed" else None
    if block is None or block.kind != "list":
        return False
    head = next((x for n in (block.line - 1, block.line - 2) if (x := outline.by_number.get(n))), None)
    return head is not None and head.has("refuses") and head.text.rstrip(" *_").endswith((":", "："))


def is_decorated(outline: Outline, heading: Line) -> bool:
    """Whether a heading's turning arrows are decoration: no word of it says so, and nothing under it is open."""
    if not marker(outline, heading).startswith(TURNING) or heading.has("progress"):
        return False
    return not any(line.is_open for line in outline.within(heading.section))


def is_harmless(outline: Outline, line: Line) -> bool:
    """Whether a mark tells of no work that is left: of what would stop a release, or of what is due once it is out."""
    if "hindrances" in outline.inherited[line.section] or watches(outline, line.section):
        return True
    return scope.is_heading(outline, line) and is_decorated(outline, line)


def watches(outline: Outline, section: int) -> bool:
    """Whether a section is what is looked at for some time after the launch: 'After the launch (first 24 hours)'."""
    head = outline.heading(section) if "future" in outline.title_words[section] else None
    return head is not None and any(dimension(a.unit) == "s" for a in head.amounts)


def sets_a_date(outline: Outline, section: int) -> bool:
    """Whether a heading says until when something is to be done: 'Completed this week' among the next steps."""
    heading, parent = outline.headings[section], outline.sections[section].parent
    told = heading is not None and marker(outline, heading)[:1].isalnum()
    return told and parent > 0 and "next_steps" in outline.inherited[parent]


def announces_code(outline: Outline, heading: Line) -> bool:
    """Whether a heading without a sign only announces the code under it: 'Settings needed', and a file of settings."""
    kinds = {block.kind for block in outline.blocks_in[heading.section]}
    return "code" in kinds and kinds <= {"code", "paragraph"} and marker(outline, heading)[:1].isalpha()


def is_phrase(outline: Outline, line: Line) -> bool:
    """Whether the word that made an item's state is part of a phrase: 'refund on failure', or of what a file holds."""
    sign = marker(outline, line)
    if sign[:1].isalpha() and is_part_of_prose(line.text, folded(line.text).rfind(sign)):
        return True
    if line.type != "item" or not sign[:1].isalpha():
        return False
    if NAMES.match(line.text.lstrip(" -*+0123456789.)")) or is_count(line):
        return True
    at = folded(line.text).rfind(sign)
    return at > 0 and sign in state_nouns(line.languages) and not SETS_APART.search(line.text[:at])


def is_part_of_prose(text: str, at: int) -> bool:
    """Whether a word ends the last of several sentences, or a phrase in a list in brackets: '(retry, silent fail)'."""
    before = text[: max(at, 0)]
    listed = before.rpartition("(")[2] if before.count("(") > before.count(")") else ""
    if listed.count(",") > 1:
        return bool(listed.rpartition(",")[2].strip())
    return bool(SENTENCE.search(before)) and not OWN.search(before)


@cache
def state_nouns(languages: tuple[str, ...]) -> frozenset[str]:
    """The words for states that are nouns as well."""
    return frozenset(noun for language in languages for noun in words(language).get("state_nouns", ()))


def is_count(line: Line) -> bool:
    """Whether a key has a plain number of things for a value, whatever else is said of them in brackets."""
    first = line.amounts[0] if line.amounts else None
    keyed = first is not None and line.text[: first.start].rstrip(" *_").endswith((":", "："))
    return keyed and first is not None and first.unit == "count" and not first.of


def marker(outline: Outline, line: Line) -> str:
    """The sign or word that made a line's state, in lower case."""
    return folded(outline.reading.statements[line.statement].marker) if line.statement >= 0 else ""


def is_note(outline: Outline, line: Line) -> bool:
    """Whether a warning sign only stands before a remark: no word of it says that something is left or broken."""
    sign = marker(outline, line)
    warned = sign.startswith("⚠") and (not line.is_row or bool(topic(line.text.rpartition(sign)[2])))
    if marker(outline, line).startswith("⚠") and line.has("nothing", "settled"):
        return True
    return warned and not line.has(*LEFT)


def counts_none(line: Line) -> bool:
    """Whether a line counts none of what its mark stands for: '✗ 0 failed'."""
    return bool(line.amounts) and all(a.low == a.high == 0 and a.unit == "count" for a in line.amounts)


def is_legend(line: Line) -> bool:
    """Whether a row only explains its mark."""
    return line.is_row and not any(c.isalnum() for c in line.label) and len(topic(line.text)) <= EXPLAINED


def is_repaired(outline: Outline, line: Line) -> bool:
    """Whether a mark is how a thing was: its section, its brackets or what stands beneath it tell of the solution."""
    if tells_of_repairs(outline, line.section) or says_solved(line):
        return True
    for number in range(line.number + 1, line.number + 1 + BENEATH):
        below = outline.by_number.get(number)
        if below is None or indent(below.text) <= indent(line.text):
            return False
        if below.state != "open" and below.is_called("solutions"):
            return True
    return False


def says_solved(line: Line) -> bool:
    """Whether a line says behind a sign or in brackets that its thing is solved: '(resolved)', '→ fixed'."""
    places = (m.start for m in line.words.get("solutions", ()) if line.text[: m.start].strip(SIGNS))
    return any(SETS_APART.search(line.text[:at]) for at in places)


def indent(text: str) -> int:
    """Spaces before a text."""
    return len(text) - len(text.lstrip())


def tells_of_repairs(outline: Outline, section: int) -> bool:
    """Whether what stands in a section tells of issues that are fixed: its marks are how they were."""
    return section > 0 and not of_repairs(outline).isdisjoint(outline.inner_chains[section])


@once
def of_repairs(outline: Outline) -> frozenset[int]:
    """The sections whose titles are of issues that are fixed."""
    titles = [(section, title.keys()) for section, title in enumerate(outline.title_words)]
    return frozenset(s for s, t in titles if t & {"finished", "solutions"} and t & {"repairs", "defects"})


def hedged(line: Line) -> bool:
    """Whether a thing that is marked as done says in brackets that something is still needed."""
    if line.type != "item" or (line.state != "done" and not any(mark in line.text for mark in DONE)):
        return False
    brackets = [m.span() for m in BRACKETS.finditer(line.text)]
    return any(start <= m.start < end for start, end in brackets for m in line.words.get("hedge", ()))
