"""A text without its credentials."""

import re
from collections.abc import Sequence

from gonogo_review.model import Secret
from gonogo_review.secrets.finding import PRIVATE_KEY
from gonogo_review.secrets.values import is_mixed

_MASK = "•"
_LONGEST_KEY = 200
"""Lines of a private key."""
_TELLING = 6
"""Characters from which a value with letters and digits or signs is no word."""
_MOST_AGAIN = 200
"""Values that are looked for elsewhere."""
_KEY_ENDS = re.compile(r"-----END ")


def mask(lines: Sequence[str], found: Sequence[Secret]) -> tuple[str, ...]:
    """The lines with every value covered, wherever it stands again too, by as many signs as it has: nothing moves."""
    masked = list(lines)
    for secret in found:
        if secret.what == PRIVATE_KEY:
            _cover_key(masked, secret.line)
        else:
            line = masked[secret.line - 1]
            masked[secret.line - 1] = line[: secret.start] + _MASK * (secret.end - secret.start) + line[secret.end :]
    _cover_again(masked, [lines[one.line - 1][one.start : one.end] for one in found if one.what != PRIVATE_KEY])
    return tuple(masked)


def _cover_again(masked: list[str], values: Sequence[str]) -> None:
    """Covers the values where no word announces them; those that could be words of prose stay."""
    telling = [value for value in dict.fromkeys(values) if len(value) >= _TELLING and is_mixed(value)][:_MOST_AGAIN]
    if not telling:
        return
    whole = "\n".join(masked)
    for value in telling:
        if value in whole:
            again = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
            masked[:] = [again.sub(_MASK * len(value), line) if value in line else line for line in masked]


def _cover_key(lines: list[str], header: int) -> None:
    """Covers the lines of a private key after its header, whose number counts from 1."""
    for number in range(header, min(header + _LONGEST_KEY, len(lines))):
        if _KEY_ENDS.search(lines[number]):
            return
        lines[number] = re.sub(r"\S", _MASK, lines[number])
