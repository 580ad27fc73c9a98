"""Migrations and the like, by the long number that their files' names start with."""

import re

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.words import says

_IDENTIFIER = re.compile(r"(?<![\w.-])(?P<number>\d{8,17})(?:_\w+)?(?![\w-])")
ENOUGH = 3
"""Files with numbers of the same length that make an absent one tell."""


def identifiers(statement: Statement, case: Case) -> Opinions:
    """Verified by a file that starts with the whole name; contradicted where its neighbours are there and it is not."""
    for found in _IDENTIFIER.finditer(statement.text) if case.tree else ():
        named = case.tree.starting(found[0]) or (
            case.tree.starting(found["number"]) if found[0] == found["number"] else []
        )
        if named:
            yield Opinion("verified", tuple(named[:1]), f"{place(named[0])} lists {named[0].fact.value}", "files.named")
        elif says("migration", statement.text):
            yield from _absent(found["number"], case)


def _absent(number: str, case: Case) -> Opinions:
    same = re.compile(rf"(?:^|/)\d{{{len(number)}}}_")
    neighbours = [placed for path, placed in case.tree.files.items() if same.search(path)]
    if len(neighbours) < ENOUGH:
        return
    near = [placed for placed in neighbours if re.search(rf"(?:^|/){number[:6]}", str(placed.fact.value))]
    because = f"The list of files has {len(neighbours)} such names and none that starts with {number}"
    yield Opinion(
        "contradicted", tuple((near or neighbours)[:2]), because, "evidence.file-absent", "no such file", "medium"
    )
