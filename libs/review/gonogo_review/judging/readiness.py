"""Where the report itself says that it is not ready, or ready only under conditions."""

from gonogo_contracts.review import State
from gonogo_review.model import Reading, Statement

_TOP = 1
"""Headings of this level, and what stands above the first heading, speak for the whole report."""


def refusals(reading: Reading) -> list[Statement]:
    """Statements that the whole is not ready, has failed or is blocked."""
    return _overall(reading, "failed")


def conditions(reading: Reading) -> list[Statement]:
    """Statements that the whole is ready in part, or once something is done."""
    return _overall(reading, "partial")


def _overall(reading: Reading, state: State) -> list[Statement]:
    return [
        one
        for one in reading.statements
        if one.type == "status" and one.state == state and _speaks_for_all(reading, one)
    ]


def _speaks_for_all(reading: Reading, statement: Statement) -> bool:
    if statement.scope:
        return False
    return statement.section == 0 or reading.sections[statement.section].level <= _TOP
