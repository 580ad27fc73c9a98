"""A line of scores, small enough to stand in a row of text or as wide as a page."""

from collections.abc import Sequence
from typing import NamedTuple

EDGE = 4.0
"""Pixels that keep the line and its dots inside the picture."""

TOP = 100.0
"""The highest score. The scale is always the whole one, so that two lines can be compared."""


class Line(NamedTuple):
    """What an SVG needs, in pixels."""

    width: int
    height: int
    dots: tuple[tuple[float, float], ...]
    """x and y of each score, the oldest at the left."""

    @property
    def points(self) -> str:
        """As `polyline` takes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.dots)


def line(scores: Sequence[float], width: int, height: int) -> Line | None:
    """Scores from left (oldest) to right; None where there are not two to connect."""
    if len(scores) < 2:
        return None
    step = (width - 2 * EDGE) / (len(scores) - 1)
    dots = tuple((round(EDGE + step * at, 1), level(score, height)) for at, score in enumerate(scores))
    return Line(width, height, dots)


def level(score: float, height: int) -> float:
    """Where a score stands, from the top of the picture."""
    share = min(max(score, 0.0), TOP) / TOP
    return round(height - EDGE - share * (height - 2 * EDGE), 1)
