"""Numbers that a team's own result files have under a key that is called as the report calls them."""

import re
from functools import lru_cache

from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.names import names
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import is_exactly

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)\s*(?:%|ms|s)?")
_FORMATS = {"settings", "health", "health-bare"}
LEAST = 2
"""Words of a key that tell what it is of; a single word is too common."""


def keyed(statement: Statement, case: Case) -> Opinions:
    """Verified by an equal number under a key all of whose words the statement says. Never contradicted."""
    said = set(tokens(f"{statement.text} {case.titles(statement).partition(' / ')[0]}"))
    for amount in statement.amounts:
        for words, value, placed in _numbers(case) if amount.role in {"value", "after"} else ():
            if (
                words <= said
                and _is_about(placed, said)
                and is_exactly(value, amount)
                and _is_of_time(placed, amount, case)
            ):
                because = f"{place(placed)} has {placed.fact.value}"
                yield Opinion("verified", (placed,), because, "keyed.equal")
                break


@lru_cache(maxsize=2)
def _numbers(case: Case) -> list[tuple[set[str], float, Placed]]:
    """The numbers of such files, with the words of their keys."""
    found = []
    for placed in case.facts.of("setting"):
        number = _NUMBER.fullmatch(str(placed.fact.value)) if placed.reading.format in _FORMATS else None
        words = set(tokens(placed.has("key")))
        if number and len(words) >= LEAST:
            found.append((words, float(number[1]), placed))
    return found


def _is_about(placed: Placed, said: set[str]) -> bool:
    """Whether the statement says a word by which the file is called: a rate of success is of many things."""
    return bool((set(tokens(placed.reading.file)) - names().results) & said)


def _is_of_time(placed: Placed, amount: Amount, case: Case) -> bool:
    """Whether the run is not another by its age, and the number is more than a count that anything may have."""
    return case.age(placed.reading) != "stale" and (amount.unit != "count" or amount.low > LEAST)
