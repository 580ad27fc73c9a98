"""A lexicon as the readers use it: phrases by table and first word, and sets where one word is asked for."""

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

from gonogo_review.claims.tokens import CJK, Token, tokenise
from gonogo_review.lexicon.loading import LANGUAGES, spelt_out

_CJK = re.compile(f"[{CJK}]+")
_LISTS = (
    "attained", "asides", "loose_times", "verbs", "counted", "tallied", "scored", "of_behind", "negations", "verdicts",
    "vague", "status_labels", "notes", "imperatives", "from", "to", "range", "of", "per", "zeros", "none_words",
    "zero_nouns", "no_nouns", "no_guards", "weak_numbers", "names", "plural_names", "stops", "months",
    "heading_nouns", "heading_states", "per_second", "working_days", "target_sections", "value_sections",
    "before_sections", "after_sections", "weak_zeros", "joints", "counters", "within", "http_before",
    "http_after", "modals", "guards", "questions", "described", "predicative", "timed", "moments", "during",
    "added", "by", "modes", "attributive", "direct_nouns", "conditions", "from_behind", "to_behind", "denials",
    "between", "loads", "glue", "progress", "alone", "partly", "possible",
    "statistics", "zero_adjectives", "needed", "with", "expectations", "acts", "letters", "validating", "needs",
    "present", "refusals", "audits", "conducts", "rest", "singling", "endings",
    "articles", "plurals", "infinitives", "wholes", "without", "identifiers", "linking", "guards_behind",
    "ordinals", "rates", "saved", "versions", "latencies", "provisos", "clearances", "preceding", "left", "faulty",
    "demands", "factors", "horizons", "mends", "unwanted", "ports", "wards", "discovered", "multiplying",
)  # fmt: skip
_SENTENCE = (
    "subjects", "universal", "working", "copulas", "adverbs", "verbs", "purpose", "fulfils", "objects",
)  # fmt: skip
_PHRASES = (
    "states", "cells", "parens", "participles", "comparators", "after_comparators", "roles", "roles_behind", "units",
    "columns",
)  # fmt: skip

_TWO = 2
"""Words of a phrase that its table is looked up by."""


class Phrase(NamedTuple):
    """A phrase of the lexicon: its words, and what it stands for in its table."""

    words: tuple[str, ...]
    value: str
    text: str


@dataclass
class Lexicon:
    """Everything that the words of one language, and English beside it, say."""

    language: str
    tables: dict[str, dict[str, list[Phrase]]] = field(default_factory=dict)
    firsts: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each table the words that its phrases begin with."""
    alone: dict[str, dict[str, Phrase]] = field(default_factory=dict)
    """For each table its phrases of one word."""
    seconds: dict[str, dict[str, dict[str, list[Phrase]]]] = field(default_factory=dict)
    """For each table its phrases of several words, by their first and second word, the longest first."""
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    scales: dict[str, float] = field(default_factory=dict)
    multiples: dict[str, float] = field(default_factory=dict)
    sentence: dict[str, frozenset[str]] = field(default_factory=dict)
    decimal_comma: bool = False
    space_thousands: bool = False
    compounds: bool = False
    """A noun may be the end of a longer one: 'Sicherheitsprobleme'."""
    zero_copula: bool = False
    """Sentences need no 'is' between their subject and what it is."""
    split: "re.Pattern[str] | None" = None
    number_words: frozenset[str] = frozenset()
    within: "re.Pattern[str]" = field(default_factory=lambda: re.compile("(?!)"))
    """What sets an end to a time, where a word begins."""
    scope_words: frozenset[str] = frozenset()
    """The first words of titles that give the amounts below them a role."""
    of_openers: frozenset[str] = frozenset()
    """The first words of what says `of`."""
    guard_openers: frozenset[str] = frozenset()
    """The first words of what makes a condition."""
    label_ends: frozenset[str] = frozenset()
    """The last words of labels whose value is a state, and what is one behind any label."""
    sieve: frozenset[str] = frozenset()
    """Of every phrase that may make a state one word: a line without any of them says none."""
    triggers: frozenset[str] = frozenset()
    """Words that make a line without a digit and without a sign worth a closer look."""

    @cached_property
    def bracketed(self) -> frozenset[str]:
        """What tells a state only in brackets."""
        return self.firsts["parens"] | self.sets["needs"]

    @property
    def small(self) -> frozenset[str]:
        """Words too common to look for."""
        return (
            self.sets["stops"] | self.sets["negations"] | self.sentence["adverbs"] | self.sentence["universal"] | {"-"}
        )

    def tokens(self, text: str) -> list[Token]:
        """The line's tokens, runs without blanks divided at known words."""
        return tokenise(text, self.split)

    def state_of(self, text: str) -> str:
        """The state that these words alone say; nothing where they say none."""
        phrases = self.tables["states"].get(text.split(" ", maxsplit=1)[0], ())
        return next((phrase.value for phrase in phrases if phrase.text == text and phrase.value != "neutral"), "")

    def matches(self, tokens: list[Token], index: int, table: str) -> Phrase | None:
        """The longest phrase of a table that begins at this token; none where there is no such token."""
        if index >= len(tokens):
            return None
        first = tokens[index].low
        longer = self.seconds[table].get(first)
        if longer is not None and index + 1 < len(tokens):
            for phrase in longer.get(tokens[index + 1].low, ()):
                words = phrase.words
                rest = tokens[index + 2 : index + len(words)]
                if len(words) == _TWO or words[2:] == tuple([token.low for token in rest]):
                    return phrase
        return self.alone[table].get(first)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon for lines of this language; English words are known in all of them."""
    names = ["en"] if language == "en" or language not in LANGUAGES else [language, "en"]
    files = [spelt_out(name) for name in names]
    made = Lexicon(language)
    made.sets = {name: frozenset(form for data in files for form in data.get(name, [])) for name in _LISTS}
    made.sets["joints"] |= {",", "、", "/", "&", "，", "|"}
    made.numbers = _numbers(files, "numbers")
    made.scales = _numbers(files, "scales")
    made.multiples = _numbers(files, "multiples")
    made.number_words = frozenset(made.numbers).union(
        made.multiples, *(made.sets[name] for name in ("zeros", "none_words", "without", "discovered"))
    )
    made.sentence = _sentence(files)
    made.decimal_comma = files[0].get("decimal") == "comma"
    made.space_thousands = files[0].get("thousands") == "space"
    made.compounds = files[0].get("compounds") == "glued"
    made.zero_copula = files[0].get("copula") == "none"
    _add_phrases(made, files)
    made.scope_words = frozenset(
        form.split(" ")[0] for role in ("target", "value", "before", "after") for form in made.sets[f"{role}_sections"]
    )
    made.within = re.compile("(?:^| )(?:" + "|".join(map(re.escape, sorted(made.sets["within"]))) + ")(?: |$)")
    made.of_openers = frozenset(form.split(" ")[0] for form in made.sets["of"])
    made.guard_openers = frozenset(form.split(" ")[0] for form in made.sets["guards"])
    labels = made.sets["status_labels"] | made.sets["progress"]
    made.label_ends = frozenset(form.split(" ")[-1] for form in labels) | made.sets["wholes"]
    made.sieve = _sieve(made)
    made.triggers = made.sieve | made.number_words
    return made


def _numbers(files: list[dict[str, Any]], name: str) -> dict[str, float]:
    return {word: float(value) for data in reversed(files) for word, value in data.get(name, {}).items()}


def _sentence(files: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    tables = [data.get("sentence", {}) for data in files]
    made = {name: frozenset(form for table in tables for form in table.get(name, [])) for name in _SENTENCE}
    made["chain"] = made["adverbs"] | made["working"]
    made["small"] = made["adverbs"] | made["copulas"]
    made["openers"] = frozenset(form.split(" ")[0] for form in made["verbs"]) | made["working"] | made["fulfils"]
    return made


def _entries(files: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Form, table and value of every phrase. Groups that only look like a state stand among the states."""
    entries = [
        (form, table, value)
        for data in files
        for table in _PHRASES
        for value, listed in data.get(table, _behind(data) if table == "roles_behind" else {}).items()
        for form in listed
    ]
    return entries + [(form, "states", "neutral") for data in files for form in data.get("neutral", [])]


def _sieve(made: Lexicon) -> frozenset[str]:
    """One word of each phrase that may make a state: its first that is no small word."""
    phrases = [phrase.words for table in ("states", "parens", "participles") for listed in made.tables[table].values()
               for phrase in listed if phrase.value != "neutral"]  # fmt: skip
    phrases += [tuple(form.split(" ")) for form in (*made.sentence["verbs"], *made.sets["heading_states"])]
    small = made.small
    telling = {next((word for word in words if word not in small), words[0]) for words in phrases}
    return frozenset(telling).union(
        made.sentence["working"], made.sentence["fulfils"], made.label_ends, made.sets["needed"]
    )


def _add_phrases(made: Lexicon, files: list[dict[str, Any]]) -> None:
    """Compiles all tables of phrases, and what divides runs of Chinese, Japanese and Korean."""
    entries = _entries(files)
    made.split = _splitter(made, [form for form, _, _ in entries])
    made.tables = {table: {} for table in _PHRASES}
    for form, table, value in dict.fromkeys(entries):
        words = tuple(token.low for token in made.tokens(form))
        if words:
            made.tables[table].setdefault(words[0], []).append(Phrase(words, value, " ".join(words)))
    for phrases in made.tables.values():
        for listed in phrases.values():
            listed.sort(key=lambda phrase: (-len(phrase.words), phrase.value != "neutral"))
    made.firsts = {table: frozenset(phrases) for table, phrases in made.tables.items()}
    made.alone = {
        table: {listed[-1].text: next(phrase for phrase in listed if len(phrase.words) == 1)
                for listed in phrases.values() if len(listed[-1].words) == 1}
        for table, phrases in made.tables.items()
    }  # fmt: skip
    made.seconds = {table: _by_second(phrases) for table, phrases in made.tables.items()}


def _by_second(phrases: dict[str, list[Phrase]]) -> dict[str, dict[str, list[Phrase]]]:
    found: dict[str, dict[str, list[Phrase]]] = {}
    for first, listed in phrases.items():
        for phrase in listed:
            if len(phrase.words) >= _TWO:
                found.setdefault(first, {}).setdefault(phrase.words[1], []).append(phrase)
    return found


def _behind(data: dict[str, Any]) -> dict[str, list[str]]:
    """Most languages say the same words in front of an amount and behind it."""
    return {role: listed for role, listed in data.get("roles", {}).items() if role in ("target", "delta")}


def _splitter(made: Lexicon, forms: list[str]) -> "re.Pattern[str] | None":
    known = {run for form in forms for run in _CJK.findall(form)}
    known.update(run for name in made.sets for form in made.sets[name] for run in _CJK.findall(form))
    known.update(word for word in [*made.numbers, *made.scales, *made.multiples] if _CJK.fullmatch(word))
    known.update(word for words in made.sentence.values() for word in words if _CJK.fullmatch(word))
    if not known:
        return None
    return re.compile("(" + "|".join(map(re.escape, sorted(known, key=lambda word: (-len(word), word)))) + ")")
