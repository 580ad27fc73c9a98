"""Whether a measure's name stands right beside an amount in a sentence, with no word that narrows it.

'A cold start of 1.4 s' names a cold start, 'a cold start on tablets of 1.4 s' and 'the second cold start' do not.
"""

import re
from functools import cache

from gonogo_review.consistency.lexicon import WIDE, folded, single
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.topics import Topic, is_generic, stem, topic
from gonogo_review.model import Amount

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
BREAK = re.compile(r"[,;:.!?()|→/•、，；：。（）]|\s[-–—]\s")
WIDEST = 24
"""Characters before an amount in which the name of a script without spaces stands."""
FAR = 80
"""Characters on either side of an amount that are looked at."""


def names(line: Line, amount: Amount, name: Topic) -> bool:
    """Whether the words right before or right after an amount are a name, and nothing but it."""
    left, right = sides(line, amount)
    if WIDE.search("".join(name)):
        return name <= topic(left[-WIDEST:]) and len(topic(left)) <= len(name) + 1
    after = WORD.findall(folded(right))
    return (ends_with(WORD.findall(folded(left)), name) and not goes_on(after)) or begins_with(after, name)


def sides(line: Line, amount: Amount) -> tuple[str, str]:
    """What stands before and after an amount, up to the next amount or mark."""
    begin = max([a.end for a in line.amounts if a.end <= amount.start], default=0)
    end = min([a.start for a in line.amounts if a.start >= amount.end], default=len(line.text))
    left = line.text[max(begin, amount.start - FAR) : amount.start].rstrip(" *_`~≈(")
    right = line.text[amount.end : min(end, amount.end + FAR)]
    left = BREAK.split(left.rstrip(":："))[-1]
    return left, BREAK.split(right.lstrip("*_` "))[0]


def ends_with(words: list[str], name: Topic) -> bool:
    """Whether the last words are a name and what fills a sentence, and no other word goes with it."""
    left = set(name)
    rest = list(words)
    while left and rest:
        word = rest.pop()
        if stem(word) in left:
            left.remove(stem(word))
        elif not fills(word):
            return False
    return not left and (not rest or fills(rest[-1]))


def begins_with(words: list[str], name: Topic) -> bool:
    """Whether the first words are a name and what fills a sentence, and the phrase ends there."""
    left = set(name)
    rest = list(reversed(words))
    while left and rest:
        word = rest.pop()
        if stem(word) in left:
            left.remove(stem(word))
        elif not fills(word):
            return False
    return not left and (not rest or rest[-1] in ends())


def goes_on(words: list[str]) -> bool:
    """Whether the first word after an amount narrows it: 'on tablets', 'for search'."""
    return bool(words) and (words[0] in single("over") or not fills(words[0])) and words[0] not in ends()


@cache
def ends() -> frozenset[str]:
    """The words that begin another phrase after a name."""
    return single("joins") | single("verb")


def fills(word: str) -> bool:
    """Whether a word says nothing of what is measured: a function word, or a verb such as 'reaches'."""
    return is_generic(word) or word in ends() or word in single("over") or word in single("amounts_to")
