"""Shares: is a stated percentage possible for the counts beside it?"""

import math

from gonogo_review.consistency.intervals import Interval, rounded

ENUMERATED = 100_000
"""Above this many things every percentage with up to three decimals is possible."""


def share(part: Interval, whole: Interval) -> Interval:
    """What percentage the part is of the whole."""
    return part.over(whole).scaled(100)


def possible(percent: Interval, total: int) -> bool:
    """Whether some whole number of things out of `total` gives the percentage (the GRIM test)."""
    if total <= 0 or total > ENUMERATED:
        return True
    first = math.ceil(percent.low * total / 100 - 1e-9)
    return first <= percent.high * total / 100 + 1e-9


def nearest(percent: float, total: int) -> tuple[float, float]:
    """The two percentages around one that whole numbers out of `total` do give."""
    below = math.floor(percent * total / 100)
    return 100 * below / total, 100 * (below + 1) / total


def total_behind(failed: int, rate: float, step: float, limit: int = 100_000) -> int | None:
    """The smallest total for which `failed` failures leave a rate of success; None where none up to a limit does."""
    stated = rounded(rate, step)
    if failed <= 0 or stated.low >= 100:
        return None
    guess = failed / (1 - min(rate, 99.999) / 100)
    low, high = max(failed, int(guess * 0.8)), min(limit, int(guess * 1.2) + 2)
    totals = (n for n in range(low, high + 1) if stated.low <= 100 * (n - failed) / n <= stated.high)
    return min(totals, key=lambda n: (abs(n - guess), n), default=None)
