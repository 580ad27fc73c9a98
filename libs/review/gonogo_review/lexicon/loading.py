"""Reads the lexicons' files. Every scalar is text: in YAML's own reading `no` would be false and `on` true."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

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
    """Every form of every entry, in their order; those with a dotless i also as capitals come back in lower case."""
    found = [form for entry in entries for form in forms(entry)]
    return found + [form.replace("ı", "i") for form in found if "ı" in form]
