"""Which metric the words around a quantity name."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from gonogo_review.metrics.phrases import Hit, Phrases, entries, tokens_of
from gonogo_review.metrics.registry import UnitKind, metrics, unit_kind

_ENGLISH = "en"
# Characters that are looked at: the words around a number are few.
_LONGEST = 400
_NAME = re.compile(
    r"`([\w@./-]{2,80})`|(?<![\w./])([\w@./-]{1,80}\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|rb|php|cs|cpp|vue|sql|sh|yml|yaml))\b"
)


class Match(NamedTuple):
    """A metric, and the part of the system that it is of."""

    metric: str
    scope: str
    """Words of the registry (`backend`, `unit`, `backend unit`) or the name of a file; empty for the whole."""


@lru_cache(8192)
def match(text: str, unit: str, language: str) -> Match | None:
    """The metric that a text names, or None where it names none or several.

    Args:
        text: the words around a quantity, a table's header, a row's label.
        unit: the quantity's unit as in the contracts (`%`, `ms`, `count`, ...); empty where it is not known, or where
            the quantity is a change (`44% improvement`), whose unit says nothing of the metric.
        language: ISO 639-1. English words count in every language.
    """
    words = _words(language)
    tokens = tokens_of(text[:_LONGEST])
    hits = list((_said_in(unit_kind(unit), language) if unit else words.names).find(tokens))
    if not hits:
        return None
    most = max([hit.weight for hit in hits])
    named = {hit.meaning: hit for hit in hits if hit.weight == most and not _means_else(hit, tokens, words)}
    if len(named) != 1:
        return None
    (hit,) = named.values()
    return Match(hit.meaning, _scope(text[:_LONGEST], tokens, hit, words))


class _Words(NamedTuple):
    names: Phrases
    unless: dict[str, Phrases]
    scopes: Phrases


@cache
def _said_in(kind: UnitKind | None, language: str) -> Phrases:
    """The phrases of the metrics that are said in units of this kind."""
    return _words(language).names.only({metric.name for metric in metrics().values() if kind in metric.units})


def _means_else(hit: Hit, tokens: Sequence[str], words: _Words) -> bool:
    other = words.unless.get(hit.meaning)
    return other is not None and any(not found.tokens & hit.tokens for found in other.find(list(tokens)))


def _scope(text: str, tokens: list[str], hit: Hit, words: _Words) -> str:
    name = _NAME.search(text)
    if name:
        return name[1] or name[2]
    ignored = metrics()[hit.meaning].ignores
    found = [part for part in words.scopes.find(tokens) if not part.tokens & hit.tokens]
    return " ".join(part for part in dict.fromkeys(part.meaning for part in found) if part not in ignored)


@cache
def _words(language: str) -> _Words:
    files_read = [_file(name) for name in dict.fromkeys((language, _ENGLISH))]
    unless: dict[str, list[tuple[str, str]]] = {}
    for data in files_read:
        for metric, phrases in data["unless"].items():
            unless.setdefault(metric, []).extend((metric, phrase) for phrase in phrases)
    return _Words(
        Phrases(pair for data in files_read for pair in entries(data["metrics"])),
        {metric: Phrases(pairs) for metric, pairs in unless.items()},
        Phrases(pair for data in files_read for pair in entries(data["scopes"])),
    )


def _file(language: str) -> dict[str, Any]:
    path = files(__package__).joinpath(f"words/{language}.yaml")
    if not path.is_file():
        return {"metrics": {}, "unless": {}, "scopes": {}}
    data: dict[str, Any] = yaml.load(path.read_bytes(), yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text
    return data
