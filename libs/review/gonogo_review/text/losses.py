"""What is left of a misread character where the code page had no sign for one of its bytes."""

from collections.abc import Sequence
from itertools import product

# What programs put in the place of a byte that they cannot show: nothing, a question mark, U+FFFD.
_STAND_INS = ("", "?", "\ufffd")
_NBSP = "\xa0"


def lossy_forms(codec: str, lost: set[int], known: Sequence[str]) -> dict[str, str]:
    """Every broken form of the known characters in one code page, with the first known character that has it.

    Args:
        codec: name of the code page, as Python knows it.
        lost: bytes that vanish or are replaced although the code page has a sign for them.
        known: characters in the order in which they are believed.
    """
    ways = [_ways(bytes([byte]).decode(codec, "ignore"), byte in lost) for byte in range(256)]
    forms: dict[str, str] = {}
    for char in known:
        encoded = char.encode()
        whole = encoded.decode(codec, "ignore") if all(ways[byte][0] for byte in encoded) else None
        for form in map("".join, product(*(ways[byte] for byte in encoded))):
            if form != whole and _tells_enough(form):
                forms.setdefault(form, char)
    return forms


def _ways(shown: str, lost: bool) -> list[str]:
    ways = [shown, *_STAND_INS] if shown and lost else [shown] if shown else list(_STAND_INS)
    return [*ways, " "] if shown == _NBSP else ways


def _tells_enough(form: str) -> bool:
    """Two signs that only a misreading puts side by side; one alone could be anything."""
    return sum(char >= "\x80" and char != "\ufffd" for char in form) >= 2 and form[0] >= "\x80"
