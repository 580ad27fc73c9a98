"""Tells the encodings from before Unicode apart by the letters that the text would have in them."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# Bytes that are looked at, and the share of letters in place from which a reading is taken without asking further.
_SAMPLE = 3000
_SURE = 0.9
_FALLBACK = "cp1252"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_].)", r"(?![^\W\d_])"
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def detect(data: bytes) -> str:
    """The encoding of bytes that are no UTF-8, as Python names it.

    Args:
        data: the bytes, or only those lines that are not plain ASCII.
    """
    sample = _sample(data)
    score, codec = max(((_fit(sample, codec, text), codec) for codec, text in _alphabets()), key=lambda pair: pair[0])
    if score >= _SURE:
        return codec
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample, cp_isolation=list(_data()["wide"])).best()
    if best is not None:
        return best.encoding
    return codec if score else _FALLBACK


def _sample(data: bytes) -> bytes:
    """The first bytes, up to the end of a line so that no character is cut."""
    head = data[:_SAMPLE]
    return head[: head.rfind(b"\n") + 1] or head if len(data) > _SAMPLE else data


def _fit(sample: bytes, codec: str, in_place: re.Pattern[str]) -> float:
    """Share of the characters beyond ASCII that stand where a writer of the language would put them."""
    text = sample.decode(codec, "replace")
    return len(in_place.findall(text)) / max(1, len(_NON_ASCII.findall(text)))


@cache
def _alphabets() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = _data()
    return tuple(
        (codec, _in_place(letters, data["beside"], data["apart"]))
        for codec, alphabets in data["codecs"].items()
        for letters in alphabets
    )


def _in_place(letters: str, beside: str, apart: str) -> re.Pattern[str]:
    """Letters of the alphabet, capitals only where no small letter precedes, and signs where signs stand."""
    capitals = "".join(letter.upper() for letter in letters if len(letter.upper()) == 1 and letter.upper() > "\x7f")
    latin = min(letters) < "\u0250"
    small = f"a-z{letters}" if latin else letters
    # Other scripts do not mix with Latin letters in a word.
    alone = "" if latin else "(?<![a-zA-Z].)(?![a-zA-Z])"
    ways = [
        f"(?<=[{letters}]){alone}",
        f"(?<=[{capitals}])(?<![{small}].){alone}",
        f"(?<=[{beside}]){_NO_LETTER_BEFORE}",
        f"(?<=[{beside}]){_NO_LETTER_AFTER}",
        f"(?<=[{small}]’)",
        f"(?<=[{apart}]){_NO_LETTER_BEFORE}{_NO_LETTER_AFTER}",
    ]
    # It begins with one set and then looks back, so that the engine skips plain text fast.
    return re.compile(f"[^\\x00-\\x7f](?:{'|'.join(ways)})")


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(
        files(__package__).joinpath("data/encodings.yaml").read_bytes(), yaml.CSafeLoader
    )
    return loaded
