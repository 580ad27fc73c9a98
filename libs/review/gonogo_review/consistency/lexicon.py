"""Finds the words of `words/*.yaml` in a line: which categories stand in it, and where.

A report mixes languages, so every line is looked up in all of them. A line costs one pass over its words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

WORD = re.compile(r"[^\W_]+(?:['’.\-/][^\W_]+)*")
WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose words are not set apart by spaces, or carry particles: matched as parts of the line."""
KEY = 3
"""Entries are indexed by this many first letters."""
SINGLE = ("generic",)
"""Categories of single words that are asked for by `single` and not looked up in every line."""


class Entry(NamedTuple):
    """A word or phrase, and the category that it stands for."""

    words: tuple[str, ...]
    category: str


class Mark(NamedTuple):
    """A place in a line where a category's word stands."""

    start: int
    end: int


Marks = Mapping[str, list[Mark]]
NONE: Marks = {}


class Lexicon(NamedTuple):
    """All entries: spaced ones by their first letters, the others as one pattern per category."""

    spaced: dict[str, list[Entry]]
    wide: dict[str, re.Pattern[str]]


def entries() -> Iterator[tuple[str, str]]:
    """Every (category, phrase) of every language."""
    folder = resources.files("gonogo_review.consistency.words")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            for category, phrases in yaml.safe_load(file.read_text("utf-8")).items():
                for phrase in phrases:
                    yield category, str(phrase).lower()


@cache
def lexicon() -> Lexicon:
    """The words, loaded once."""
    spaced: dict[str, list[Entry]] = {}
    wide: dict[str, set[str]] = {}
    for category, phrase in entries():
        if category in SINGLE:
            continue
        if WIDE.search(phrase):
            wide.setdefault(category, set()).add(phrase)
            continue
        words = tuple(phrase.split())
        listed = spaced.setdefault(words[0][:KEY].rstrip("*"), [])
        if Entry(words, category) not in listed:
            listed.append(Entry(words, category))
    patterns = {c: re.compile("|".join(map(re.escape, sorted(p, key=lambda x: (-len(x), x))))) for c, p in wide.items()}
    return Lexicon(spaced, patterns)


def same(word: str, pattern: str) -> bool:
    """Whether a word is the entry's, by its beginning where the entry ends in `*`."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def candidates(word: str, spaced: Mapping[str, list[Entry]]) -> Iterator[Entry]:
    """Entries that may begin with this word."""
    for size in range(1, KEY + 1):
        if size <= len(word):
            yield from spaced.get(word[:size], ())


def marks(line: str) -> Marks:
    """Every category whose words stand in a line, with the places."""
    text = line.lower()
    known = lexicon()
    found: dict[str, list[Mark]] = {}
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    for at, (word, start, _) in enumerate(words):
        for entry in candidates(word, known.spaced):
            size = len(entry.words)
            if at + size <= len(words) and all(same(words[at + i][0], w) for i, w in enumerate(entry.words)):
                found.setdefault(entry.category, []).append(Mark(start, words[at + size - 1][2]))
    if WIDE.search(text):
        for category, pattern in known.wide.items():
            places = [Mark(m.start(), m.end()) for m in pattern.finditer(text)]
            if places:
                found[category] = sorted(found.get(category, []) + places)
    return found


@cache
def single(category: str) -> frozenset[str]:
    """The one-word entries of a category."""
    return frozenset(phrase for name, phrase in entries() if name == category and " " not in phrase)
