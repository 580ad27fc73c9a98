"""'All 7 tasks are done', and a section of tasks whose headings are numbered from 1 to 6."""

from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope
from gonogo_review.consistency.count_mismatch import SLACK, announced
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.lexicon import WORD
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import up_to_function_word
from gonogo_review.consistency.numbering import ordinal, step_word
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import stem, topic
from gonogo_review.model import Amount, Draft
from gonogo_review.structure.view import HIDDEN

LEAST = 3
"""Headings that make a row."""
BESIDE = 12
"""Characters between 'all' and its number: 'all of the 7 tasks'."""
NOUN = 3
"""Words behind a count that may name what it counts."""
LATER = ("future", "optional", "next_steps")


class Row(NamedTuple):
    """The headings right under a section that are told alike."""

    section: int
    heads: list[Line]
    word: str
    """The word that their numbers follow: 'phase'; empty where they have none."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each row of headings that a line counts otherwise."""
    rows = [row for section, inner in children(outline).items() if (row := in_row(outline, section, inner))]
    wholes = list(counted(outline)) if rows else []
    for row in rows:
        told = [*introduced(outline, row), *((x, n) for x, n, noun in wholes if is_of(outline, row, noun))]
        differ = ((x, n) for x, n in told if 0 < abs(n - len(row.heads)) <= max(1.0, SLACK * n))
        for line, count in differ:
            message = (
                f"{quote(line)} counts {tidy(count)}, and {len(row.heads)} have a heading: {quote(row.heads[-1])}."
            )
            lines = [line, row.heads[-1], *row.heads[:-1]]
            yield draft("count-mismatch", "count-mismatch.headings", "low", lines, message, str(len(row.heads)))
            break


def children(outline: Outline) -> dict[int, list[int]]:
    """The sections right under each section."""
    found: dict[int, list[int]] = {}
    for section in range(1, len(outline.sections)):
        found.setdefault(outline.sections[section].parent, []).append(section)
    return found


def in_row(outline: Outline, section: int, inner: list[int]) -> Row | None:
    """The headings under a section, where they are numbered from 1 on, or all of them are names in code."""
    heads = [head for s in inner if (head := outline.heading(s)) and not head.has(*LATER)]
    if not LEAST <= len(heads) == len(inner):
        return None
    numbers = [ordinal(scope.step_number(outline, s)) for s in inner]
    words = {kind + step_word(outline, s) for (kind, _), s in zip(numbers, inner, strict=True)}
    numbered = len(words) == 1 and [n for _, n in numbers] == list(range(1, len(heads) + 1))
    titles = [outline.sections[s].title for s in inner]
    in_code = all(HIDDEN in title and not any(map(str.isalnum, title)) for title in titles)
    return Row(section, heads, step_word(outline, inner[0])) if numbered or in_code else None


def introduced(outline: Outline, row: Row) -> Iterator[tuple[Line, float]]:
    """The count in a section's own heading, and in the line right before its headings that ends in a colon."""
    at = outline.position(row.heads[0].number)
    leads = [x for x in outline.lines[at - 1 : at] if x.section == row.section]
    head = outline.heading(row.section)
    for line in [*(x for x in leads if x.text.rstrip(" *_").endswith((":", "："))), *([head] if head else [])]:
        amount = announced(line) if line.amounts else None
        if amount and not amount.of:
            yield line, amount.low


def counted(outline: Outline) -> Iterator[tuple[Line, float, list[str]]]:
    """What is counted in whole, with the stems of its name: 'all 7 tasks', '7/7 tasks'."""
    for line in outline.counting:
        for amount in line.present:
            if amount.unit == "count" and not amount.comparator and is_whole(line, amount):
                words = WORD.findall(amount.noun or line.text[amount.end :].split(".")[0])
                yield line, amount.low, [stem(word) for word in up_to_function_word(words[:NOUN])]


def is_whole(line: Line, amount: Amount) -> bool:
    """Whether a count is of all of its things: 'all 7 tasks', '7/7 tasks'."""
    if amount.of:
        return amount.of == amount.low
    every = line.words.get("every", ()) if amount.low == amount.high else ()
    return any(0 <= amount.start - mark.end <= BESIDE for mark in every)


def is_of(outline: Outline, row: Row, noun: list[str]) -> bool:
    """Whether a count is of what a section is headed as a list of, or of what its headings number."""
    title = outline.sections[row.section].title if row.section else ""
    named = {stem(word) for word in WORD.findall(title)}
    listed = bool(noun) and noun[-1] in named and topic(title) <= set(noun)
    return listed or (len(noun) == 1 and bool(row.word) and noun[0] == stem(row.word))
