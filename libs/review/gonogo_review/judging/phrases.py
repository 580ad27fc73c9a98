"""The words of all criteria, found in one pass over a text, whatever the number of criteria."""

import functools
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from gonogo_review.model import Reading
from gonogo_review.rubric import Rubric
from gonogo_review.rubric.words import words

_WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose phrases are found as substrings: Thai, Lao, kana, Han, Hangul."""


class Phrase(NamedTuple):
    """Words that name a criterion."""

    first: str
    is_start: bool
    """Whether any word that starts with the first will do."""
    rest: tuple[str, ...]
    criterion: int


class Phrases(msgspec.Struct, frozen=True):
    """The words of all criteria, indexed by the first three letters of their first word."""

    by_start: dict[str, list["Phrase"]]
    unspaced: re.Pattern[str] | None
    owners: dict[str, list[int]]
    """Unspaced phrase to criteria."""

    def find(self, text: str) -> set[int]:
        """Indexes of the criteria that the text names."""
        spoken = _WORD.findall(_folded(text))
        found = {
            criterion
            for at, word in enumerate(spoken, 1)
            for first, is_start, rest, criterion in self.by_start.get(word[:3], ())
            if (word.startswith(first) if is_start else word == first) and _stand(rest, spoken, at)
        }
        if self.unspaced and UNSPACED.search(text):
            found.update(owner for hit in self.unspaced.findall(text) for owner in self.owners[hit])
        return found


@functools.lru_cache(maxsize=8)
def _compiled(subjects: tuple[tuple[str, ...], ...]) -> Phrases:
    by_start: dict[str, list[Phrase]] = defaultdict(list)
    owners: dict[str, list[int]] = defaultdict(list)
    for criterion, phrases in enumerate(subjects):
        for phrase in phrases:
            if UNSPACED.search(phrase):
                owners[phrase].append(criterion)
            else:
                first, *rest = re.findall(r"[^\W_]+\*?", _folded(phrase))
                named = Phrase(first.rstrip("*"), first.endswith("*"), tuple(rest), criterion)
                by_start[named.first[:3]].append(named)
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


def languages_of(reading: Reading) -> list[str]:
    """The languages that the report speaks, as two letters each."""
    spoken = {reading.language, *(statement.language for statement in reading.statements)}
    return sorted({language.partition("-")[0] for language in spoken})


def _folded(text: str) -> str:
    """Small letters without accents, which many reports leave out."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _stand(rest: Sequence[str], spoken: Sequence[str], at: int) -> bool:
    """Whether these words stand at a place."""
    if not rest:
        return True
    return at + len(rest) <= len(spoken) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(rest, spoken[at : at + len(rest)], strict=True)
    )
