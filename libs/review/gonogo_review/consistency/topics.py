"""What a piece of text speaks of: its words, lightly stemmed, without those that say nothing of the subject.

'Load testing completed successfully' and 'Load testing: next sprint' have one topic.
"""

import re
import unicodedata
from functools import cache, lru_cache

from gonogo_review.consistency.kept import Known
from gonogo_review.consistency.lexicon import WIDE, folded, single

SPLIT = re.compile(r"(?<![\w.])/\w[\w./:{}-]*/[\w./:{}-]*[\w}]|[A-Za-z]{1,8}\d*-\d+(?![\w-])|[^\W\d_]+\d*|\d+")
"""Words, and identifiers and paths as one: 'P1-2' is not 'P1-3', '/orders/:id/send' is not '/orders/:id/hold'."""
RUN = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
PLAIN_WORD = re.compile(r"[a-z]+[0-9]*")
"""The words of `SPLIT` in small letters of ASCII without identifiers and paths; numbers alone do not tell."""
ANY_WORD = re.compile(r"[^\W\d_]+\d*")
"""The same in any script."""
NUMBERED = re.compile(r"-\d")
BULLET = re.compile(r"^[\s>|│┃║├└─]*(?:[-*+•]\s+|\d+[.)]\s+)?(?:\[[^\]]{0,2}\]\s*)?")
PARTING = re.compile(r"(?<!/):(?!//)|：|\s[-–—]\s")
"""What ends a label."""
COLONS = re.compile(r".?(?:(?<!/):(?!//)|：)")
"""A colon among the first two characters: nothing is called by so little."""
SHORTEST_LABEL, LONGEST_LABEL = 2, 80
BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
"""What stands in brackets adds to a label, and does not name the thing."""
DECORATION = re.compile(r"[*`_~#|│┃║]+")
STEM = 6
"""Letters that are kept of a word: 'deployment' and 'deployed' meet at 'deploy'."""
ENDINGS = ("ings", "ing", "ies", "ers", "ed", "es", "er", "s", "ли", "ы", "и", "а")
SHORTEST = 4
"""An ending is cut off only where at least this many letters stay (one less for a plain plural)."""

Topic = frozenset[str]


def stem(word: str) -> str:
    """A word without its accents and endings, short enough that its inflections meet."""
    plain = word.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if plain.endswith(ENDINGS) and not plain.endswith("ss"):
        for ending in ENDINGS:
            least = SHORTEST - (ending == "s")
            if plain.endswith(ending) and len(plain) - len(ending) >= least:
                plain = plain[: -len(ending)]
                break
    if plain.endswith("e") and len(plain) > SHORTEST:
        plain = plain[:-1]  # 'modules' has lost its 'es', and meets 'module'
    return plain if "-" in plain or "/" in plain else plain[:STEM]


@lru_cache(maxsize=1)
def beginnings() -> tuple[str, ...]:
    """The beginnings of words that say nothing of the subject."""
    return tuple(sorted(word[:-1] for word in single("generic") if word.endswith("*")))


def is_generic(word: str) -> bool:
    """Whether a word says nothing of the subject: 'configured', 'completed', 'the'."""
    return word in single("generic") or word.startswith(beginnings())


def telling(word: str) -> str:
    """The stem of a word in small letters; empty for one that does not tell: 'configured', 'the', '7'."""
    return "" if len(word) < 2 or word.isdigit() or is_generic(word) else stem(word)


STEMS = Known(telling)
"""What `telling` says of each word."""


def plain(text: str) -> str:
    """The text without bullets, boxes and Markdown's signs."""
    found = BULLET.match(text)
    return DECORATION.sub(" ", text[found.end() :] if found else text).strip()


def labelled(bare: str) -> tuple[str, bool]:
    """What stands before the colon or dash of a plain text, or the whole of it; and whether it has one."""
    short = BRACKETS.sub(" ", bare).strip() if "(" in bare or "（" in bare else bare
    found = PARTING.search(short, SHORTEST_LABEL)
    if found and not COLONS.match(short):
        name = short[: max(SHORTEST_LABEL, len(short[: found.start()].rstrip()))]
        if len(name) <= LONGEST_LABEL and any(map(str.isalpha, name)):
            return name, True
    return short or bare, False


def label(text: str) -> str:
    """What stands before the colon or dash of an item, or the whole of it."""
    return labelled(plain(text))[0]


def pairs(run: str) -> set[str]:
    """Two characters at a time, for scripts without spaces."""
    return {run} if len(run) < 2 else {run[i : i + 2] for i in range(len(run) - 1)}


@cache
def wide_generic() -> tuple[str, ...]:
    """The words of such scripts that say nothing of the subject, the longest first."""
    return tuple(sorted(filter(WIDE.search, single("generic")), key=lambda word: (-len(word), word)))


def wide_topic(text: str) -> set[str]:
    """The topic of what is written without spaces: words of `generic` leave gaps, the rest goes by pairs."""
    bare = text
    for word in wide_generic():
        bare = bare.replace(word, " ")
    return {pair for run in RUN.findall(bare) for pair in pairs(run)}


@lru_cache(maxsize=32768)
def topic(text: str) -> Topic:
    """The stems of a text's telling words; numbers do not tell."""
    spaced = text.isascii()
    wide = not spaced and WIDE.search(text)
    lower = folded(RUN.sub(" ", text) if wide else text)
    pattern = PLAIN_WORD if spaced else ANY_WORD
    if "/" in text or ("-" in text and NUMBERED.search(text)):
        pattern = SPLIT
    found = set(map(STEMS.__getitem__, pattern.findall(lower)))
    found.discard("")
    return frozenset(found | wide_topic(text) if wide else found)
