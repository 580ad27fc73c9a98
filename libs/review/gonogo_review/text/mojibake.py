"""Repairs text that is UTF-8 read in a wrong code page, once or more often, and leaves everything else alone."""

import re

from gonogo_review.text.pages import Page, pages
from gonogo_review.text.plausible import Weight, restore, weigh

# Twice misread text is common, three times is seen; each pass takes one misreading back.
_PASSES = 6
# Shares of a text's non-ASCII characters that a misreading explains: from the first on all of the text went through it,
# below the second, and with fewer chains than the third, likely ones are taken for chance.
_WHOLE, _PART, _MANY = 0.8, 0.2, 3
# What was misread is at least two characters; all that is looked through for most texts are the few such runs.
_RUN = re.compile(r"[^\x00-\x7f][^\x00-\x7f]++")


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
    runs = "\n".join(_RUN.findall(text))
    chars = set(runs)
    likely = [page for page in pages() if not chars.isdisjoint(page.leads) and page.whole.search(runs)]
    found = [_Found(text, page) for page in likely]
    best = max(found, key=lambda each: each.explained, default=None)
    return best.mended() if best and best.explained else text


class _Found:
    """What speaks for one page's misreading in a text."""

    def __init__(self, text: str, page: Page) -> None:
        self.text = text
        self.page = page
        self.weights: dict[tuple[str, str, str], Weight] = {}
        chains = dict.fromkeys(Weight, 0)
        chars = dict.fromkeys(Weight, 0)
        for match in page.whole.finditer(text):
            weight = self._weight(match)
            chains[weight] += 1
            chars[weight] += len(match[0])
        strong = chars[Weight.SURE] + chars[Weight.LIKELY]
        others = len(text) - len(text.encode("ascii", "ignore")) if strong else 0
        sure = chains[Weight.SURE] or chains[Weight.LIKELY] >= _MANY or strong >= _PART * others
        self.explained = strong if sure else 0
        """Characters in chains that are no chance."""
        whole = strong + chars[Weight.WEAK] >= _WHOLE * others
        self.accepted = {Weight.SURE, Weight.LIKELY, Weight.WEAK} if whole else {Weight.SURE, Weight.LIKELY}

    def mended(self) -> str:
        """The text with this misreading taken back."""
        return self.page.damaged.sub(self._restored, self.text)

    def _restored(self, match: re.Match[str]) -> str:
        return restore(self.page, match[0]) if self._weight(match) in self.accepted else match[0]

    def _weight(self, match: re.Match[str]) -> Weight:
        start, end = match.span()
        key = match[0], self.text[start - 1 : start] if start else "", self.text[end : end + 1]
        if key not in self.weights:
            self.weights[key] = weigh(self.page, *key)
        return self.weights[key]
