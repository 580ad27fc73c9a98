"""The overall rate of success, in the summary and in the table."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import measured, shown
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import head
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

NEAR = 30
"""Characters between a percentage and the words that make it the overall rate of success."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding where two overall rates of success cannot both hold."""
    found = [*stated(outline), *tabled(outline)]
    if len(found) < 2:
        return
    low = min(found, key=lambda f: (measured(f[1]).high, f[0].number))
    high = max(found, key=lambda f: (measured(f[1]).low, -f[0].number))
    if measured(low[1]).meets(measured(high[1])) or scope.other_phase(outline, low[0], high[0]):
        return
    lines = sorted((low[0], high[0]), key=lambda line: line.number)
    message = f"{quote(lines[0])} and {quote(lines[1])} give two overall rates: {shown(low[1])} and {shown(high[1])}."
    yield draft("value-conflict", "value-conflict.rate", "medium", lines, message, shown(low[1]))


def stated(outline: Outline) -> Iterator[tuple[Line, Amount]]:
    """'86.1% overall success rate' in a summary."""
    for line in outline.having("overall"):
        if line.has("rate") and line.has("passed") and not line.has("coverage", "predicted"):
            for amount in line.present:
                if amount.unit == "%" and not amount.comparator and near(line, amount):
                    yield line, amount


def near(line: Line, amount: Amount) -> bool:
    """Whether 'overall' and 'rate' stand close to an amount."""
    return all(
        any(-NEAR <= m.start - amount.end <= NEAR or -NEAR <= amount.start - m.end <= NEAR for m in line.words[c])
        for c in ("overall", "rate")
    )


def tabled(outline: Outline) -> Iterator[tuple[Line, Amount]]:
    """The rate in the row of the total of a table of results."""
    for block in outline.reading.blocks:
        heads = [head(outline.marks(cell.text)) for cell in block.header]
        if "rate" not in heads or "passed" not in heads:
            continue
        for row in block.rows:
            line = outline.by_number.get(row[0].line) if len(row) > heads.index("rate") else None
            if line is None or not line.is_called("total"):
                continue
            cell = row[heads.index("rate")]
            for amount in line.amounts:
                if amount.unit == "%" and cell.start <= amount.start < cell.end:
                    yield line, amount
