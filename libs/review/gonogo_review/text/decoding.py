"""Any bytes to lines of text."""

import msgspec

from gonogo_review.text.encodings import to_text
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
    text, encoding = to_text(data)
    mended = repair(text)
    lines = mended.removeprefix("\ufeff").replace("\r\n", "\n").replace("\0", "\ufffd").split("\n")
    lines[-1] = lines[-1].removesuffix("\r")
    return Text(tuple(lines), encoding, mended is not text)
