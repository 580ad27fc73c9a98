"""'Target: 200 ms' and 'Actual: 260 ms ✅' on two lines, one right after the other."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import dimension
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.target_miss import misses
from gonogo_review.consistency.totals import in_cell
from gonogo_review.model import Amount, Block, Draft

NEAR = 3
"""Lines between a target and its result."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each result that is marked as met, on the line beside its target or in its row."""
    yield from beside_target(outline)
    for block in outline.reading.blocks:
        if block.kind == "table":
            yield from fewer(outline, block)


def fewer(outline: Outline, block: Block) -> Iterator[Draft]:
    """Rows that count fewer things than are expected, and passed."""
    heads = [outline.marks(cell.text) for cell in block.header]
    wanted = [at for at, found in enumerate(heads) if "expected" in found]
    actual = [at for at, found in enumerate(heads) if "current" in found]
    if len(wanted) != 1 or len(actual) != 1:
        return
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if len(row) > max(wanted[0], actual[0]) else None
        aim, value = (in_cell(line, row[at[0]]) for at in (wanted, actual)) if line else (None, None)
        if line and aim and value and line.state == "done" and is_fewer(line, value, aim):
            message = f"{quote(line)} passed with {value.printed.strip()} of the expected {aim.printed.strip()}."
            yield draft("target-miss", "target-miss.fewer", "high", [line], message)


def is_fewer(line: Line, value: Amount, aim: Amount) -> bool:
    """Whether a plain count is below the plain count that was expected of something of which more is wanted."""
    plain = all(a.unit == "count" and not a.of and not a.comparator and a.low == a.high for a in (value, aim))
    return plain and value.low < aim.low and not line.has("less_is_better", "defects")


def beside_target(outline: Outline) -> Iterator[Draft]:
    """One finding for each result that is marked as met and misses the target right beside it."""
    for target in outline.counting:
        aim = target.amounts[0] if len(target.amounts) == 1 and target.amounts[0].role == "target" else None
        result = beside(outline, target) if aim and not target.state and not target.is_row else None
        if aim is None or result is None or result.state != "done":
            continue
        value = result.present[0]
        named = target if target.has("more_is_better", "less_is_better") else result
        if dimension(value.unit) == dimension(aim.unit) and not value.of and misses(named, value, aim):
            message = f"{quote(result)} is marked as met, and misses {quote(target)}."
            yield draft("target-miss", "target-miss.pair", "high", [result, target], message)


def beside(outline: Outline, target: Line) -> Line | None:
    """The line called current or actual right beside a target, with one amount."""
    for distance in (1, -1, 2, -2):
        line = outline.by_number.get(target.number + distance)
        if line is not None and line.is_keyed and line.is_called("current"):
            return line if len(line.present) == len(line.amounts) == 1 else None
    return None
