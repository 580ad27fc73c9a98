"""A value that misses its stated target, and is shown as met."""

import re
from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, dimension, exact, measured
from gonogo_review.consistency.lexicon import Marks
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Amount, Draft

LEADS = re.compile(r"[\s*_]*(?:[-=]*>|[→➜⟶]|\w{1,3})[\s*_]*")
"""What stands between how a thing was and what it is brought to: '30 min to 30 s'."""
CLOSE = 3
"""Characters between a word for a limit and its amount."""
WAYS = {"ms": "down", "s": "down", "min": "down", "/s": "up"}
"""Which way is better for what is measured in these units and has no name that tells."""
MOST = 40
"""Rows that own a missed target, and are looked for in the summary."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each row or line whose value misses its target, and says that it is met."""
    top = scope.claims_of_whole(outline)[:1]
    for line in outline.counting:
        pair = value_and_target(line)
        planned = outline.inherited[line.section] & {"future", "next_steps", "remaining"}
        if not pair or planned or line.state in ("open", "failed", "partial", "na"):
            continue
        if misses(line, *pair) and not tried_beyond(outline, line):
            yield from finding(outline, line, pair, top)
    yield from praised(outline)


def tried_beyond(outline: Outline, line: Line) -> bool:
    """Whether a row stands in a table of limits with a column for how far they were tried: 'Maximum tested'."""
    block = outline.block(line) if line.is_row else None
    heads = [outline.marks(cell.text) for cell in block.header] if block else []
    return any("ceilings" in head and "exercised" in head for head in heads)


def praised(outline: Outline) -> Iterator[Draft]:
    """A row that owns that it misses its target, and a status that tells its value as part of the success."""
    rows = [x for x in outline.counting if x.is_row and x.is_open]
    for line in rows[:MOST]:
        pair = value_and_target(line)
        if pair and misses(line, *pair):
            told = [x for x in outline.stated if x.state == "done" and x.type == "status" and tells(x, line, pair[0])]
            if told:
                message = f"{quote(line)} misses its target, and {quote(told[0])} tells its value as part of a success."
                yield draft("target-miss", "target-miss.praised", "medium", [line, *told], message)


def tells(status: Line, row: Line, value: Amount) -> bool:
    """Whether a status gives a row's value under the row's name, and not that it falls short."""
    same = any((a.low, a.of, a.unit) == (value.low, value.of, value.unit) for a in status.amounts)
    name = topic(row.label)
    short = any(a.role == "target" for a in status.amounts)
    return same and bool(name) and name <= topic(status.plain) and not short


def value_and_target(line: Line) -> tuple[Amount, Amount] | None:
    """The present value of a line and its only target, where they can be compared.

    Of several values it is the one that is called so: 'one day is replayed in under 15 minutes (measured: 11 minutes)'.
    """
    values, targets = line.present, [a for a in line.amounts if a.role == "target"]
    if len(values) > 1:
        values = [a for a in values if near(line, "current", a)]
    if len(values) != 1 or len(targets) != 1 or dimension(values[0].unit) != dimension(targets[0].unit):
        return None
    leads = line.state != "done" and LEADS.fullmatch(line.text[values[0].end : targets[0].start])
    return None if leads else (values[0], targets[0])


def near(line: Line, category: str, amount: Amount) -> bool:
    """Whether a word of a category stands right before an amount."""
    return any(0 <= amount.start - mark.end <= CLOSE for mark in line.words.get(category, ()))


def wanted(line: Line, value: Amount, target: Amount) -> str:
    """Which way the target is met: `up`, `down`, or nothing where that cannot be told.

    Its sign tells first, then a word before it, then the name of what is measured, then the unit.
    """
    if target.comparator:
        return {">": "up", ">=": "up", "<": "down", "<=": "down"}.get(target.comparator, "")
    for category, way in (("ceilings", "down"), ("floors", "up")):
        if near(line, category, target):
            return way
    return better(line.label_words) or WAYS.get(value.unit) or better(line.words)


def better(words: Marks) -> str:
    """Which way is better for what these words name."""
    return "down" if "less_is_better" in words else "up" if "more_is_better" in words else ""


def misses(line: Line, value: Amount, target: Amount) -> bool:
    """Whether no value that the printed one can stand for meets the target, which is meant as it is printed."""
    way, found, aim = wanted(line, value, target), reach(value), exact(target)
    if way == "up":
        return found.high < aim.low
    return way == "down" and found.low > aim.high


def reach(amount: Amount) -> Interval:
    """What an amount may be; a bound counts as its own value, and a share as a percentage of its whole."""
    plain = Amount(amount.role, "", amount.low, amount.high, None, amount.unit, 0, 0, amount.printed, amount.decimals)
    exact = measured(plain)
    return exact if amount.comparator in ("", "~") else Interval(min(exact.high, exact.low), exact.high)


def finding(outline: Outline, line: Line, pair: tuple[Amount, Amount], top: list[Line]) -> Iterator[Draft]:
    """The finding for one missed target: shown as met by its own mark, by its heading, or by the whole's status."""
    above = [h for s in outline.chain(line.section) if (h := outline.heading(s)) and h.state == "done"]
    value, target = pair
    shown = [] if line.state == "done" else (above or top)[:1]
    if line.state != "done" and not shown:
        return
    how = "is marked as met" if line.state == "done" else f"stands under {quote(shown[0])}"
    message = f"{quote(line)} misses its target, {target.printed.strip()}, with {value.printed.strip()}, and {how}."
    lines = [line, *shown, *above[:1], *top[:1]]
    yield draft("target-miss", "target-miss.row", "high" if line.state == "done" else "medium", lines, message)
