"""Settings that a report quotes, word by word, against the configuration that is attached."""

import re
from collections import defaultdict
from functools import lru_cache

from gonogo_review.model import EvidenceReading, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.mentions import code_spans, paths
from gonogo_review.support.opinion import Opinion, Opinions, place

_NAME = re.compile(r"\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b")
_OPTION = re.compile(r"(?<![\w-])-{0,2}[a-z][\w-]*[a-z]=[\w./:-]+")
_SPECIFIC = re.compile(r"[=:_./-]|\s")
"""A quoted word without any of these is too common to be found by itself."""
_DEFAULT = re.compile(r"(\$\{\w+):?[-?][^}]*\}")
MAX_QUOTES = 12
MAX_FILES = 3
"""Files that are told to have a setting."""
LEAST = 3
"""Characters of a quote that can be found."""


def settings(statement: Statement, case: Case) -> Opinions:
    """Verified where every setting that is quoted stands in one file. A setting that is not found tells nothing."""
    named = _lines_named(statement, case)
    if named:
        yield named
        return
    quotes = _quotes(statement.text)
    if not quotes or not any(_SPECIFIC.search(quote) for quote in quotes):
        return
    told = 0
    for reading in _in_order(statement, case):
        hits = [_find(quote, reading, case) for quote in quotes]
        found = [hit for hit in hits if hit is not None]
        if len(found) == len(quotes) and told < MAX_FILES:
            told += 1
            because = f"{place(found[0])} has {', '.join(quotes)[:120]}"
            yield Opinion("verified", tuple(dict.fromkeys(found)), because, "settings.quoted")


def _quotes(text: str) -> list[str]:
    files = {mention.path for mention in paths(text)}
    spans = [span for span in code_spans(text) if span.partition(":")[0] not in files and len(span) >= LEAST]
    bare = [name for pattern in (_NAME, _OPTION) for name in pattern.findall(text)]
    unique = [
        one for one in dict.fromkeys([*spans, *bare]) if not any(one != other and one in other for other in spans)
    ]
    return unique[:MAX_QUOTES]


def _in_order(statement: Statement, case: Case) -> list[EvidenceReading]:
    """Files that hold settings; those that the statement names first, then by how far their names tell of it."""
    words = set(tokens(statement.text))
    holding = {placed.reading.file: placed.reading for placed in case.facts.of("setting")}
    names = {mention.path.rpartition("/")[2] for mention in paths(statement.text)}
    return sorted(
        holding.values(),
        key=lambda one: (one.file.rpartition("/")[2] not in names, -len(words & set(tokens(one.file))), one.file),
    )


def _find(quote: str, reading: EvidenceReading, case: Case) -> Placed | None:
    wanted = _plain(quote)
    boundary = re.compile(rf"(?<![\w]){re.escape(wanted)}(?![\w])")
    known = _known(case).get(reading.file, [])
    return next((placed for text, placed in known if wanted in text and boundary.search(text)), None)


@lru_cache(maxsize=2)
def _known(case: Case) -> dict[str, list[tuple[str, Placed]]]:
    """The settings of each file, with their text as it is searched."""
    known: dict[str, list[tuple[str, Placed]]] = defaultdict(list)
    for placed in case.facts.of("setting"):
        text = _plain(f"{placed.has('key')} {placed.fact.value} {placed.fact.pointer}")
        known[placed.reading.file].append((text, placed))
    return known


def _plain(text: str) -> str:
    """Without quotes and defaults of variables, and with one space between words."""
    text = _DEFAULT.sub(r"\1}", text)
    return " ".join(text.replace('"', "").replace("'", "").split())


def _lines_named(statement: Statement, case: Case) -> Opinion | None:
    """A line that is named (`compose.yaml:54`), where what stands there shares a word with the statement."""
    for mention in paths(statement.text):
        for placed in case.facts.of("setting") if mention.line else ():
            at = placed.has("line") or placed.fact.pointer.removeprefix("line ")
            same_file = placed.reading.file.rpartition("/")[2] == mention.path.rpartition("/")[2]
            if same_file and at == str(mention.line) and _shares(placed, statement, mention.path):
                return Opinion("verified", (placed,), f"{place(placed)} is the line named", "settings.line")
    return None


def _shares(placed: Placed, statement: Statement, path: str) -> bool:
    there = set(tokens(f"{placed.fact.pointer} {placed.fact.value}"))
    said = set(tokens(statement.text.replace(path, " ")))
    return any(len(word) >= LEAST for word in there & said)
