"""The code pages in which UTF-8 is read by mistake, and what its bytes look like in them."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from gonogo_review.text.losses import lossy_forms


class Page(msgspec.Struct, frozen=True):
    """A code page as a misreader of UTF-8."""

    name: str
    byte_of: dict[str, int]
    """What a character was before it was misread: a byte of 0x80 or more."""
    losses: dict[str, str]
    """What is left of a well-known character where bytes were lost, and the character."""
    leads: frozenset[str]
    """Characters that a misread sequence starts with."""
    token: re.Pattern[str]
    """One misread character, whole or with lost bytes."""
    chain: re.Pattern[str]
    """One or more of them in a row."""

    def original(self, token: str) -> str:
        """The character that one misread token was, whole or with lost bytes."""
        return self.losses.get(token) or bytes(map(self.byte_of.__getitem__, token)).decode()


@cache
def pages() -> tuple[Page, ...]:
    """Every page that a misreading is looked for in."""
    data = yaml.load(files(__package__).joinpath("data/pages.yaml").read_bytes(), yaml.CSafeLoader)  # noqa: S506
    return tuple(_page(entry, data["known"].split()) for entry in data["pages"])


def _page(entry: dict[str, Any], known: list[str]) -> Page:
    byte_of = _table(entry["codecs"])
    chars = ["".join(char for char, byte in byte_of.items() if byte == wanted) for wanted in range(256)]
    losses: dict[str, str] = {}
    for codec in entry["codecs"]:
        losses |= lossy_forms(codec, set(entry.get("lost", ())), known) | losses
    leads = frozenset("".join(chars[0xC2:0xF5])) | {form[0] for form in losses}
    token = _token(chars, leads, losses)
    return Page(
        entry["name"], byte_of, losses, leads, re.compile(token, re.DOTALL), re.compile(f"{token}(?:{token})*+")
    )


def _table(codecs: list[str]) -> dict[str, int]:
    """Which byte each character stands for."""
    byte_of: dict[str, int] = {}
    for codec in codecs:
        for byte in range(0x80, 0x100):
            char = bytes([byte]).decode(codec, "ignore")
            if char:
                byte_of.setdefault(char, byte)
    return byte_of


def _token(chars: list[str], leads: frozenset[str], losses: dict[str, str]) -> str:
    def some(first: int, last: int) -> str:
        return _set("".join(chars[first : last + 1]))

    tail = some(0x80, 0xBF)
    # Well-formed UTF-8 (The Unicode Standard, table 3-7): after these first bytes, these second bytes and so many more.
    rows = [
        (0xC2, 0xDF, tail, 0),
        (0xE0, 0xE0, some(0xA0, 0xBF), 1),
        (0xE1, 0xEC, tail, 1),
        (0xED, 0xED, some(0x80, 0x9F), 1),
        (0xEE, 0xEF, tail, 1),
        (0xF0, 0xF0, some(0x90, 0xBF), 2),
        (0xF1, 0xF3, tail, 2),
        (0xF4, 0xF4, some(0x80, 0x8F), 2),
    ]
    ways = [f"(?<={some(first, last)}){second}{tail * rest}" for first, last, second, rest in rows]
    forms = sorted(losses, key=lambda form: (-len(form), form))
    for head in sorted({form[0] for form in forms}):
        rests = "|".join(re.escape(form[1:]) for form in forms if form[0] == head)
        ways.append(f"(?<={re.escape(head)})(?:{rests})")
    # It starts with one set so that the engine skips plain text fast.
    return f"{_set(''.join(sorted(leads)))}(?:{'|'.join(ways)})"


def _set(chars: str) -> str:
    return f"[{re.escape(chars)}]" if chars else "(?!)"
