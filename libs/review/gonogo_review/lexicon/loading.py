"""Reads the lexicons' files. Every scalar is text: in YAML's own reading `no` would be false and `on` true."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from gonogo_review.text.accents import spellings

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORDS = re.compile(r"[^()|]+")

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "pl", "tr", "ru", "zh", "ja", "ko")
"""What there is a file for; another language is read with the English one."""


@cache
def load(name: str) -> dict[str, Any]:
    """A lexicon's file as it stands: mappings and lists of text."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - the base loader makes nothing but text
    return data


def forms(entry: str) -> list[str]:
    """`(a|b(c|d)) e` as `a e`, `bc e` and `bd e`."""
    if "(" not in entry:
        return [entry]
    found, _ = _choices(entry, 0)
    return list(dict.fromkeys(" ".join(form.split()) for form in found))


def _choices(entry: str, index: int) -> tuple[list[str], int]:
    """The forms up to the bracket that closes this group, and the index of that bracket."""
    done: list[str] = []
    open_ = [""]
    while index < len(entry) and entry[index] != ")":
        sign = entry[index]
        if sign == "(":
            inner, index = _choices(entry, index + 1)
            open_ = [form + choice for form in open_ for choice in inner]
        elif sign == "|":
            done, open_ = done + open_, [""]
        else:
            word = _WORDS.match(entry, index)
            end = word.end() if word else index + 1
            open_ = [form + entry[index:end] for form in open_]
            index = end - 1
        index += 1
    return done + open_, index


def all_forms(entries: list[str]) -> list[str]:
    """Every form of every entry, in their order."""
    return [form for entry in entries for form in forms(entry)]


@cache
def spelt_out(name: str) -> dict[str, Any]:
    """A lexicon's file with every form of its entries, and each as it is typed without accents."""
    data = _with_forms(load(name))
    known = frozenset(_listed(data))
    made: dict[str, Any] = _with_spellings(data, known)
    return made


def _with_forms(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _with_forms(held) for name, held in data.items()}
    return all_forms(data) if isinstance(data, list) else data


def _listed(data: Any) -> Iterator[str]:
    """Every word and phrase of lists, and every name of a number."""
    if isinstance(data, dict):
        for name, held in data.items():
            yield from [name] if isinstance(held, str) else _listed(held)
    elif isinstance(data, list):
        yield from data


def _with_spellings(data: Any, known: frozenset[str]) -> Any:
    """`known` words mean something else than what is spelt like them: 'des' is not 'dès'."""
    if isinstance(data, list):
        return data + [spelt for form in data for spelt in spellings(form) if spelt not in known]
    if not isinstance(data, dict):
        return data
    made = {name: _with_spellings(held, known) for name, held in data.items()}
    numbers = {spelt: held for name, held in data.items() if isinstance(held, str) for spelt in spellings(name)}
    return numbers | made
