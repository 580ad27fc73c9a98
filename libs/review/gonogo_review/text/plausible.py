"""Whether a chain of characters is a misreading, or what its author wrote."""

from enum import Enum
from functools import cache
from importlib.resources import files

import yaml

from gonogo_review.text.pages import Page


class Weight(Enum):
    """How much a chain speaks for a misreading."""

    STRONG = "nobody writes this on purpose"
    WEAK = "could be meant, as where a word ends in an accented capital before an ellipsis"
    NONE = "gives nothing sensible when read back"


# Signs that follow a word in ordinary writing, so that they prove nothing after a letter.
_AFTER_A_WORD = frozenset("‘’‚“”„…–—»«›‹™®©°ªº·¹²³\xa0\xad")


def weigh(page: Page, chain: str, before: str) -> Weight:
    """What a chain is taken for, given the character before it."""
    tokens = page.token.findall(chain)
    kinds = [kind_of(page.original(token)) for token in tokens]
    if not any(kinds):
        return Weight.NONE
    for token, kind, previous in zip(tokens, kinds, [before, *(token[-1] for token in tokens)], strict=False):
        if kind in {"sign", "latin"} and not _natural(token, previous):
            return Weight.STRONG
    scripts = [kind for kind in kinds if kind not in {"", "sign", "latin"}]
    return Weight.STRONG if len(scripts) >= 2 and not all(map(_natural, tokens, tokens)) else Weight.WEAK


def restore(page: Page, chain: str) -> str:
    """A chain as it was meant; what gives nothing sensible stays as it stands."""
    originals = [(token, page.original(token)) for token in page.token.findall(chain)]
    return "".join(original if kind_of(original) else token for token, original in originals)


def _natural(token: str, before: str) -> bool:
    """A word's last letter and the signs after it."""
    return token[0].isalpha() and before.isalpha() and _AFTER_A_WORD.issuperset(token[1:])


def kind_of(char: str) -> str:
    """`sign`, `latin`, the name of a script, or nothing where no report would hold that character."""
    code = ord(char[0])
    for kind, first, last in _ranges():
        if first <= code <= last:
            return kind
    return ""


@cache
def _ranges() -> tuple[tuple[str, int, int], ...]:
    data = yaml.load(files(__package__).joinpath("data/kinds.yaml").read_bytes(), yaml.CSafeLoader)
    return tuple((kind, *span) for kind, spans in data.items() for span in spans)
