"""Sections whose numbers leave one out, come twice, or are not those of the section around them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from gonogo_contracts.review import Severity
from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.lexicon import Marks
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

LAST = re.compile(r"(\d+)$")
PARENT = re.compile(r"(\d+)\.\d+$")
HAN = "一二三四五六七八九"
MOST = 50
"""Findings that are told."""
LONG = 3
"""Numbered siblings that make a row, of which one can be missing."""
ROMAN = {"I": 1, "V": 5, "X": 10}


class Step(NamedTuple):
    """A numbered section in the row of its siblings."""

    number: int
    section: int


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each number that is missing, comes twice or belongs elsewhere."""
    rows: dict[tuple[int, int, str], list[Step]] = {}
    for section in range(1, len(outline.sections)):
        kind, number = ordinal(scope.step_number(outline, section))
        if number:
            key = (
                outline.sections[section].parent,
                outline.sections[section].level,
                kind + step_word(outline, section),
            )
            rows.setdefault(key, []).append(Step(number, section))
    tries = iter(range(MOST))
    found = (each for (_, _, kind), row in rows.items() for each in row_findings(outline, kind, row, tries))
    yield from islice(found, MOST)


def row_findings(outline: Outline, kind: str, row: list[Step], tries: Iterator[int]) -> Iterator[Draft]:
    """What is wrong with one row. A number that comes again is wrong only where no word says of what it is."""
    yield from gaps(outline, kind, row, tries)
    if kind.endswith("|"):
        yield from again(outline, row)
        yield from astray(outline, kind, row)


def ordinal(number: str) -> tuple[str, int]:
    """A printed number as the row that it belongs to and its place there; 0 where it has none."""
    if last := LAST.search(number):
        return number[: last.start()] + "|", int(last.group())
    if number and set(number) <= set(HAN + "十"):
        tens, _, ones = number.partition("十") if "十" in number else ("", "", number)
        ten = (HAN.find(tens) + 1 or 1) * 10 if "十" in number else 0
        return "han|", ten + (HAN.find(ones) + 1 if ones else 0)
    if number and set(number) <= ROMAN.keys():
        values = [ROMAN[sign] for sign in number]
        return "roman|", sum(-a if a < b else a for a, b in pairwise([*values, 0]))
    return "", 0


def step_word(outline: Outline, section: int) -> str:
    """The word before a section's number: 'phase' and 'sprint' are two rows."""
    return first_word(outline.sections[section].title, outline.title_words[section])


def first_word(title: str, words: Marks) -> str:
    """The first word for a step that its number follows: 'phase' in 'Phase 2: Tests'."""
    places = sorted(m for c in ("phase", "numbered") for m in words.get(c, ()) if scope.NUMBER.match(title, m.end))
    return title[places[0].start : places[0].end].lower() if places else ""


def gaps(outline: Outline, kind: str, row: list[Step], tries: Iterator[int]) -> Iterator[Draft]:
    """6.1, 6.2, 6.3, 6.5: there is no 6.4. Each try looks through the whole report for a word of it."""
    numbers = [n for n, _ in row]
    ascending = all(a < b for a, b in pairwise(numbers))
    if len(row) < LONG or not ascending or numbers[0] > numbers[-1] - len(row):
        return
    for (one, before), (other, after) in pairwise(row):
        heads = [h for s in (before, after) if (h := outline.heading(s))]
        tried = other == one + 2 and len(heads) == 2 and next(tries, None) is not None
        if tried and not is_there(outline, kind, one + 1) and not mentioned(outline, one + 1, heads):
            message = f"{quote(heads[0])} is followed by {quote(heads[1])}: number {one + 1} is missing."
            yield told("scope-gap.numbering", "medium", heads, message, str(one + 1))


def is_there(outline: Outline, kind: str, number: int) -> bool:
    """Whether a section has the missing number by itself, and a phase's in its title: '5. Phase 4b'."""
    wanted = kind.removesuffix("|") + str(number)
    return any(section.number == wanted for section in outline.sections)


def again(outline: Outline, row: list[Step]) -> Iterator[Draft]:
    """Two sections 6. A row that begins anew at 1 counts something else."""
    seen: dict[int, int] = {}
    for number, section in row if len(row) > LONG else ():
        if number == 1:
            seen.clear()
        heads = [h for s in (section, seen.get(number, 0)) if s and (h := outline.heading(s))]
        if len(heads) == 2 and number - 1 in seen:
            message = f"{quote(heads[0])} and {quote(heads[1])} have the same number."
            yield told("scope-gap.number-twice", "low", heads, message, str(number))
        seen[number] = section


def astray(outline: Outline, kind: str, row: list[Step]) -> Iterator[Draft]:
    """6.1 and 6.2 under section 7, where there is a section 6 beside it."""
    first = row[0].section
    parent = outline.sections[first].parent
    within = PARENT.match(kind.removesuffix("|") + "0")
    above = outline.sections[parent] if parent > 0 else None
    if within is None or above is None or not above.number.isdigit() or above.number == within.group(1):
        return
    heads = [h for s in (first, parent) if (h := outline.heading(s))]
    beside = {s.number for s in outline.sections if s.parent == above.parent and s.level == above.level}
    if len(heads) == 2 and within.group(1) in beside and not step_word(outline, parent):
        message = f"{quote(heads[0])} stands under {quote(heads[1])}."
        yield told("scope-gap.number-astray", "low", heads, message, above.number)


def mentioned(outline: Outline, number: int, heads: Sequence[Line]) -> bool:
    """Whether a line that is no heading of the row speaks of the missing step."""
    kind = first_word(heads[0].text, heads[0].words)
    if kind:
        wanted = re.compile(rf"\b{re.escape(kind)}\s*{number}\b", re.IGNORECASE)
    else:
        before = re.search(r"(\d+(?:\.\d+)*\.)\d+", heads[0].text)
        if before is None:
            return False
        wanted = re.compile(rf"(?<![\d.]){re.escape(before.group(1))}{number}(?![\d.])")
    return any(wanted.search(text) for text in outline.reading.lines)


def told(rule: str, severity: Severity, heads: Sequence[Line], message: str, what: str) -> Draft:
    """The finding about two headings."""
    return draft("scope-gap", rule, severity, heads, message, what)
