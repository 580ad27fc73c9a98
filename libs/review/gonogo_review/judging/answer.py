"""One criterion answered: its status, the share of its weight that it gives, and why."""

import msgspec

from gonogo_contracts.review import CriterionStatus
from gonogo_review.model import Statement

MAX_QUOTED = 70
"""Characters of a statement shown in a reason."""
MAX_BECAUSE = 4
UNSAID = "the report does not speak of it"


class Answer(msgspec.Struct, frozen=True):
    """What was found for a criterion. `share` is none where the rubric's credit for the status holds."""

    status: CriterionStatus
    because: tuple[str, ...]
    lines: tuple[int, ...] = ()
    share: float | None = None
    contradicted: bool = False
    word: bool = False
    """Whether it rests on the report's bare word."""


def quote(statement: Statement) -> str:
    """A statement in a few words, with its line."""
    text = " ".join(statement.text.split())
    short = text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 1].rstrip() + "…"
    return f"line {statement.line}: '{short}'"


def quotes(statements: list[Statement]) -> tuple[str, ...]:
    """The first few statements, and how many more there are."""
    more = len(statements) - MAX_BECAUSE
    shown = tuple(quote(one) for one in statements[:MAX_BECAUSE])
    return (*shown, f"and {more} more") if more > 0 else shown


def lines_of(statements: list[Statement]) -> tuple[int, ...]:
    """The lines of the first few statements."""
    return tuple(dict.fromkeys(one.line for one in statements[:MAX_BECAUSE]))
