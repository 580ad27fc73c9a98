"""A number of tests with the share that passes, and the number of those that fail in another place."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import run_of, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

MOST = 40
NEAR = 32
"""Characters after a count in which the words for what it counts stand."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding where the only total, the only rate and the only number of failures exclude each other."""
    shares = [x for x in outline.having("tests") if share(x) and outline.current(x)][:MOST]
    if len(shares) != 1:
        return
    failing = [(x, f) for x in outline.having("failed") if (f := failures(x)) and x.number != shares[0].number]
    if not failing or len({count for _, count in failing}) > 1:
        return
    line, count = shares[0], failing[0][1]
    found = share(line)
    if found is None or scope.other_phase(outline, line, failing[0][0]) or not 0 < count < found[0]:
        return
    right = 100 * (found[0] - count) / found[0]
    if not cut(found[1]).meets(Interval(right, right)):
        message = (
            f"{quote(line)}, but with {quote(failing[0][0])} {tidy(found[0] - count)} of {tidy(found[0])} pass: "
            f"{tidy(right)}%."
        )
        yield draft("arithmetic", "arithmetic.left-failing", "low", [line, *(x for x, _ in failing)], message)


def share(line: Line) -> tuple[float, Amount] | None:
    """The total and the rate of a line that gives both, and no number of those that passed."""
    if len(line.amounts) != 2 or not line.has("passed") or line.has("coverage", "skipped"):
        return None
    run = run_of(line)
    total, rate = value(run, "total"), run.amounts.get("rate")
    if total is None or rate is None or "passed" in run.amounts or rate[1].comparator:
        return None
    return (total, rate[1]) if rate[1].low < scope.FULL else None


def failures(line: Line) -> float:
    """The number of tests that a line says fail: '3 failing tests'; 0 where it says no such thing."""
    if not line.has("tests") or line.is_row or line.has("error_rate", "skipped") or len(line.amounts) != 1:
        return 0.0
    amount = line.amounts[0]
    plain_count = amount in line.present and amount.unit == "count" and not amount.of and not amount.comparator
    near = any(0 <= m.start - amount.end <= NEAR for m in line.words.get("failed", ()))
    tested = any(0 <= m.start - amount.end <= NEAR for m in line.words.get("tests", ()))
    return amount.low if plain_count and near and tested else 0.0


def cut(rate: Amount) -> Interval:
    """What a printed rate may stand for, rounded or cut off."""
    step = resolution(rate)
    near = rounded(rate.low, step)
    return Interval(near.low, max(near.high, rate.low + step))
