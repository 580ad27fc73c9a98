"""A list of names, each of which is a file in one folder: '4 modules (trading, risk, venues, agents)'."""

import re
from functools import lru_cache

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions

_LIST = re.compile(r"(?:[\w.-]{2,40}, ){2,}(?:and )?[\w.-]{2,40}")
LEAST = 3
MAX_NAMES = 40


def listed(statement: Statement, case: Case) -> Opinions:
    """Verified where one folder has a file for each name, of the kind that the statement speaks of."""
    for found in _LIST.finditer(statement.text) if case.tree else ():
        names = [tokens(name) for name in re.split(r", (?:and )?", found[0])][:MAX_NAMES]
        words = set(tokens(statement.text)) - {word for name in names for word in name}
        for folder, files in _by_folder(case).items():
            hits = [next((one for key, one in files.items() if _is_of(key, name, words)), None) for name in names]
            facts = tuple(hit for hit in hits if hit is not None)
            if len(facts) == len(names) >= LEAST and len(set(facts)) == len(facts):
                yield Opinion("verified", facts, f"each of the {len(names)} is a file in {folder}/", "files.listed")
                return


def _is_of(key: tuple[str, ...], name: tuple[str, ...], words: set[str]) -> bool:
    """Whether a file is of this name, and the rest of its own name is what the statement speaks of."""
    return key[: len(name)] == name and all(rest in words for rest in key[len(name) :])


@lru_cache(maxsize=4)
def _by_folder(case: Case) -> dict[str, dict[tuple[str, ...], Placed]]:
    return {
        folder: {tokens(name.partition(".")[0]): placed for name, placed in files.items()}
        for folder, files in case.tree.inside.items()
        if folder
    }
