"""Any bytes to lines of text."""

import msgspec

from gonogo_review.text.encodings import to_lines
from gonogo_review.text.mojibake import repair


class Text(msgspec.Struct, frozen=True):
    """An uploaded document as text."""

    lines: tuple[str, ...]
    """One for each line of the bytes split at a line feed; a carriage return before it is dropped.

    Never split or join them at anything else (`str.splitlines` would): the line numbers of a review rest on them.
    """
    encoding: str
    """Name of the encoding that the bytes were read in: `utf-8`, `utf-16-le`, `cp1252`, `gb18030`, ..."""
    repaired: bool
    """Text that an earlier program had read in the wrong encoding was put right."""


def decode(data: bytes) -> Text:
    """Reads bytes in whatever encoding they are. Never fails: what cannot be read becomes U+FFFD."""
    lines, encoding = to_lines(data)
    repaired = _repair(lines)
    lines[0] = lines[0].removeprefix("\ufeff")
    if b"\r" in data:
        lines = [line.removesuffix("\r") for line in lines]
    if b"\0" in data:
        lines = [line.replace("\0", "\ufffd") for line in lines]
    return Text(tuple(lines), encoding, repaired)


def _repair(lines: list[str]) -> bool:
    """Repairs the lines, and tells whether anything was wrong with them; plain ASCII never is."""
    numbers = [number for number, line in enumerate(lines) if not line.isascii()]
    text = "\n".join([lines[number] for number in numbers])
    mended = repair(text)
    if mended is text:
        return False
    for number, line in zip(numbers, mended.split("\n"), strict=True):
        lines[number] = line
    return True
