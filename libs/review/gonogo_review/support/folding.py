"""Words in a form in which the same words are equal: lower case, no accents, no plural, parts of names apart."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")
SAME_START = 6
"""Characters that two words of one root share at least, in two languages or forms."""
MAX_REST = 3
"""Characters by which the ends of such words may differ."""


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """Lower case, without accents. The length may change: no place in the text survives it."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


@lru_cache(maxsize=65_536)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text or name, folded, singular, in order: `orderRouter_v2.py` gives order, router, v2, py."""
    return tuple(singular(word) for word in _WORD.findall(fold(_CAMEL.sub(" ", text))))


def singular(word: str) -> str:
    """A word without its English plural; for comparing only, it need not be a word."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def alike(one: str, other: str) -> bool:
    """Whether two words are of one root, as `component` and `componente`."""
    if one == other:
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= SAME_START and max(len(one), len(other)) - shared <= MAX_REST
