"""Counts of tests and the like as a line gives them: passed, failed, skipped, total and rate."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gonogo_review.consistency.lexicon import Mark
from gonogo_review.consistency.line import Line
from gonogo_review.model import Amount

OUTCOMES = ("passed", "failed", "skipped", "total", "rate", "tests")
LONGEST = 240
"""Characters of a line that gives one run's results; a longer one is prose about several."""
PARTED = re.compile(r"[,，、;；。]")
"""After it the line counts something else: '通过 76 个，失败 4 个'."""
NEAR = 24
"""Characters between an amount and the word that says what it counts."""


class Named(NamedTuple):
    """An amount, and the outcome that the nearest word gives it."""

    outcome: str
    amount: Amount


def named(line: Line) -> list[Named]:
    """The line's present amounts by outcome; an amount with no such word near is left out."""
    found: list[Named] = []
    if len(line.text) > LONGEST or line.has("error_rate"):
        return found
    told = line.has(*OUTCOMES)
    for amount in line.present:
        outcome = "rate" if amount.unit == "%" else nearest(line, amount) if told else ""
        if outcome:
            found.append(Named(outcome, amount))
    return found


def nearest(line: Line, amount: Amount) -> str:
    """The outcome whose word stands closest after the amount, or else before it."""
    after = {m.start - amount.end: o for o, m in places(line.words) if 0 <= m.start - amount.end <= NEAR}
    if after and PARTED.search(line.text[amount.end : amount.end + min(after)]):
        after = {}
    before = {amount.start - m.end: o for o, m in places(line.words) if 0 <= amount.start - m.end <= NEAR}
    following = [a.start for a in line.amounts if a.start > amount.start]
    reach = min(following, default=len(line.text)) - amount.end
    key = before[min(before)] if before and labelled(line, amount) else ""
    if after and min(after) < reach and key in ("", "tests"):
        return after[min(after)]
    return before[min(before)] if before else ""


def labelled(line: Line, amount: Amount) -> bool:
    """Whether the amount is the value of a key: 'Passed: 12', and not of '150 tests: 140 passed'."""
    before = line.text[: amount.start].rstrip(" *`~<>=≥≤")
    return before.endswith((":", "：")) and not any(a.end <= amount.start for a in line.amounts)


def places(words: Mapping[str, list[Mark]]) -> Iterator[tuple[str, Mark]]:
    """Every outcome word with its place; 'tests' last, so that 'failed' wins over it on a tie."""
    for outcome in reversed(OUTCOMES):
        for mark in words.get(outcome, ()):
            if outcome != "passed" or not denied(words, mark):
                yield outcome, mark


def denied(words: Mapping[str, list[Mark]], mark: Mark) -> bool:
    """Whether a word for 'passed' is a part of a phrase for 'failed': 'not passed'."""
    return any(m.start < mark.start and mark.end <= m.end for m in words.get("failed", ()))


def shortfall(line: Line) -> Amount | None:
    """The amount that shows that not everything passed: '20/24', '3 failed', '93.8% pass'; None where none does."""
    for amount in line.present:
        if amount.of and amount.low < amount.of and line.has("tests", "passed", "finished"):
            return amount
    for outcome, amount in named(line):
        if (
            outcome in ("failed", "skipped")
            and not line.has("changes")
            and amount.unit == "count"
            and amount.low > 0
            and not amount.of
        ):
            return amount
        if outcome == "rate" and amount.high < 100 and line.has("passed", "tests") and not line.has("coverage"):
            return amount
    return None
