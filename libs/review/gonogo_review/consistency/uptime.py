"""An availability and the downtime beside it, over a stated time."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import SECONDS, Interval, dimension, exact, resolution, rounded, shown
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

LONG = SECONDS["day"]
"""What is at least this long is the time that was looked at; what is shorter was the downtime."""
LOWEST = 90.0
"""No report calls less than this an availability."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each line whose three numbers exclude each other."""
    for line in outline.having("downtime"):
        rates = [a for a in line.present if a.unit == "%" and not a.comparator and LOWEST <= a.low < 100]
        times = [a for a in line.amounts if dimension(a.unit) == "s" and not a.comparator]
        long = [a for a in times if exact(a).low >= LONG]
        down = [a for a in times if exact(a).high < LONG and is_downtime(line, a)]
        if len(rates) == len(long) == len(down) == 1 and len(times) == 2:
            yield from wrong(line, rates[0], long[0], down[0])


def is_downtime(line: Line, amount: Amount) -> bool:
    """Whether the word for downtime stands before a time, or right after it."""
    return any(m.end <= amount.start or m.start - amount.end <= 2 for m in line.words["downtime"])


def wrong(line: Line, rate: Amount, whole: Amount, down: Amount) -> Iterator[Draft]:
    """The finding where the downtime is not what the availability leaves."""
    stated = rounded(rate.low, resolution(rate))
    part = Interval(exact(down).low * 0.95, exact(down).high * 1.05)
    share = part.over(exact(whole)).scaled(100)
    if not Interval(100 - share.high, 100 - share.low).meets(stated):
        right = f"{100 - 100 * exact(down).low / exact(whole).high:.2f}%"
        message = f"{quote(line)}: {down.printed.strip()} of {shown(whole)} leave an availability of {right}."
        yield draft("arithmetic", "arithmetic.uptime", "medium", [line], message, right)
