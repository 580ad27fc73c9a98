"""Finds the words of `words/*.yaml` in a line: which categories stand in it, and where.

A line is looked up in its own language and in English, which stands in reports of every language. It costs one pass
over its words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib import resources
from typing import NamedTuple

import msgspec

from gonogo_review.consistency.kept import Known
from gonogo_review.text.accents import spellings

WORD = re.compile(r"[^\W_]+(?:['’.\-/][^\W_]+)*")
PLAIN_WORD = re.compile(r"[a-z0-9]+(?:['.\-/][a-z0-9]+)*")
"""`WORD` in small letters of ASCII, which is found faster."""
JOINS = re.compile(r"[^\W_]|['’.\-/]")
"""What may belong to a word that goes on."""
WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose words are not set apart by spaces, or carry particles: matched as parts of the line."""
KEY = 3
"""Entries are indexed by this many first letters."""
SINGLE = ("generic", "amounts_to", "until")
"""Categories of single words that are asked for by `single` and not looked up in every line."""


class Entry(NamedTuple):
    """What follows the first word of a phrase, and the categories that the phrase stands for."""

    rest: tuple[str, ...]
    initials: str
    """The first letters of the rest, each of its words' one: few phrases have those of the line."""
    categories: tuple[str, ...]


class Mark(msgspec.Struct, frozen=True, order=True, gc=False):
    """A place in a line where a category's word stands."""

    start: int
    end: int


Marks = Mapping[str, list[Mark]]
NONE: Marks = {}


Ranked = tuple[int, int, str, Entry]
"""An entry's rank (short words first, each as they are listed), its first word, and the entry."""
Begun = Mapping[str, Sequence[Entry]]
"""The entries that a word begins, by the first letter of the word after it; under nothing those without a rest."""
NOTHING: Begun = {}


class Lexicon(NamedTuple):
    """All entries: spaced ones by their first word or its first letters, the others by their first character."""

    whole: dict[str, list[Ranked]]
    begun: dict[str, list[Ranked]]
    """Entries whose first word ends in `*`, by its first letters."""
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
    return {name: list(dict.fromkeys(map(folded, spelt_out(phrases)))) for name, phrases in listed.items()}


def spelt_out(phrases: list[str]) -> list[str]:
    """The phrases, and behind them as they are typed without accents."""
    return phrases + [spelt for phrase in phrases for spelt in spellings(phrase)]


@cache
def lexicon(language: str) -> Lexicon:
    """One language's words, loaded once."""
    whole: dict[str, list[Ranked]] = {}
    begun: dict[str, list[Ranked]] = {}
    wide: dict[str, list[tuple[str, str]]] = {}
    entries = ((c, p) for c, phrases in words(language).items() if c not in SINGLE for p in phrases)
    for number, (category, phrase) in enumerate(entries):
        if WIDE.search(phrase):
            wide.setdefault(phrase[0], []).append((phrase, category))
        else:
            first, *rest = phrase.split()
            start = first.removesuffix("*")
            entry = Entry(tuple(rest), "".join(word[0] for word in rest), (category,))
            ranked = (min(KEY, len(start)), number, start, entry)
            if start == first:
                whole.setdefault(start, []).append(ranked)
            else:
                begun.setdefault(start[:KEY], []).append(ranked)
    return Lexicon(whole, begun, wide, re.compile(f"[{re.escape(''.join(wide))}]") if wide else None)


def same(word: str, pattern: str) -> bool:
    """Whether a word is the entry's, by its beginning where the entry ends in `*`."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def beginning(word: str, languages: tuple[str, ...]) -> Begun:
    """The languages' entries that begin with this word."""
    found: list[Entry] = []
    keys = (word[:1], word[:2], word[:3]) if len(word) > 2 else (word[:1], word[:2])[: len(word)]
    for language in languages:
        known = lexicon(language)
        ranked = known.whole.get(word, [])
        for key in keys:
            if key in known.begun:
                ranked = ranked + [one for one in known.begun[key] if word.startswith(one[2])]
        found += [one[3] for one in sorted(ranked)] if ranked else ()
    return by_letter(found) if found else NOTHING


def by_letter(found: list[Entry]) -> Begun:
    """Entries by the first letter of the word after their first; those that have no further word under each."""
    letters = {"", *[entry.initials[:1] for entry in found]}
    if len(letters) == 1:
        return {"": (Entry((), "", tuple([c for entry in found for c in entry.categories])),)}
    return {c: tuple([e for e in found if not e.rest or e.initials[0] == c]) for c in letters}


@lru_cache(maxsize=16)
def vocabulary(languages: tuple[str, ...]) -> Known[Begun]:
    """For each word the languages' entries that begin with it."""
    return Known(partial(beginning, languages=languages))


def folded(text: str) -> str:
    """The text in lower case, as long as it was; the Turkish dotless and dotted i are one."""
    return text.lower() if text.isascii() else text.replace("İ", "i").lower().replace("ı", "i")


def marks(line: str, languages: tuple[str, ...]) -> Marks:
    """Every category whose words stand in a line, with the places."""
    text = folded(line)
    spaced = text.isascii()
    spoken = (PLAIN_WORD if spaced else WORD).findall(text)
    initials = "".join([word[0] for word in spoken])
    hits = []
    for at, begun in enumerate(map(vocabulary(languages).__getitem__, spoken), 1):
        if begun:
            for rest, letters, categories in begun.get(initials[at : at + 1]) or begun[""]:
                if not rest or (initials.startswith(letters, at) and all(map(same, spoken[at : at + len(rest)], rest))):
                    hits.append((at - 1, at + len(rest) - 1, categories))
    found = placed(hits, text, spoken) if hits else {}
    if not spaced and WIDE.search(text):
        for language in languages:
            add_wide(text, language, found)
    return found


def placed(hits: Iterable[tuple[int, int, tuple[str, ...]]], text: str, spoken: Iterable[str]) -> dict[str, list[Mark]]:
    """The categories with the places of their words, given by the words that they begin and end with."""
    starts, ends, end = [], [], 0
    for word in spoken:
        start = text.find(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    found: dict[str, list[Mark]] = {}
    for first, last, categories in hits:
        mark = Mark(starts[first], ends[last])
        for category in categories:
            if category in found:
                found[category].append(mark)
            else:
                found[category] = [mark]
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


def marks_of_part(part: str, line: str, found: Marks, languages: tuple[str, ...]) -> Marks:
    """`marks` of a part of a line: from the line's own, where the part's words are those of the line."""
    start = line.find(part)
    end = start + len(part)
    if start < 0 or JOINS.match(line[start - 1 : start]) or JOINS.match(line, end):
        return marks_of_label(part, languages)
    inner: dict[str, list[Mark]] = {}
    for category, places in found.items():
        for mark in places:
            if start <= mark.start and mark.end <= end:
                inner.setdefault(category, []).append(Mark(mark.start - start, mark.end - start))
    return inner


def without(text: str, found: Marks, *categories: str) -> str:
    """The text with blanks where words of these categories stand; all else keeps its place."""
    for category in categories:
        for mark in found.get(category, ()):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


@cache
def single(category: str) -> frozenset[str]:
    """The one-word entries of a category, of all languages."""
    folder = resources.files("gonogo_review.consistency.words")
    files = sorted(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))
    return frozenset(p for language in files for p in words(language).get(category, ()) if " " not in p)
