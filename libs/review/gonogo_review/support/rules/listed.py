"""A list of names, each of which is a file in one folder: '3 modules (billing, carts, orders)'."""

import re
from collections import defaultdict
from functools import lru_cache

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions

_LIST = re.compile(r"(?:[\w.-]{2,40}, ){2,}(?:and )?[\w.-]{2,40}")
LEAST = 3
MAX_NAMES = 40
MANY = 200
"""Files whose names start alike: more, and the name tells nothing."""


def listed(statement: Statement, case: Case) -> Opinions:
    """Verified where one folder has a file for each name, of the kind that the statement speaks of."""
    for found in _LIST.finditer(statement.text) if case.tree else ():
        names = [tokens(name) for name in re.split(r", (?:and )?", found[0])][:MAX_NAMES]
        words = set(tokens(statement.text)) - {word for name in names for word in name}
        for folder in dict.fromkeys(folder for folder, _, _ in _starting(case).get(names[0][:1], ())):
            hits = [_file(name, folder, words, case) for name in names]
            facts = tuple(hit for hit in hits if hit is not None)
            if len(facts) == len(names) >= LEAST and len(set(facts)) == len(facts):
                yield Opinion("verified", facts, f"each of the {len(names)} is a file in {folder}/", "files.listed")
                return


def _file(name: tuple[str, ...], folder: str, words: set[str], case: Case) -> Placed | None:
    """The file of a folder that is of this name, the rest of its own name being what the statement speaks of."""
    for where, key, placed in _starting(case).get(name[:1], ()):
        if where == folder and key[: len(name)] == name and all(rest in words for rest in key[len(name) :]):
            return placed
    return None


@lru_cache(maxsize=2)
def _starting(case: Case) -> dict[tuple[str, ...], list[tuple[str, tuple[str, ...], Placed]]]:
    """The files by the first word of their names, with their folders."""
    found: dict[tuple[str, ...], list[tuple[str, tuple[str, ...], Placed]]] = defaultdict(list)
    for folder, files in case.tree.inside.items():
        for name, placed in files.items() if folder else ():
            key = tokens(name.partition(".")[0])
            found[key[:1]].append((folder, key, placed))
    return {first: files for first, files in found.items() if len(files) <= MANY}
