"""An amount that is given again in brackets in another unit, and is another there: '175 minutes (2h 50m)'."""

import re
from collections.abc import Iterator

from gonogo_review.consistency import sums
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, dimension, measured, span
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

BRACKET = re.compile(r"[\w%*_`]\s?[*_`]*\s?[(（](?P<inner>[^()（）]{2,40})[)）]")
COMPOUND = re.compile(r"\d\s?[^\W\d]+\s?\d")
"""An amount of two units: '2h 50m'."""
UNITS = frozenset(("ms", "s", "min", "h", "B", "KB", "MB", "GB", "TB"))
"""Days, weeks and months are as often working time as calendar time."""
BINARY = 1.1
"""A gigabyte has 1000 or 1024 megabytes: two steps of it differ by less than this factor."""
FILLING = " ~≈=+"
APART = 3
"""Characters from an amount to the bracket that gives it again."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each amount whose two forms cannot be one."""
    for line in outline.counting:
        if len(line.amounts) > 1 and ("(" in line.text or "（" in line.text):
            for bracket in BRACKET.finditer(line.text):
                yield from apart(line, *bracket.span("inner"))


def apart(line: Line, start: int, end: int) -> Iterator[Draft]:
    """The finding for one bracket that holds amounts and nothing else."""
    inner = [a for a in line.amounts if start <= a.start and a.end <= end]
    before = next((a for a in reversed(line.amounts) if a.end <= start), None)
    if not inner or before is None or start - before.end > APART or not is_same(before, inner):
        return
    if bare(line.text[start:end], [(a.start - start, a.end - start) for a in inner]).strip(FILLING):
        return
    again = sums.total(inner) if len(inner) > 1 else measured(inner[0])
    if dimension(before.unit) == "B":
        again = Interval(again.low / BINARY, again.high * BINARY)
    if not again.meets(measured(before)):
        message = f"{quote(line)}: {before.printed.strip()} is not {line.text[start:end].strip()}."
        yield draft("arithmetic", "arithmetic.restated", "low", [line], message, span(again))


def is_same(before: Amount, inner: list[Amount]) -> bool:
    """Whether the amounts may be one amount in two forms: of one dimension and role, in other units."""
    units = {a.unit for a in inner}
    exact = not any(a.comparator in ("<", "<=", ">", ">=") or a.of for a in (before, *inner))
    roles = {a.role for a in (before, *inner)}
    other = before.unit not in units or len(inner) > 1 or any(COMPOUND.search(a.printed) for a in inner)
    return exact and other and len(roles) == 1 and {before.unit, *units} <= UNITS


def bare(text: str, places: list[tuple[int, int]]) -> str:
    """A text without the amounts in it."""
    for start, end in reversed(places):
        text = text[:start] + text[end:]
    return text
