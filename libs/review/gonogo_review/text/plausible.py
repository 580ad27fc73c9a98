"""Whether a chain of characters is a misreading, or what its author wrote."""

from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from gonogo_review.text.pages import Page, pages


class Weight(Enum):
    """How much a chain speaks for a misreading."""

    SURE = "nobody writes this on purpose"
    LIKELY = "hardly ever written on purpose, but two signs can meet by chance"
    WEAK = "could be meant, as where a word ends in an accented capital before an ellipsis"
    NONE = "gives nothing sensible when read back"


# Signs that follow a word in ordinary writing, so that they prove nothing after a letter.
_AFTER_A_WORD = frozenset("‘’‚“”„…–—»«›‹™®©°ªº·¹²³\xa0\xad")
_APOSTROPHE = "’"
_STEP = "step"
_ALONE_IS_ENOUGH = frozenset(("sign", "latin"))
# Characters of a chain from which a script's letters are no chance, and tokens from which nothing is.
_LONG, _ROW = 6, 3


def weigh(page: Page, chain: str, before: str, after: str) -> Weight:
    """What a chain is taken for, given the characters around it."""
    tokens = page.token.findall(chain)
    original_of = {token: page.original(token) for token in set(tokens)}
    originals = [original_of[token] for token in tokens]
    if not any(map(kind_of, original_of.values())):
        return Weight.NONE
    around = set(zip(tokens, originals, [before, *tokens], [*tokens[1:], after], strict=False))
    weights = {_weigh_one(page, token, original, left[-1:], right[:1]) for token, original, left, right in around}
    if Weight.SURE in weights or (_in_a_script(tokens, originals) and not _one_word(chain)):
        return Weight.SURE
    row = len(tokens) >= _ROW and not chain.isalpha()  # letters and nothing else are a word: 'ВЁВЁВЁ'
    return Weight.LIKELY if Weight.LIKELY in weights or row else Weight.WEAK


def _weigh_one(page: Page, token: str, original: str, before: str, after: str) -> Weight:
    if kind_of(original) not in _ALONE_IS_ENOUGH:
        return Weight.WEAK
    if _breaks_a_word(token[0], before, after):
        return Weight.SURE
    if _word_end(token, before, after) if token in page.losses else _natural(token, before, after):
        return Weight.WEAK
    if original in page.known:
        return Weight.SURE if len(token) > 2 else Weight.LIKELY
    return Weight.WEAK if _one_word(token) else Weight.LIKELY


def _breaks_a_word(lead: str, before: str, after: str) -> bool:
    """A sign or capital between small letters, or a letter of another script after a Latin one."""
    between = before.islower() and after.islower() and not lead.islower()
    return between or (before.isalpha() and before.isascii() and lead.isalpha() and kind_of(lead) != "latin")


def _in_a_script(tokens: Sequence[str], originals: Sequence[str]) -> bool:
    """At least three letters or two ideographs of a script in a row, which no other text gives by chance."""
    scripts = sum(kind_of(original) not in {"", _STEP, "sign", "latin"} for original in originals)
    return scripts > 1 and sum(map(len, tokens)) >= _LONG


def restore(page: Page, chain: str) -> str:
    """A chain as it was meant; what gives nothing sensible stays as it stands."""
    tokens = page.token.findall(chain)
    meant = {
        token: original if kind_of(original) else token for token in set(tokens) for original in [page.original(token)]
    }
    return "".join(map(meant.__getitem__, tokens))


def _natural(token: str, before: str, after: str) -> bool:
    """What people write: the end of a word with the signs after it, two letters of one script, a sign before a word."""
    return _word_end(token, before, after) or _two_letters(token, before) or _sign_before_a_word(token, before)


def _word_end(token: str, before: str, after: str) -> bool:
    """A word's last letter, in the case of the word, and the signs after it."""
    lead, signs = token[0], token[1:]
    ended = not after.isalpha() or signs == _APOSTROPHE
    in_case = not (lead.isupper() and before.islower())
    return lead.isalpha() and before.isalpha() and in_case and ended and _AFTER_A_WORD.issuperset(signs)


def _two_letters(token: str, before: str) -> bool:
    """Two letters as they stand in one word: 'Ві' in Ukrainian, 'Čš' where it begins, 'ÄŠ' in capitals."""
    if len(token) != 2 or not token.isalpha():
        return False
    first, second = map(kind_of, token)
    in_case = token.isupper() or token.islower() or not before.isalpha()
    return first == second and (first != "latin" or in_case)


def _one_word(token: str) -> bool:
    """Letters of one script in the case of a word: 'Ôàà' is rather that than a sign that no report has."""
    in_case = token.isupper() or token[1:].islower()
    return token.isalpha() and in_case and len({kind_of(letter) for letter in token}) == 1


def _sign_before_a_word(token: str, before: str) -> bool:
    """'≈Überlast', '√π', '──é': a sign, or the last of a line of them, with a letter or sign after it."""
    return len(token) == 2 and not token[0].isalpha() and not before.isalpha()


@lru_cache(4096)
def kind_of(char: str) -> str:
    """`sign`, `latin`, the name of a script, `step`, or nothing where no report would hold that character.

    A step is what only a text that was misread again shows on the way back.
    """
    code = ord(char[0])
    for kind, first, last in _ranges():
        if first <= code <= last:
            return kind
    return _STEP if char in _steps() else ""


@cache
def _steps() -> frozenset[str]:
    return frozenset(char for page in pages() for char in page.byte_of)


@cache
def _ranges() -> tuple[tuple[str, int, int], ...]:
    data = yaml.load(files(__package__).joinpath("data/kinds.yaml").read_bytes(), yaml.CSafeLoader)
    return tuple((kind, *span) for kind, spans in data.items() for span in spans)
