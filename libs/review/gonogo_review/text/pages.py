"""The code pages in which UTF-8 is read by mistake, and what its bytes look like in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import yaml

from gonogo_review.text.losses import lossy_forms

# Well-formed UTF-8 (The Unicode Standard, table 3-7): after which first bytes which second bytes, and how many more.
_WELL_FORMED = (
    ((0xC2, 0xDF), (0x80, 0xBF), 0),
    ((0xE0, 0xE0), (0xA0, 0xBF), 1),
    ((0xE1, 0xEC), (0x80, 0xBF), 1),
    ((0xED, 0xED), (0x80, 0x9F), 1),
    ((0xEE, 0xEF), (0x80, 0xBF), 1),
    ((0xF0, 0xF0), (0x90, 0xBF), 2),
    ((0xF1, 0xF3), (0x80, 0xBF), 2),
    ((0xF4, 0xF4), (0x80, 0x8F), 2),
)


@dataclass(frozen=True)
class Page:
    """A code page, or several that agree, as misreaders of UTF-8. Its patterns are made when they are first needed."""

    name: str
    codecs: tuple[str, ...]
    lost: frozenset[int]
    """Bytes whose character is often dropped although the code page has one."""
    known: tuple[str, ...]
    """Characters that are believed where bytes were lost, the common first."""
    flat: Mapping[str, str]
    """What editors put for typographic signs."""

    @cached_property
    def byte_of(self) -> dict[str, int]:
        """What a character was before it was misread: a byte of 0x80 or more."""
        # Where a code page has no character, browsers show a control character of the same number.
        return {
            bytes([byte]).decode(codec, "ignore") or chr(byte): byte
            for codec in self.codecs
            for byte in range(0x80, 0x100)
        }

    @cached_property
    def leads(self) -> frozenset[str]:
        """Characters that a misread sequence starts with."""
        return frozenset(char for char, byte in self.byte_of.items() if 0xC2 <= byte <= 0xF4)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Misread characters in a row, all of their bytes there."""
        return _in_a_row(self._one(self.leads))

    @cached_property
    def damaged(self) -> re.Pattern[str]:
        """Misread characters in a row, some with lost bytes."""
        return _in_a_row(self._damaged_one)

    @cached_property
    def token(self) -> re.Pattern[str]:
        """One misread character, whole or with lost bytes."""
        return re.compile(self._damaged_one)

    @cached_property
    def losses(self) -> dict[str, str]:
        """What is left of a well-known character where bytes were lost, and the character."""
        losses: dict[str, str] = {}
        for codec in self.codecs:
            losses = lossy_forms(codec, self.lost, self.flat, self.known) | losses
        return losses

    def original(self, token: str) -> str:
        """The character that one misread token was."""
        return self.losses.get(token) or bytes(map(self.byte_of.__getitem__, token)).decode()

    @cached_property
    def _damaged_one(self) -> str:
        heads = sorted({form[0] for form in self.losses})
        forms = sorted(self.losses, key=lambda form: (-len(form), form))
        rests = ["|".join(re.escape(form[1:]) for form in forms if form[0] == head) for head in heads]
        ways = [f"(?<={re.escape(head)})(?:{rest})" for head, rest in zip(heads, rests, strict=True)]
        return self._one(self.leads.union(heads), *ways)

    def _one(self, leads: frozenset[str], *more: str) -> str:
        tail = self._set(0x80, 0xBF)
        ways = [
            f"(?<={self._set(*first)}){self._set(*second)}{tail * rest}"
            for first, second, rest in _WELL_FORMED
            if self._set(*first) != _NEVER
        ]
        # It starts with one set so that the engine skips plain text fast.
        return f"[{re.escape(''.join(sorted(leads)))}](?:{'|'.join([*ways, *more])})"

    def _set(self, first: int, last: int) -> str:
        chars = "".join(char for char, byte in self.byte_of.items() if first <= byte <= last)
        return f"[{re.escape(chars)}]" if chars else _NEVER


_NEVER = "(?!)"


def _in_a_row(one: str) -> re.Pattern[str]:
    # Possessive: the engine keeps no way back, so that a long row needs no memory.
    return re.compile(f"{one}(?:{one})*+")


@cache
def pages() -> tuple[Page, ...]:
    """Every page that a misreading is looked for in."""
    data = yaml.load(files(__package__).joinpath("data/pages.yaml").read_bytes(), yaml.CSafeLoader)
    words = data["known"].split()
    # A variation selector can be damaged where the sign before it is not.
    known = tuple(dict.fromkeys([*words, *"".join(words)]))
    return tuple(
        Page(page["name"], tuple(page["codecs"]), frozenset(page.get("lost", ())), known, data["flat"])
        for page in data["pages"]
    )
