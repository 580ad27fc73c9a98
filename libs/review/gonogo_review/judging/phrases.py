"""The words of all criteria, found in one pass over a text, whatever the number of criteria."""

import functools
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from gonogo_review.consistency.kept import Known
from gonogo_review.model import Reading
from gonogo_review.rubric import Rubric
from gonogo_review.rubric.words import words


class _Unmarked(dict[int, int | None]):
    """A table for `str.translate` that leaves out what is set over or under a letter."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_UNMARKED = _Unmarked()
_WORD = re.compile(r"[^\W_]+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose phrases are found as substrings: Thai, Lao, kana, Han, Hangul."""


class Phrase(NamedTuple):
    """Words that name a criterion."""

    first: str
    is_start: bool
    """Whether any word that starts with the first will do."""
    rest: tuple[str, ...]
    initials: str
    """The first letters of the rest: few phrases have those of the text."""
    criterion: int


class Phrases(msgspec.Struct, frozen=True, eq=False):
    """The words of all criteria, indexed by their first word."""

    unspaced: re.Pattern[str] | None
    owners: dict[str, list[int]]
    """Unspaced phrase to criteria."""
    beginning: Known[tuple[Phrase, ...]]
    """The phrases that begin with a word."""

    def find(self, text: str) -> set[int]:
        """Indexes of the criteria that the text names."""
        folded = _folded(text)
        spoken = (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)
        initials = ""
        found: set[int] = set()
        for at, begun in enumerate(map(self.beginning.__getitem__, spoken), 1):
            for _, _, rest, letters, criterion in begun:
                initials = initials or "".join([word[0] for word in spoken])
                if not rest or (initials.startswith(letters, at) and _stand(rest, spoken, at)):
                    found.add(criterion)
        if self.unspaced and UNSPACED.search(text):
            found.update(owner for hit in self.unspaced.findall(text) for owner in self.owners[hit])
        return found


def _beginning(word: str, by_start: dict[str, list[Phrase]]) -> tuple[Phrase, ...]:
    near = by_start.get(word[:3], ())
    return tuple([one for one in near if (word.startswith(one.first) if one.is_start else word == one.first)])


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
                letters = "".join(word[0] for word in rest)
                named = Phrase(first.rstrip("*"), first.endswith("*"), tuple(rest), letters, criterion)
                by_start[named.first[:3]].append(named)
    longest_first = sorted(owners, key=lambda phrase: (-len(phrase), phrase))
    unspaced = re.compile("|".join(map(re.escape, longest_first))) if owners else None
    return Phrases(unspaced, dict(owners), Known(functools.partial(_beginning, by_start=dict(by_start))))


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
    spoken = {reading.language, *[statement.language for statement in reading.statements]}
    return sorted({language.partition("-")[0] for language in spoken})


def _folded(text: str) -> str:
    """Small letters without accents, which many reports leave out."""
    text = text.casefold()
    if text.isascii():
        return text
    return unicodedata.normalize("NFD", text).translate(_UNMARKED)


def _stand(rest: Sequence[str], spoken: Sequence[str], at: int) -> bool:
    """Whether these words stand at a place."""
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(rest, spoken[at : at + len(rest)], strict=True)
    )
