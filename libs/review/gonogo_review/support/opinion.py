"""What one rule says of one statement."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from gonogo_contracts.review import Severity, Support
from gonogo_review.support.index import Placed


class Opinion(NamedTuple):
    """A support with the facts that it rests on and why.

    `expected` is the value that evidence has, for a contradiction; `severity` how much a reader's decision changes.
    """

    support: Support
    facts: tuple[Placed, ...]
    because: str
    rule: str
    expected: str = ""
    severity: Severity = "high"


def place(placed: Placed) -> str:
    """A fact's place in words."""
    return f"{placed.reading.file} ({placed.fact.pointer})"


Opinions = Iterator[Opinion]
Rule = Callable[..., Opinions]
