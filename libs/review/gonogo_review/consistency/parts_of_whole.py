"""Entries that each give a part and its share, '41 (72%)': one whole stands behind them, stated beside them or not."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gonogo_review.consistency import shares, sums
from gonogo_review.consistency.columns import value
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, base, dimension, exact, resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.totals import ADDED, entry_above, is_total
from gonogo_review.model import Amount, Block, Draft

CLOSE = re.compile(r"\s*[*_`]*\s*(?:[)）\]](?!\s*(?:of|/)\b)|\||$|[.;](?:\s|$))")
"""What may follow a share that is of the same whole as its neighbours: no word that says another."""
OPENS = re.compile(r"[*_`]*\s*(?:[^\W\d_]+\.?\s)?[*_`]*[(（\[=|:,]\s*[*_`]*(?:\w{1,3}\s)?\s*[*_`]*$")
"""What parts a count and its share: '41 (72%)', '41 (or 72%)', '41 ms | 72%'."""
NEAR = 4
"""Lines before and after the entries in which their whole may be stated."""
LEAST = 3
"""Entries of which one may be wrong without a whole that they exhaust."""
ALL = 100.5
"""Percent that shares which do not overlap are at most together."""
NARROW = 0.02
"""How far a whole may be unsure that is worked out from a part and its share."""


class Part(NamedTuple):
    """A part with its share, and the line that gives them."""

    line: Line
    amount: Amount
    share: Amount


class Whole(NamedTuple):
    """What the parts may be of; with its line where one states it."""

    range: Interval
    printed: float
    """As a number, in the base unit of its dimension."""
    line: Line | None = None


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each share that its part is not, of the whole that its neighbours are of."""
    for block in outline.reading.blocks:
        if block.kind in ("list", "paragraph", "code", "table") and block.end_line > block.line:
            lines = rows(outline, block)
            parts = [part for line in lines if (part := part_of(line))]
            if len(parts) > 1:
                yield from judged(parts, wholes(outline, block, lines, parts))


def rows(outline: Outline, block: Block) -> list[Line]:
    """The lines of a block that give its entries."""
    if block.kind == "table":
        numbers: Sequence[int] = [row[0].line for row in block.rows if row]
    else:
        numbers = block.lines if block.kind == "list" else range(block.line, block.end_line + 1)
    return [line for n in numbers if (line := outline.by_number.get(n))]


def part_of(line: Line) -> Part | None:
    """A line that gives one exact amount and its share, and nothing else."""
    if len(line.amounts) != 2 or len(line.present) != 2 or is_total(line):
        return None
    found = next(pairs(line), None)
    return found if found and not (found.amount.of or found.amount.comparator) else None


def pairs(line: Line) -> Iterator[Part]:
    """Every amount of a line with its share right behind it: '41 (72%)'."""
    for one, other in pairwise(line.amounts):
        between = line.text[one.end : other.start]
        exact = not one.comparator and not other.comparator and one.low == one.high and other.low == other.high
        plain = "%" not in one.printed and "%" in other.printed and not one.of and one.low > 0
        if exact and plain and 0 < other.low < 100 and OPENS.fullmatch(between) and CLOSE.match(line.text, other.end):
            yield Part(line, one, other)


def wholes(outline: Outline, block: Block, lines: list[Line], parts: list[Part]) -> list[Whole]:
    """What the parts may be of: what is stated beside them, what they add up to, and what most of them say."""
    unit = dimension(parts[0].amount.unit)
    within = {part.line.number for part in parts}
    near = [x for n in range(block.line - NEAR, block.line) if (x := outline.by_number.get(n))]
    near += [x for n in range(block.end_line + 1, block.end_line + NEAR) if (x := outline.by_number.get(n))]
    near += [x for x in (outline.heading(block.section), entry_above(outline, block)) if x]
    beside = [x for x in [*lines, *near] if x.number not in within]
    found = [
        Whole(value(a), exact(a).low, line) for line in beside for a in line.amounts if fit_for_whole(a, unit, parts)
    ]
    if len(parts) >= LEAST:
        found.append(Whole(sums.total([p.amount for p in parts]), sum(exact(p.amount).low for p in parts)))
        apart = sum(p.share.low for p in parts) - max(p.share.low for p in parts) < ALL
        found += [w for p in parts if (w := implied(p))] if len(parts) > LEAST and apart else []
    return found


def fit_for_whole(amount: Amount, unit: str, parts: Sequence[Part]) -> bool:
    """Whether an amount can be what the parts are of."""
    plain = not amount.of and not amount.comparator and amount.role != "delta" and unit in ADDED
    sizes = sorted(value(p.amount).low for p in parts)
    return plain and dimension(amount.unit) == unit and value(amount).high >= sizes[-2]


def implied(part: Part) -> Whole | None:
    """The whole that a part and its share tell; None where rounding leaves it open."""
    stated = rounded(part.share.low, resolution(part.share))
    whole = value(part.amount).over(stated).scaled(100)
    return Whole(whole, (whole.low + whole.high) / 2) if whole.high - whole.low <= NARROW * whole.low else None


def fits(part: Part, whole: Whole) -> bool:
    """Whether a part's share is that of a whole, by any rounding."""
    stated = rounded(part.share.low, resolution(part.share))
    return whole.range.low > 0 and shares.share(value(part.amount), whole.range).meets(stated)


def judged(parts: list[Part], found: list[Whole]) -> Iterator[Draft]:
    """The one entry that leaves the whole of all the others; nothing where some whole suits them all."""
    if len({dimension(p.amount.unit) for p in parts}) > 1:
        return
    bad = [[p for p in parts if not fits(p, whole)] for whole in found]
    if not all(bad):
        return
    for whole, wrong in zip(found, bad, strict=True):
        alone = len(wrong) == 1 and not any(fits(wrong[0], as_whole(p)) for p in parts if p is not wrong[0])
        if alone and (len(parts) >= LEAST or exhausted(parts, whole)):
            yield told(wrong[0], whole, parts)
            return


def as_whole(part: Part) -> Whole:
    """A part that may be the whole of a part of its own: 'of these 80 (67%)'."""
    return Whole(value(part.amount), exact(part.amount).low)


def exhausted(parts: list[Part], whole: Whole) -> bool:
    """Whether a stated whole is what the parts add up to."""
    return whole.line is not None and sums.total([p.amount for p in parts]).meets(whole.range)


def told(part: Part, whole: Whole, parts: list[Part]) -> Draft:
    """The finding for one entry."""
    right, of = f"{tidy(100 * exact(part.amount).low / whole.printed)}%", tidy(whole.printed / unit_of(part.amount))
    message = (
        f"{quote(part.line)}: {part.amount.printed.strip()} of {of} is {right}, not {part.share.printed.strip()}; "
        "the shares beside it are of that whole."
    )
    lines = [part.line, *([whole.line] if whole.line else []), *(p.line for p in parts if p is not part)]
    return draft("arithmetic", "arithmetic.part", "medium", lines, message, right)


def unit_of(amount: Amount) -> float:
    """One of an amount's unit, in the base unit of its dimension."""
    return base(Interval(1, 1), amount.unit).low
