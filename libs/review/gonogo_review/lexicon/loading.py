"""Reads the lexicons' files. Every scalar is text: in YAML's own reading `no` would be false and `on` true."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_GROUP = re.compile(r"\(([^()]*)\)")

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "pl", "tr", "ru", "zh", "ja", "ko")
"""What there is a file for; another language is read with the English one."""


@cache
def load(name: str) -> dict[str, Any]:
    """A lexicon's file as it stands: mappings and lists of text."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - the base loader makes nothing but text
    return data


def forms(entry: str) -> list[str]:
    """`(a|b) c` as `a c` and `b c`."""
    match = _GROUP.search(entry)
    if match is None:
        return [" ".join(entry.split())]
    head, tail = entry[: match.start()], entry[match.end() :]
    return [form for choice in match[1].split("|") for form in forms(head + choice + tail)]


def all_forms(entries: list[str]) -> list[str]:
    """Every form of every entry, in their order."""
    return [form for entry in entries for form in forms(entry)]
