"""A text without its credentials."""

import re
from collections.abc import Sequence

from gonogo_review.model import Secret
from gonogo_review.secrets.finding import PRIVATE_KEY

_MASK = "•"
_LONGEST_KEY = 200
"""Lines of a private key."""
_KEY_ENDS = re.compile(r"-----END ")


def mask(lines: Sequence[str], found: Sequence[Secret]) -> tuple[str, ...]:
    """The lines with every value covered, each by as many signs as it has, so that no place in the text moves."""
    masked = list(lines)
    for secret in found:
        if secret.what == PRIVATE_KEY:
            _cover_key(masked, secret.line)
        else:
            line = masked[secret.line - 1]
            masked[secret.line - 1] = line[: secret.start] + _MASK * (secret.end - secret.start) + line[secret.end :]
    return tuple(masked)


def _cover_key(lines: list[str], header: int) -> None:
    """Covers the lines of a private key after its header, whose number counts from 1."""
    for number in range(header, min(header + _LONGEST_KEY, len(lines))):
        if _KEY_ENDS.search(lines[number]):
            return
        lines[number] = re.sub(r"\S", _MASK, lines[number])
