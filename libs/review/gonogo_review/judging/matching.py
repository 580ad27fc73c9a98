"""Which statements speak of which criterion: by metric, by the words that name the thing, by the section they stand in.

One pass over the words of each statement, whatever the number of criteria.
"""

import functools
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from gonogo_review.model import Reading, Statement
from gonogo_review.rubric import Criterion, Rubric
from gonogo_review.rubric.words import words

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose phrases are found as substrings: Thai, Lao, kana, Han, Hangul."""


MAX_SPACED, MAX_UNSPACED = 90, 35
"""Characters of a statement of status that speaks of one thing."""


class Matched(msgspec.Struct, frozen=True):
    """Indexes of the statements that speak of one criterion."""

    direct: tuple[int, ...] = ()
    """By metric or by the statement's own words."""
    indirect: tuple[int, ...] = ()
    """By the heading that they stand under."""


class Phrases(msgspec.Struct, frozen=True):
    """The words of all criteria, indexed by the first three letters of their first word."""

    by_start: dict[str, list[tuple[tuple[str, ...], int]]]
    unspaced: re.Pattern[str] | None
    owners: dict[str, list[int]]
    """Unspaced phrase to criteria."""

    def find(self, text: str) -> set[int]:
        """Indexes of the criteria that the text names."""
        spoken = _WORD.findall(_folded(text))
        found = {
            criterion
            for at, word in enumerate(spoken)
            for phrase, criterion in self.by_start.get(word[:3], ())
            if _stands(phrase, spoken, at)
        }
        if self.unspaced and _UNSPACED.search(text):
            found.update(owner for hit in self.unspaced.findall(text) for owner in self.owners[hit])
        return found


def match(reading: Reading, rubric: Rubric) -> list[Matched]:
    """For each criterion the statements that speak of it."""
    phrases = compile_phrases(rubric, _languages(reading))
    metrics = _metric_owners(rubric.criteria)
    titles = [phrases.find(section.title) for section in reading.sections]
    direct: dict[int, list[int]] = defaultdict(list)
    indirect: dict[int, list[int]] = defaultdict(list)
    for index, statement in enumerate(reading.statements):
        own = set() if _is_summary(statement) else phrases.find(statement.text)
        measured = {owner for metric in _metrics(statement) for owner in metrics.get(metric, ())}
        for criterion in own | measured:
            direct[criterion].append(index)
        for criterion in set() if own else _title(titles, statement) - measured:
            indirect[criterion].append(index)
    return [Matched(tuple(direct[at]), tuple(indirect[at])) for at in range(len(rubric.criteria))]


@functools.lru_cache(maxsize=8)
def _compiled(subjects: tuple[tuple[str, ...], ...]) -> Phrases:
    by_start: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    owners: dict[str, list[int]] = defaultdict(list)
    for criterion, phrases in enumerate(subjects):
        for phrase in phrases:
            if _UNSPACED.search(phrase):
                owners[phrase].append(criterion)
            else:
                parts = tuple(re.findall(r"[^\W_]+\*?", _folded(phrase)))
                by_start[parts[0][:3].rstrip("*")].append((parts, criterion))
    longest_first = sorted(owners, key=lambda phrase: (-len(phrase), phrase))
    unspaced = re.compile("|".join(map(re.escape, longest_first))) if owners else None
    return Phrases(dict(by_start), unspaced, dict(owners))


def compile_phrases(rubric: Rubric, languages: Sequence[str]) -> Phrases:
    """The rubric's own words and those of the report's languages, indexed; kept for the next report."""
    further = [words(language) for language in languages]
    return _compiled(
        tuple(
            (*itertools.chain(*one.subjects.values()), *itertools.chain(*(each.get(one.id, ()) for each in further)))
            for one in rubric.criteria
        )
    )


def _languages(reading: Reading) -> list[str]:
    spoken = {reading.language, *(statement.language for statement in reading.statements)}
    return sorted({language.partition("-")[0] for language in spoken})


def _folded(text: str) -> str:
    """Small letters without accents, which many reports leave out."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _stands(phrase: Sequence[str], spoken: Sequence[str], at: int) -> bool:
    if at + len(phrase) > len(spoken):
        return False
    return all(
        spoken[at + step].startswith(part[:-1]) if part.endswith("*") else spoken[at + step] == part
        for step, part in enumerate(phrase)
    )


def _metric_owners(criteria: Sequence[Criterion]) -> dict[str, list[int]]:
    owners: dict[str, list[int]] = defaultdict(list)
    for index, criterion in enumerate(criteria):
        ways = {condition.metric for way in criterion.ways for condition in way}
        for metric in sorted(ways.union(criterion.metrics)):
            owners[metric].append(index)
    return owners


def _metrics(statement: Statement) -> set[str]:
    named = {amount.metric for amount in statement.amounts if amount.metric}
    return named | {statement.metric} if statement.metric else named


def _is_summary(statement: Statement) -> bool:
    """Whether a statement of status is a long sentence: it names much and claims none of it."""
    longest = MAX_UNSPACED if _UNSPACED.search(statement.text) else MAX_SPACED
    return statement.type == "status" and len(statement.text) > longest


def _title(titles: Sequence[set[int]], statement: Statement) -> set[int]:
    """What the statement's section names; the title of the whole document names nothing."""
    return titles[statement.section] if 0 < statement.section < len(titles) else set()
