"""What is left of a misread character where bytes were lost or typography was flattened on the way."""

from collections.abc import Mapping, Sequence
from itertools import product

# What programs put in the place of a byte that they cannot show: nothing, a question mark, U+FFFD.
_STAND_INS = ("", "?", "\ufffd")


def lossy_forms(codec: str, lost: frozenset[int], flat: Mapping[str, str], known: Sequence[str]) -> dict[str, str]:
    """Every damaged form of the known characters in one code page, with the first known character that has it.

    Args:
        codec: name of the code page, as Python knows it.
        lost: bytes that vanish or are replaced although the code page has a sign for them.
        flat: what editors put for some signs: straight quotation marks for curly ones, a space for a no-break space.
        known: characters in the order in which they are believed.
    """
    ways = [_ways(byte, codec, lost, flat) for byte in range(256)]
    forms: dict[str, str] = {}
    for char in known:
        whole = "".join(ways[byte][0] for byte in char.encode()) if _all_shown(char.encode(), codec) else None
        for form in map("".join, product(*(_forms(point.encode(), ways, codec) for point in char))):
            if form != whole and _tells_enough(form):
                forms.setdefault(form, char)
    return forms


def _all_shown(encoded: bytes, codec: str) -> bool:
    return encoded.decode(codec, "ignore").encode(codec) == encoded


def _ways(byte: int, codec: str, lost: frozenset[int], flat: Mapping[str, str]) -> list[str]:
    shown = bytes([byte]).decode(codec, "ignore")
    ways = [shown, flat[shown]] if shown in flat else [shown] if shown else []
    return [*ways, *_STAND_INS] if byte in lost or not shown else ways


def _forms(encoded: bytes, ways: Sequence[list[str]], codec: str) -> list[str]:
    """The forms of one code point with at most one byte lost: with two, too many characters leave the same form."""
    lost = len(encoded) - len(encoded.decode(codec, "ignore"))
    if lost > 1:
        return []
    forms = ["".join(form) for form in product(*(ways[byte] for byte in encoded))]
    # A space is worth nothing where a byte is missing as well.
    return [form for form in forms if not lost or " " not in form]


def _tells_enough(form: str) -> bool:
    """Two signs that only a misreading puts side by side; one alone could be anything."""
    return sum(char >= "\x80" and char != "\ufffd" for char in form) >= 2 and form[0] >= "\x80"
