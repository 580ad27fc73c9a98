"""What an amount counts or measures, from the words beside it."""

import re
from functools import cache

from gonogo_review.consistency.lexicon import single
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.topics import Topic, stem, topic
from gonogo_review.model import Amount

AFTER = re.compile(r"[\s+*_)]*((?:[^\W\d_]+(?:[-'][^\W\d_]+)*[ \t]*){1,4})")
WORDS = 3
"""Words after a count that may name what it counts."""


def noun(line: Line, amount: Amount) -> Topic:
    """The stems of what is counted: {'unit', 'test'} for '12 unit tests'; empty where no word follows."""
    if amount.noun:
        return named(up_to_function_word(amount.noun.split()))
    rest = line.text[amount.end : amount.end + 60]
    found = AFTER.match(rest)
    if not found:
        return frozenset()
    words = found.group(1)
    for mark in sorted(m.start - amount.end for c in ("joins", "verb", "over") for m in line.words.get(c, ())):
        if 0 < mark < len(words):
            words = words[:mark]
            break
    return named(words.split()[:WORDS])


def up_to_function_word(words: list[str]) -> list[str]:
    """The words before the first that begins another phrase: 'modules' of 'modules needing tests'."""
    end = next((at for at, word in enumerate(words) if at and word.lower() in function_words()), len(words))
    return words[:end]


@cache
def function_words() -> frozenset[str]:
    """The words that begin another phrase."""
    return single("over") | single("joins") | single("verb")


def named(words: list[str]) -> Topic:
    """The telling words, and those that set what is left apart: 'remaining modules' are not 'modules'."""
    things = [w for w in words if not w.lower().startswith(participles())] if len(words) > 1 else words
    return topic(" ".join(things)) | {stem(w) for w in words if w.lower() in single("remaining")}


@cache
def participles() -> tuple[str, ...]:
    """The beginnings of words that say of what is counted that it was tried: 'services testés' are no tests."""
    return tuple(sorted(word.rstrip("*") for word in single("exercised") | single("looked_at")))
