"""Planted errors are found, and clean reports have none."""

from collections import Counter
from pathlib import Path

import pytest

from gonogo_review.consistency import find_all
from gonogo_review.reading import read_report

from .plants import Plant, plants

CLEAN = sorted((Path(__file__).parent / "clean").glob("*.md"))
SHARE = 0.95
"""Part of the planted errors that must be found."""


def findings(text: str) -> list[tuple[int, ...]]:
    """The lines of every finding in a report."""
    return [draft.lines for draft in find_all(read_report(text.encode(), "report.md"))]


def found(plant: Plant) -> bool:
    """Whether a finding names the planted line."""
    return any(plant.line in lines for lines in findings(plant.text))


@pytest.mark.parametrize("path", CLEAN, ids=lambda p: p.stem)
def test_clean_report(path: Path) -> None:
    """Nothing is found where nothing is wrong."""
    assert findings(path.read_text("utf-8")) == []


def test_planted_errors() -> None:
    """Nearly every planted number, date and state is found, in every report and of every kind."""
    planted = [(path.stem, plant) for path in CLEAN for plant in plants(path.read_text("utf-8"))]
    missed = [(name, plant) for name, plant in planted if not found(plant)]
    told = [f"{name}:{plant.line} {plant.kind} {plant.after}" for name, plant in missed]
    assert len(missed) <= (1 - SHARE) * len(planted), told
    kinds = Counter(plant.kind for _, plant in planted)
    assert min(kinds[kind] for kind in ("number", "date", "state")) >= 8
    for kind, count in kinds.items():
        assert sum(plant.kind == kind for _, plant in missed) <= 0.1 * count, told
