"""One line of a report read as a whole report is, told in the notation of the annotation guideline."""

from collections.abc import Callable

import pytest

from gonogo_review.claims.read import Reader
from gonogo_review.model import Amount, Statement
from gonogo_review.structure.outline import outline


def _shown(amount: Amount) -> str:
    high = f"..{amount.high:g}" if amount.high != amount.low else ""
    whole = f"/{amount.of:g}" if amount.of is not None else ""
    return f"{amount.role}:{amount.comparator}{amount.low:g}{high}{whole} {amount.unit}"


@pytest.fixture(scope="session")
def claims() -> Callable[..., list[Statement]]:
    """The claims of a text, artifacts left out, read in a language."""

    def read(text: str, language: str = "en") -> list[Statement]:
        lines = tuple(text.split("\n"))
        reader = Reader(outline(lines), lines, language)
        return [statement for statement in reader.statements() if statement.type != "artifact"]

    return read


@pytest.fixture(scope="session")
def amounts(claims: Callable[..., list[Statement]]) -> Callable[..., str]:
    """The amounts of a text as `role:comparator value unit; ...`."""

    def read(text: str, language: str = "en") -> str:
        return "; ".join(_shown(amount) for statement in claims(text, language) for amount in statement.amounts)

    return read


@pytest.fixture(scope="session")
def states(claims: Callable[..., list[Statement]]) -> Callable[..., list[str | None]]:
    """The states of a text's claims."""

    def read(text: str, language: str = "en") -> list[str | None]:
        return [statement.state for statement in claims(text, language) if statement.state]

    return read
