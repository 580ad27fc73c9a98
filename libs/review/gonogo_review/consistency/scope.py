"""What a status speaks for, and what is a part of it.

A status of the whole answers for every section but those that plan later work. A section's status answers for what
stands under its heading. Work that is listed as remaining contradicts a status only where it is needed first.
"""

import re

from gonogo_review.consistency.kept import once
from gonogo_review.consistency.lexicon import WORD, Marks, marks, without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import plain, stem, topic
from gonogo_review.model import Section

LATER = ("future", "optional")
STATED = ("release", "whole", "finished", "phase")
"""Words that say of what a status is, and how far it is."""
LEFT = ("remaining", "next_steps", "known")
PHRASE = 48
"""Characters after 'all' in which its noun and verb stand."""
IDENTIFIER = re.compile(r"\W*[A-Z]{1,8}-\d+\b")
NUMBER = re.compile(r"\s*(?:#|no\.?|n[º°]|nr\.?|№)?\s*(\d+(?:\.\d+)?[A-Za-z]?)\b", re.IGNORECASE)
SERIAL = re.compile(r"\W*(?P<word>[^\W\d_]+)\s*#?(?P<number>\d+|[A-Z](?=[\s:.)]))")
"""The head of one of several parts: 'Test 1: Light load', 'Scenario B'."""
FULL = 100.0
CLOSING = 2
"""Words of its own that the title of a summary or conclusion may have."""
WHOLE_NUMBER = re.compile(r"\d+")
LAST = 8
"""Last lines of a report, which speak for the whole wherever they stand."""


@once
def claims(outline: Outline) -> list[Line]:
    """Lines that say how far something is, and that it is done; of an item, only that it can be released."""
    return [line for line in outline.stated if line.state == "done" and is_claim(line)]


def is_claim(line: Line) -> bool:
    """Whether a done thing is said of how far something is; of an item, only that it can be released."""
    stated = line.type == "status" and line.has("finished", "release")
    ready = line.type == "item" and line.has("release")
    return (stated or ready) and not line.has("proceed", "progress", "conditional") and not in_part(line)


@once
def claims_of_whole(outline: Outline) -> list[Line]:
    """Those that speak for the whole report."""
    return [line for line in claims(outline) if of_whole(outline, line)]


def in_part(line: Line) -> bool:
    """Whether a line says that not all is done, '9/28 tasks (32%)', or that a thing is ready to be tried."""
    short = any((a.unit == "%" and a.high < FULL) or (a.of and a.low < a.of) for a in line.present)
    return (short or line.has("trial")) and not line.has("release")


def is_heading(outline: Outline, line: Line) -> bool:
    """Whether the line is its section's heading."""
    return line.section > 0 and outline.sections[line.section].line == line.number


def heads_part(outline: Outline, line: Line) -> bool:
    """Whether a line is a heading inside another section, over the things that it says are ready."""
    return (
        is_heading(outline, line)
        and outline.sections[line.section].parent > 0
        and not whole_section(outline, outline.sections[line.section].parent)
    )


def own_subject(line: Line) -> frozenset[str]:
    """What a status speaks of beside the whole, readiness and time: empty for 'Project status: ready'."""
    return topic(without(line.text, line.words, *STATED))


def own_label(line: Line) -> frozenset[str]:
    """What the label before a colon or dash narrows a line to; empty for a sentence and for 'Status: ...'."""
    if not line.is_keyed:
        return frozenset()
    found = marks(line.label, line.languages)
    return topic(without(line.label, found, *STATED, "goals", "known", "readiness", "progress"))


def all_of_what(line: Line) -> tuple[str, ...]:
    """The stems of what 'all' goes with, up to its verb: ('edge', 'functi') for 'All edge functions have been ...'."""
    verbs = sorted(m.start for m in line.words.get("verb", ()))
    for mark in line.words.get("every", ()):
        end = next((v for v in verbs if mark.end < v <= mark.end + PHRASE), mark.end)
        words = [stem(w) for w in WORD.findall(line.text[mark.end : end].lower()) if not w.isdigit()]
        if 2 <= len(words) <= 3 and all(topic(w) for w in words):
            return tuple(words)
    return ()


def phase_number(text: str, words: Marks) -> str:
    """The number of the phase that a text names first: '6' in 'Phase 6 status'; empty where it names none."""
    if "phase" not in words:
        return ""
    return next((m.group(1) for mark in sorted(words["phase"]) if (m := NUMBER.match(text, mark.end))), "")


@once
def step_number(outline: Outline, section: int) -> str:
    """The number in a section's title: of a phase, sprint, task or step, or the section's own."""
    title, words = outline.sections[section].title, outline.title_words[section]
    found = (m.group(1) for c in ("phase", "numbered") for x in words.get(c, ()) if (m := NUMBER.match(title, x.end)))
    return next(found, "") or outline.sections[section].number


def chapter(outline: Outline, section: int) -> int:
    """The section right under the title that a section is part of; the title's own where it is part of none."""
    above = outline.inner_chains[section]
    return above[-1] if above else section


def named_part(outline: Outline, line: Line) -> int:
    """The innermost section around a line whose title begins with an identifier ('CT-101'); 0 where none does."""
    return next((s for s in outline.chain(line.section) if IDENTIFIER.match(plain(outline.sections[s].title))), 0)


def parallel(outline: Outline, one: int, other: int) -> bool:
    """Whether two sections are steps or parts of one row: 'Phase 1' and 'Phase 2', '6.1' and '6.2'."""
    first, second = outline.sections[one], outline.sections[other]
    if first.parent != second.parent or first.level != second.level:
        return False
    return bool(step_number(outline, one) and step_number(outline, other))


def twins(outline: Outline, one: Line, other: Line) -> bool:
    """Whether two lines stand in parts that are told alike: 'Test 1' and 'Test 2', or 'Results' under two headings."""
    chains = [outline.chain(line.section) for line in (one, other)]
    pairs = ((a, b) for a in chains[0] for b in chains[1] if a != b and b not in chains[0] and a not in chains[1])
    return any(alike(outline.sections[a], outline.sections[b]) for a, b in pairs)


def alike(one: Section, other: Section) -> bool:
    """Whether two sections have one title under two headings, or one word and two numbers under the same."""
    if one.level != other.level:
        return False
    if one.parent != other.parent:
        return one.parent > 0 and other.parent > 0 and plain(one.title).lower() == plain(other.title).lower()
    heads = [SERIAL.match(plain(section.title)) for section in (one, other)]
    words = {head.group("word").lower() for head in heads if head}
    return all(heads) and len(words) == 1 and len({head.group("number") for head in heads if head}) > 1


def phase_of(outline: Outline, line: Line) -> str:
    """The number of the phase that a line, or the nearest title above it that names one, speaks of."""
    return phase_number(line.text, line.words) or phase_above(outline, line.section)


@once
def phase_above(outline: Outline, section: int) -> str:
    """The number of the phase that a section's title, or the nearest above it that names one, names."""
    above = outline.inner_chains[section]
    numbers = (phase_number(outline.sections[s].title, outline.title_words[s]) for s in above)
    return next((number for number in numbers if number), "")


def own_phase(outline: Outline, line: Line) -> str:
    """The number of the phase that the report's title names, for a line that speaks for the whole report."""
    if not outline.has_title or line.type != "status" or not whole_section(outline, line.section):
        return ""
    return phase_number(outline.sections[1].title, outline.title_words[1])


def other_phase(outline: Outline, one: Line, other: Line) -> bool:
    """Whether two lines speak of two different phases; 4B is a part of 4."""
    numbers = [WHOLE_NUMBER.match(phase_of(outline, line) or own_phase(outline, line)) for line in (one, other)]
    return all(numbers) and len({number.group() for number in numbers if number}) > 1


@once
def title_topic(outline: Outline) -> frozenset[str]:
    """What the report is about, by its title and the heading right below it."""
    titles = outline.sections[:2]
    if len(outline.sections) > 2:
        between = outline.reading.lines[outline.sections[1].line : outline.sections[2].line - 1]
        titles = outline.sections[: 2 if any(text.strip() for text in between) else 3]
    return topic(" ".join(s.title for s in titles))


@once
def whole_section(outline: Outline, section: int) -> bool:
    """Whether what a section states is stated of the whole: the head, the summary, the conclusion."""
    if outline.is_title(section):
        return True
    if outline.inherited[section] & {"future", "next_steps", "known"}:
        return False
    told = outline.title_words[section].keys() & {"closing", "whole"}
    subject = title_subject(outline, section) if told else frozenset()
    return ("closing" in told and len(subject) <= CLOSING) or ("whole" in told and not subject)


def of_whole(outline: Outline, line: Line) -> bool:
    """Whether a status speaks for the whole report."""
    if is_heading(outline, line):
        if outline.is_title(line.section):
            return True
        return line.has("release", "whole", "phase") and not own_subject(line) - title_topic(outline)
    if line.has("release") and line.is_keyed and line.is_called("closing") and not own_label(line):
        return True
    if outline.inherited[line.section] & set(LATER):
        return at_end(outline, line) and not own_subject(line) - title_topic(outline)
    if whole_section(outline, line.section):
        return line.has("release", "whole", "phase") or not own_subject(line) - title_topic(outline)
    return line.has("release", "phase") and not own_subject(line) - title_topic(outline)


def title_subject(outline: Outline, section: int) -> frozenset[str]:
    """What a section's title speaks of beside the whole and how far it is."""
    head = outline.heading(section)
    return own_subject(head) - title_topic(outline) if head else frozenset()


def at_end(outline: Outline, line: Line) -> bool:
    """Whether the line is among the report's last ones."""
    return line.number >= outline.lines[-min(LAST, len(outline.lines))].number


def is_required(line: Line, above: frozenset[str]) -> bool:
    """Whether the report itself says that this is needed before going on."""
    said = line.has("required") and "known" not in above
    return (said or "required" in above) and not line.has("optional")


def counts(outline: Outline, line: Line, *, everything: bool) -> bool:
    """Whether an open thing belongs to what a status of the whole speaks for.

    `everything`: the report says that nothing remains, so that later work counts too.
    """
    above = outline.inherited[line.section]
    if line.has(*LATER) or "optional" in above:
        return False
    if everything or is_required(line, above - {"future"}):
        return everything or "future" not in above
    return not above & {"future", *LEFT}


def nothing_left(outline: Outline) -> Line | None:
    """The line that says that nothing at all remains to be done."""
    return next((line for line in outline.having("nothing_left") if line.state != "open"), None)
