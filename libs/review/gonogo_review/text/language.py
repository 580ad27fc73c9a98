"""In which of twelve languages a report, or one line of it, is written."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from gonogo_review.text.accents import spellings

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "pl", "tr", "ru", "zh", "ja", "ko")
_DEFAULT = "en"
# Characters that are looked at, of a text and of a line: more do not change the answer.
_SAMPLE, _LINE = 4_000, 400
# Reports name products, files and commands in Latin letters whatever their language, so that a smaller share of another
# script's letters decides.
_SCRIPT_SHARE = 0.25
# Points that a line needs, and its lead over the report's own language, to count as written in another.
_LINE_POINTS, _LINE_LEAD = 1.5, 1.0
# Points of a letter; a word that only one language has gives one.
_LETTER = 0.5

# A word of prose: no part of a path, an option, an identifier or a number's unit.
# It begins with one set and then looks back, so that the engine skips the rest fast.
_WORD = re.compile(
    r"[a-z\x80-\U0010ffff](?<![\w./`@-].)(?:(?<=[a-z])[a-z]*+|(?<=[^\W\d_])[^\W\d_]*+)(?![\w/`@-])", re.DOTALL
)


def _run(characters: str) -> re.Pattern[str]:
    """Characters of a script in a row. It begins with one set, by which the engine skips other text fast."""
    return re.compile(f"[{characters}][{characters}]*+")


_BEYOND = _run("^\\x00-\\x7f")
_LATIN = _run("a-zA-Z\u00c0-\u024f")


def language_of(lines: Sequence[str]) -> str:
    """The language of most of a text, by its ISO 639-1 code; English where nothing tells."""
    text = _sample(lines)
    script = _by_script(text, _DEFAULT)
    if script:
        return script
    points = _points(text, most=_SAMPLE)
    return max(LANGUAGES, key=points.__getitem__)


def line_language(line: str, default: str) -> str:
    """The language of one line; `default`, the report's, unless the line plainly speaks another."""
    text = line[:_LINE]
    script = _by_script(text, default)
    if script:
        return script
    points = _points(text, most=1)
    best = max(LANGUAGES, key=points.__getitem__)
    plain = points[best] >= _LINE_POINTS and points[best] >= points.get(default, 0.0) + _LINE_LEAD
    return best if plain else default


def _sample(lines: Sequence[str]) -> str:
    """Lines from everywhere in the text, up to the number of characters that are looked at."""
    step = max(1, sum(map(len, lines)) // _SAMPLE)
    taken, size = [], 0
    for line in lines[::step]:
        taken.append(line[:_LINE])
        size += len(taken[-1])
        if size > _SAMPLE:
            break
    return "\n".join(taken)


def _by_script(text: str, default: str) -> str:
    """The language that the script alone tells; nothing for Latin letters."""
    if text.isascii():
        return ""
    beyond = "".join(_BEYOND.findall(text))
    counts = {name: sum(map(len, pattern.findall(beyond))) for name, pattern in _SCRIPTS.items()}
    if not any(counts.values()):
        return ""
    total = sum(counts.values()) + sum(map(len, _LATIN.findall(text)))
    east = counts["ja"] + counts["zh"] + counts["ko"]
    if counts["ru"] > _SCRIPT_SHARE * total:
        return "ru"
    if not east or (east <= _SCRIPT_SHARE / 2 * total and default not in _EASTERN):
        return ""
    if counts["ko"] > counts["ja"] + counts["zh"]:
        return "ko"
    if counts["ja"] > east / 10:
        return "ja"
    return default if default in _EASTERN else "zh"


_EASTERN = frozenset(("zh", "ja", "ko"))
_SCRIPTS = {
    "ja": _run("\u3041-\u30fa\u30fc-\u30ff"),
    "zh": _run("\u3400-\u9fff\uf900-\ufaff"),
    "ko": _run("\uac00-\ud7a3"),
    "ru": _run("\u0400-\u04ff"),
}


def _points(text: str, most: int) -> dict[str, float]:
    """What speaks for each language: its letters and its words, each at most so often, shared ones less."""
    points = dict.fromkeys(LANGUAGES, 0.0)
    small = text.lower()
    words, letters, telling = _signs()
    said = [word for word in _WORD.findall(small) if word in words]
    for word, count in Counter(said).items() if most > 1 else ((word, 1) for word in dict.fromkeys(said)):
        for language in words[word]:
            points[language] += min(count, most) / len(words[word])
    if not small.isascii():
        beyond = "".join(_BEYOND.findall(small))
        for language, pattern in letters.items() if telling.search(beyond) else ():
            points[language] += _LETTER * len(pattern.findall(beyond))
    return points


@cache
def _signs() -> tuple[dict[str, list[str]], dict[str, re.Pattern[str]], re.Pattern[str]]:
    """The languages of each word, for some languages the letters that the others lack, and all of these letters."""
    data: dict[str, dict[str, str]] = yaml.load(
        files(__package__).joinpath("data/languages.yaml").read_bytes(), yaml.CSafeLoader
    )
    languages: dict[str, list[str]] = {}
    for language, words in data["words"].items():
        for word in dict.fromkeys(words.split()):
            languages.setdefault(word, []).append(language)
    typed = {spelt: listed for word, listed in languages.items() for spelt in spellings(word)}
    letters = {language: re.compile(f"[{letters}]") for language, letters in data["letters"].items()}
    return typed | languages, letters, re.compile(f"[{''.join(data['letters'].values())}]")
