"""Finds the words of `words/*.yaml` in a line: which categories stand in it, and where.

A line is looked up in its own language and in English, which stands in reports of every language. It costs one pass
over its words.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import msgspec

WORD = re.compile(r"[^\W_]+(?:['’.\-/][^\W_]+)*")
WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose words are not set apart by spaces, or carry particles: matched as parts of the line."""
KEY = 3
"""Entries are indexed by this many first letters."""
SINGLE = ("generic", "amounts_to", "until")
"""Categories of single words that are asked for by `single` and not looked up in every line."""


class Entry(NamedTuple):
    """A word or phrase, and the category that it stands for."""

    first: str
    rest: tuple[str, ...]
    category: str


class Mark(msgspec.Struct, frozen=True, order=True, gc=False):
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
    starts: re.Pattern[str] | None
    """The characters that phrases of `wide` begin with; None where there are none."""


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
            first, *rest = phrase.split()
            spaced.setdefault(first[:KEY].rstrip("*"), []).append(Entry(first, tuple(rest), category))
    return Lexicon(spaced, wide, re.compile(f"[{re.escape(''.join(wide))}]") if wide else None)


def same(word: str, pattern: str) -> bool:
    """Whether a word is the entry's, by its beginning where the entry ends in `*`."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(maxsize=65536)
def beginning(word: str, languages: tuple[str, ...]) -> tuple[Entry, ...]:
    """The languages' entries that begin with this word; kept, as reports repeat their words."""
    keys = [word[:size] for size in range(1, min(KEY, len(word)) + 1)]
    near = (entry for language in languages for key in keys for entry in lexicon(language).spaced.get(key, ()))
    return tuple(entry for entry in near if same(word, entry.first))


def follows(spoken: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    """Whether the rest of a phrase stands at a place. The first letters are asked first: few phrases get further."""
    if at + len(rest) > len(spoken) or spoken[at][0] != rest[0][0]:
        return False
    return all(same(spoken[step], word) for step, word in enumerate(rest, at))


def folded(text: str) -> str:
    """The text in lower case, as long as it was; the Turkish dotless and dotted i are one."""
    return text.replace("İ", "i").lower().replace("ı", "i")


def marks(line: str, languages: tuple[str, ...]) -> Marks:
    """Every category whose words stand in a line, with the places."""
    text = folded(line)
    found: dict[str, list[Mark]] = {}
    tokens = list(WORD.finditer(text))
    spoken = [token.group() for token in tokens]
    for at, word in enumerate(spoken):
        for _, rest, category in beginning(word, languages):
            if not rest or follows(spoken, at + 1, rest):
                found.setdefault(category, []).append(Mark(tokens[at].start(), tokens[at + len(rest)].end()))
    if not text.isascii() and WIDE.search(text):
        for language in languages:
            add_wide(text, language, found)
    return found


def add_wide(text: str, language: str, found: dict[str, list[Mark]]) -> None:
    """Adds the words of a language that does not set its words apart."""
    known = lexicon(language)
    for start in known.starts.finditer(text) if known.starts else ():
        at = start.start()
        for phrase, category in known.wide[start.group()]:
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
