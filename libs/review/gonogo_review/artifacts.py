"""Files, paths, addresses, commands and endpoints that a line names, and what it says of them."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import yaml

from gonogo_review.metrics.phrases import Phrases, tokens_of

Kind = Literal["file", "path", "address", "command", "endpoint"]
Said = Literal["created", "exists", "planned", "absent", ""]

# Characters of a line that are looked at, and artifacts of one line that are told.
_LONGEST, _MOST = 20_000, 200
# In doubt the first holds: what is to be made or missing is not there, whatever else is said.
_ORDER: tuple[Said, ...] = ("planned", "absent", "created", "exists")

_ENDPOINT = re.compile(
    r"\b(?P<verb>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|WS|WEBSOCKET)[`*]{0,3}[\s|:]{1,4}[`*]{0,3}(?P<route>/[\w\-./{}:*\[\]<>]{0,200})"
)
_ADDRESS = re.compile(r"(?:https?|wss?|ftp|s3|gs)://[^\s`\"'<>|)\]}，。]{3,500}")
_CODE = re.compile(r"`([^`\n]{2,200})`")
_RUN = re.compile(
    r"(?:^|(?<=[\s`(]))(?:npm|pnpm|yarn|bun) run [\w:.-]{1,60}|^\s*\$?\s{0,2}make [a-z][\w.-]{0,60}(?=\s*(?:#|$))"
)
_WORD = re.compile(
    r"(?<![\w@./~$%\\-])(?:[\w@~.-]{0,100}+(?:/[\w@.\[\]+-]{1,100}){1,20}/?|[\w@.-]{1,100}+/(?=[\s`*),.:;]|$)|[\w@.-]{2,120})"
    r"(?![\w@/])"
)
# What a line has to hold to name anything: a slash in a word or code, a dot before a letter, a command, a bare name.
_WORTH = re.compile(
    r"[\w.`*:|-]/|/[\w.]|[\w`*(]\.[a-zA-Z]|(?:^|[\s`(])\.[a-z]|`\w+[ _]|file\b|CODEOWNERS|LICENSE|make |(?: run )"
)
_MIGRATION = re.compile(r"\d{4,14}_[a-z0-9_]{3,}")
_LAST = re.compile(r"\.([A-Za-z][\w]{0,11})$")


class Artifact(NamedTuple):
    """A thing outside the report that it names."""

    kind: Kind
    target: str
    """The path without a line number, the address, the whole command, or `GET /route`."""
    start: int
    end: int
    """Characters of the line, half open."""


def find(line: str) -> list[Artifact]:
    """What a line names, in order; of things that overlap the one that says more (an address rather than its path)."""
    text = line[:_LONGEST]
    if not _WORTH.search(text):
        return []
    found: list[Artifact] = []
    for artifact in (*_endpoints(text), *_addresses(text), *_commands(text), *_paths(text)):
        if len(found) >= _MOST:
            break
        if not any(artifact.start < other.end and other.start < artifact.end for other in found):
            found.append(artifact)
    return sorted(found, key=lambda artifact: artifact.start)


def said(line: str, language: str, found: list[Artifact] | None = None) -> Said:
    """What a line says of the things that it names: that they were created, exist, are planned, or are absent.

    Args:
        line: the line, or the part of it that speaks of the thing.
        language: ISO 639-1. English words count in every language.
        found: what `find` gives for the line, where it was asked already.
    """
    text = line[:_LONGEST]
    for artifact in reversed(find(text) if found is None else found):
        text = f"{text[: artifact.start]} {text[artifact.end :]}"
    meanings = {hit.meaning for hit in _words(language).find(tokens_of(text)[:400])}
    return next((meaning for meaning in _ORDER if meaning in meanings), "")


def _endpoints(text: str) -> Iterator[Artifact]:
    for match in _ENDPOINT.finditer(text) if "/" in text else ():
        route = match["route"].rstrip(".:*")
        if route:
            end = match.start("route") + len(route)
            yield Artifact("endpoint", f"{match['verb']} {route}", match.start(), end)


def _addresses(text: str) -> Iterator[Artifact]:
    for match in _ADDRESS.finditer(text) if "://" in text else ():
        address = match[0].rstrip(".,;:!?*_")
        yield Artifact("address", address, match.start(), match.start() + len(address))


def _commands(text: str) -> Iterator[Artifact]:
    for match in _CODE.finditer(text) if "`" in text else ():
        first, _, rest = match[1].strip().partition(" ")
        if rest and (first in _data()["commands"] or first.startswith("./")):
            yield Artifact("command", match[1].strip(), match.start(1), match.end(1))
    for match in _RUN.finditer(text) if " run " in text or "make " in text else ():
        command = match[0].strip(" $\t")
        yield Artifact("command", command, match.end() - len(command), match.end())


def _paths(text: str) -> Iterator[Artifact]:
    names = _data()["names"]
    for match in _WORD.finditer(text):
        word = match[0]
        quoted = text[match.start() - 1 : match.start()] == "`"
        if not quoted and "." not in word and "/" not in word and word not in names:
            continue
        target = word.rstrip(".").removeprefix("@/")
        kind = _kind(target, quoted=quoted)
        if kind:
            yield Artifact(
                kind, target, match.end() - len(word.removeprefix("@/")), match.start() + len(word.rstrip("."))
            )


def _kind(target: str, *, quoted: bool) -> Kind | None:
    name = target.rsplit("/", 1)[-1]
    data = _data()
    if name in data["names"] or name.startswith(".env."):
        return "file"
    ending = _LAST.search(name) if "." in name else None
    if ending and ending[1].lower() in data["extensions"]:
        return "file" if name.lower() not in data["products"] and len(name) > len(ending[0]) else None
    if target.endswith("/") and len(target) > 2 and not target.startswith("//"):
        return "path"
    if quoted and _MIGRATION.fullmatch(target):
        return "path"
    inside = quoted and "/" in target and target[0] not in "/@" and bool(re.search(r"[a-z]", target))
    return "path" if inside else None


@cache
def _data() -> dict[str, frozenset[str]]:
    return {name: frozenset(_file()[name].split()) for name in ("extensions", "names", "products", "commands")}


@cache
def _words(language: str) -> Phrases:
    return Phrases(
        (meaning, phrase)
        for meaning, by_language in _file()["said"].items()
        for name in dict.fromkeys((language, "en"))
        for phrase in by_language.get(name, ())
    )


@cache
def _file() -> dict[str, Any]:
    text = files(__package__).joinpath("artifacts.yaml").read_bytes()
    data: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text
    return data
