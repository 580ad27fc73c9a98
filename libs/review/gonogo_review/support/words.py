"""The words of `words.yaml` and `places.yaml`, to be found in reports."""

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from gonogo_review.support.folding import fold, singular

_LATIN = re.compile(r"[a-z0-9\u0400-\u04ff]")
"""Scripts that part words by spaces."""


def data(name: str) -> dict[str, Any]:
    """A data file beside this module; every value is text, also 'no' and 'on'."""
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    return yaml.load(text, yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506 - builds text and lists only


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile("|".join(map(_pattern, words))) for kind, words in data("words.yaml").items()}


def _pattern(word: str) -> str:
    body = re.escape(fold(word)).replace(r"\*", r"\w*")
    return rf"(?<!\w){body}(?!\w)" if _LATIN.match(fold(word)) else body


def says(kind: str, text: str) -> bool:
    """Whether a text uses a word of this kind."""
    return _patterns()[kind].search(fold(text)) is not None


def says_together(first: str, second: str, text: str) -> bool:
    """Whether a word of one kind stands right before one of another: 'all services', not 'all critical services'."""
    return _together(first, second).search(fold(text)) is not None


@cache
def _together(first: str, second: str) -> re.Pattern[str]:
    between = "|".join(map(_pattern, data("words.yaml")["between"]))
    parts = _patterns()[first].pattern, _patterns()[second].pattern
    return re.compile(rf"(?:{parts[0]})(?:[\s*`]*(?:{between}|\d{{1,9}}(?!\d)))*[\s*`]*(?:{parts[1]})")


def without(kind: str, text: str) -> str:
    """A folded text without the words of this kind."""
    return _patterns()[kind].sub(" ", fold(text))


@cache
def _places() -> dict[str, str]:
    return {singular(fold(word)): place for place, words in data("places.yaml").items() for word in words}


def place(word: str) -> str:
    """The word that a folder has for a folded word of another language; else the word itself."""
    return _places().get(word, word)
