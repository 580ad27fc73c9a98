"""Repairs text that is UTF-8 read in a wrong code page, once or more often, and leaves everything else alone."""

from collections import Counter

import msgspec

from gonogo_review.text.pages import Page, pages
from gonogo_review.text.plausible import Weight, restore, weigh

# Twice misread text is common, three times is seen; every pass but the last repairs one page's misreading.
_PASSES = 6
# Share of a text's non-ASCII characters that a misreading explains, from which all of the text went through it.
_WHOLE = 0.8


def repair(text: str) -> str:
    """The text as it was meant; the same object where nothing is wrong with it."""
    if text.isascii():
        return text
    for _ in range(_PASSES):
        mended = _repair_once(text)
        if mended is text:
            return text
        text = mended
    return text


def _repair_once(text: str) -> str:
    seen = set(text)
    finds = [_look(text, page) for page in pages() if not seen.isdisjoint(page.leads)]
    best = max(finds, key=lambda found: found.strong, default=None)
    return _apply(text, best) if best and best.strong else text


class _Found(msgspec.Struct):
    """What speaks for one page's misreading in a text."""

    page: Page
    weights: dict[tuple[str, str], Weight]
    """For each chain, with the character before it, what it is taken for."""
    strong: int
    """Characters in chains that nobody writes on purpose."""
    weak: int
    """Characters in chains that could be meant as they stand."""


def _look(text: str, page: Page) -> _Found:
    counts = Counter((match.group(), text[match.start() - 1 : match.start()]) for match in page.chain.finditer(text))
    found = _Found(page, {}, 0, 0)
    for (chain, before), count in counts.items():
        weight = weigh(page, chain, before)
        found.weights[chain, before] = weight
        found.strong += count * len(chain) * (weight is Weight.STRONG)
        found.weak += count * len(chain) * (weight is Weight.WEAK)
    return found


def _apply(text: str, found: _Found) -> str:
    whole = found.strong + found.weak >= _WHOLE * sum(char >= "\x80" for char in text)
    accepted = {Weight.STRONG, Weight.WEAK} if whole else {Weight.STRONG}
    mended = {
        key: restore(found.page, key[0]) if weight in accepted else key[0] for key, weight in found.weights.items()
    }
    return found.page.chain.sub(lambda match: mended[match.group(), text[match.start() - 1 : match.start()]], text)
