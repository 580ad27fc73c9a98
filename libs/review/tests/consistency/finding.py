"""Finds in a text, for the tests of single rules."""

from gonogo_review.consistency import find_all
from gonogo_review.model import Draft
from gonogo_review.reading import read_report


def drafts(text: str) -> list[Draft]:
    """Every finding in a report."""
    return find_all(read_report(text.encode(), "report.md"))


def rules(text: str) -> dict[str, tuple[int, ...]]:
    """The lines of every finding, by its rule."""
    return {draft.rule: draft.lines for draft in drafts(text)}
