"""Words of many languages as phrases that are found in a text in any inflection that a phrase allows."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from gonogo_review.lexicon.loading import forms
from gonogo_review.text.accents import unaccented

_EAST = "\u2e80-\ud7ff\uf900-\ufaff"
_TOKEN = re.compile(rf"[^\W_{_EAST}]+|[{_EAST}]|[;|!?]")
# Where one thought ends: no phrase reaches over it.
_BARRIERS = frozenset(";|!?。；！？｜")
# Tokens that may stand between the parts of a phrase: words, or characters of a script that writes no spaces.
_GAP, _EAST_GAP = 2, 4
# Characters that every word with an open end has at least.
_START = 3


class Phrase(NamedTuple):
    """A phrase: parts in order, each of tokens side by side; a token that ends in `*` may go on."""

    parts: tuple[tuple[str, ...], ...]
    meaning: str
    needs: frozenset[str]
    """Tokens without which it cannot stand in a text."""
    weight: tuple[int, int]
    """How much it says: the number of its parts, then of its tokens."""
    plain: bool
    """One word and nothing else: it stands wherever that word does."""


class Hit(NamedTuple):
    """A phrase in a text: what it means, how much it says, and which tokens it is made of."""

    meaning: str
    weight: tuple[int, int]
    tokens: frozenset[int]


def tokens_of(text: str) -> list[str]:
    """Words in small letters without accents; each character of Chinese, Japanese and Korean for itself."""
    return _TOKEN.findall(unaccented(text.lower()))


class Phrases:
    """Many phrases, looked for together."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """Takes pairs of what a phrase means and the phrase, in the form of the lexicons."""
        self._by_word: dict[str, list[Phrase]] = {}
        self._by_start: dict[str, list[Phrase]] = {}
        for meaning, entry in entries:
            for form in forms(entry):
                parts = tuple(_part(word) for word in form.split())
                if parts:
                    self._index(_phrase(parts, meaning))

    def only(self, meanings: Container[str]) -> "Phrases":
        """The phrases with one of these meanings."""
        made = Phrases(())
        for index, own in ((self._by_word, made._by_word), (self._by_start, made._by_start)):
            for key, listed in index.items():
                kept = [phrase for phrase in listed if phrase.meaning in meanings]
                if kept:
                    own[key] = kept
        return made

    def find(self, tokens: list[str]) -> Iterator[Hit]:
        """Every place of every phrase."""
        by_word, by_start = self._by_word, self._by_start
        present = frozenset(tokens)
        for start, token in enumerate(tokens):
            listed = by_word.get(token, ())
            begun = by_start.get(token[:_START])
            for phrase in (*listed, *begun) if begun else listed:
                if phrase.needs <= present and (used := _fit(phrase, tokens, start)):
                    yield Hit(phrase.meaning, phrase.weight, used)

    def _index(self, phrase: Phrase) -> None:
        first = phrase.parts[0][0]
        index, key = (self._by_start, first[:-1][:_START]) if first.endswith("*") else (self._by_word, first)
        index.setdefault(key, []).append(phrase)


def _phrase(parts: tuple[tuple[str, ...], ...], meaning: str) -> Phrase:
    tokens = [token for part in parts for token in part]
    needs = frozenset(token for token in tokens if not token.endswith("*"))
    return Phrase(parts, meaning, needs, (len(parts), len(tokens)), len(tokens) == len(needs) == 1)


def _part(word: str) -> tuple[str, ...]:
    tokens = tokens_of(word)
    return (*tokens[:-1], f"{tokens[-1]}*") if word.endswith("*") else tuple(tokens)


def _fit(phrase: Phrase, tokens: list[str], start: int) -> frozenset[int]:
    """The tokens that make up the phrase from here on; none where it does not stand here."""
    if phrase.plain:
        return frozenset((start,))
    used: list[int] = []
    at, gap = start, 0
    for part in phrase.parts:
        found = _next(part, tokens, at, gap)
        if found < 0:
            return frozenset()
        used.extend(range(found, found + len(part)))
        at, gap = found + len(part), _EAST_GAP if part[0][0] >= "\u2e80" else _GAP
    return frozenset(used)


def _next(part: tuple[str, ...], tokens: list[str], at: int, gap: int) -> int:
    for start in range(at, min(at + gap, len(tokens) - len(part)) + 1):
        if _same(part[0], tokens[start]) and (
            len(part) == 1 or all(map(_same, part[1:], tokens[start + 1 : start + len(part)]))
        ):
            return start
        if tokens[start] in _BARRIERS:
            return -1
    return -1


def _same(pattern: str, token: str) -> bool:
    return token.startswith(pattern[:-1]) if pattern.endswith("*") else token == pattern


def entries(mapping: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """A mapping from meanings to phrases as pairs."""
    return [(meaning, phrase) for meaning, phrases in mapping.items() for phrase in phrases]
