"""Repairs text that is UTF-8 read in a wrong code page, once or more often, and leaves everything else alone."""

import re

from gonogo_review.text.pages import Page, pages
from gonogo_review.text.plausible import Weight, restore, weigh

# Twice misread text is common, three times is seen; each pass takes one misreading back.
_PASSES = 6
# Share of a text's non-ASCII characters that a misreading explains, from which all of the text went through it.
_WHOLE = 0.8
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def repair(text: str) -> str:
    """The text as it was meant; the same object where nothing is wrong with it."""
    if text.isascii():
        return text
    for _ in range(_PASSES):
        mended = _repair_once(text)
        if mended is text:
            break
        text = mended
    return text


def _repair_once(text: str) -> str:
    chars = set(text)
    found = [_Found(text, page) for page in pages() if not chars.isdisjoint(page.leads)]
    best = max(found, key=lambda each: each.strong, default=None)
    return best.mended() if best and best.strong else text


class _Found:
    """What speaks for one page's misreading in a text."""

    def __init__(self, text: str, page: Page) -> None:
        self.text = text
        self.page = page
        self.weights: dict[tuple[str, str], Weight] = {}
        totals = dict.fromkeys(Weight, 0)
        for match in page.whole.finditer(text):
            totals[self._weight(match)] += len(match[0])
        self.strong = totals[Weight.STRONG]
        """Characters in chains that nobody writes on purpose."""
        self.weak = totals[Weight.WEAK]
        """Characters in chains that could be meant as they stand."""

    def mended(self) -> str:
        """The text with this misreading taken back."""
        whole = self.strong + self.weak >= _WHOLE * len(_NON_ASCII.findall(self.text))
        accepted = {Weight.STRONG, Weight.WEAK} if whole else {Weight.STRONG}
        return self.page.damaged.sub(lambda match: self._restored(match, accepted), self.text)

    def _restored(self, match: re.Match[str], accepted: set[Weight]) -> str:
        return restore(self.page, match[0]) if self._weight(match) in accepted else match[0]

    def _weight(self, match: re.Match[str]) -> Weight:
        start = match.start()
        key = match[0], self.text[start - 1 : start] if start else ""
        if key not in self.weights:
            self.weights[key] = weigh(self.page, *key)
        return self.weights[key]
