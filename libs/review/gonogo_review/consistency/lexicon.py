"""Finds the words of `words/*.yaml` in a line: which categories stand in it, and where.

A line is looked up in its own language and in English, which stands in reports of every language. It costs one pass
over its words.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import msgspec

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
    """All entries: spaced ones by their first letters, the others by their first character."""

    spaced: dict[str, list[Entry]]
    wide: dict[str, list[tuple[str, str]]]
    """Phrases, each with its category."""


@cache
def words(language: str) -> Mapping[str, list[str]]:
    """The phrases of one language by category; nothing for a language that has no file."""
    file = resources.files("gonogo_review.consistency.words").joinpath(f"{language}.yaml")
    if not language.isalpha() or not file.is_file():
        return {}
    listed = msgspec.yaml.decode(file.read_bytes(), type=dict[str, list[str]])
    return {name: [folded(phrase) for phrase in phrases] for name, phrases in listed.items()}


@cache
def lexicon(language: str) -> Lexicon:
    """One language's words, loaded once."""
    spaced: dict[str, list[Entry]] = {}
    wide: dict[str, list[tuple[str, str]]] = {}
    entries = ((c, p) for c, phrases in words(language).items() if c not in SINGLE for p in phrases)
    for category, phrase in entries:
        if WIDE.search(phrase):
            wide.setdefault(phrase[0], []).append((phrase, category))
        else:
            entry = Entry(tuple(phrase.split()), category)
            spaced.setdefault(entry.words[0][:KEY].rstrip("*"), []).append(entry)
    return Lexicon(spaced, wide)


def same(word: str, pattern: str) -> bool:
    """Whether a word is the entry's, by its beginning where the entry ends in `*`."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(maxsize=65536)
def beginning(word: str, language: str) -> tuple[Entry, ...]:
    """The language's entries that begin with this word; kept, as reports repeat their words."""
    spaced = lexicon(language).spaced
    near = (entry for size in range(1, min(KEY, len(word)) + 1) for entry in spaced.get(word[:size], ()))
    return tuple(entry for entry in near if same(word, entry.words[0]))


def follows(tokens: list[re.Match[str]], at: int, entry: Entry) -> bool:
    """Whether the rest of a phrase stands after its first word."""
    if at + len(entry.words) > len(tokens):
        return False
    return all(same(tokens[at + i].group(), word) for i, word in enumerate(entry.words[1:], 1))


def folded(text: str) -> str:
    """The text in lower case, as long as it was; the Turkish dotless and dotted i are one."""
    return text.replace("İ", "i").lower().replace("ı", "i")


def marks(line: str, languages: tuple[str, ...]) -> Marks:
    """Every category whose words stand in a line, with the places."""
    text = folded(line)
    found: dict[str, list[Mark]] = {}
    tokens = list(WORD.finditer(text))
    for at, token in enumerate(tokens):
        for language in languages:
            for entry in beginning(token.group(), language):
                if len(entry.words) == 1 or follows(tokens, at, entry):
                    place = Mark(token.start(), tokens[at + len(entry.words) - 1].end())
                    found.setdefault(entry.category, []).append(place)
    if WIDE.search(text):
        for language in languages:
            add_wide(text, language, found)
    return found


def add_wide(text: str, language: str, found: dict[str, list[Mark]]) -> None:
    """Adds the words of a language that does not set its words apart."""
    wide = lexicon(language).wide
    for at, character in enumerate(text) if wide else ():
        for phrase, category in wide.get(character, ()):
            if text.startswith(phrase, at):
                found.setdefault(category, []).append(Mark(at, at + len(phrase)))


@lru_cache(maxsize=8192)
def marks_of_label(label: str, languages: tuple[str, ...]) -> Marks:
    """`marks` of a short text that several rules ask for."""
    return marks(label, languages)


@cache
def single(category: str) -> frozenset[str]:
    """The one-word entries of a category, of all languages."""
    folder = resources.files("gonogo_review.consistency.words")
    files = sorted(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))
    return frozenset(p for language in files for p in words(language).get(category, ()) if " " not in p)
