"""The outcomes of one run in the rows of a table: their shares, and their sum."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import head
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Block, Draft

LEAST = 2
WHOLE = 100.0
PARTS = ("passed", "failed", "skipped")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each table whose outcomes are more than the whole."""
    for block in outline.reading.blocks:
        if block.kind in ("table", "list"):
            total, parts = outcomes(outline, block)
            if len(parts) >= LEAST:
                yield from more_than_all(total, parts)


def outcomes(outline: Outline, block: Block) -> tuple[Line | None, list[Line]]:
    """The row of the total, and those of its outcomes, each named by its first cell or label."""
    numbers = block.lines if block.kind == "list" else [row[0].line for row in block.rows if row]
    total, parts = None, []
    for line in [outline.counting_at[n] for n in numbers if n in outline.counting_at]:
        if not plain_count(line):
            continue
        outcome = head(line.label_words)
        if outcome == "total":
            total = line
        elif outcome in PARTS:
            parts.append(line)
    return total, parts


def plain_count(line: Line) -> Amount | None:
    """A line's only count, exact and of no whole; None where there is none."""
    found = [a for a in line.present if a.unit == "count"]
    plain = len(found) == 1 and not found[0].of and not found[0].comparator
    return found[0] if plain and found[0].low == found[0].high else None


def more_than_all(total: Line | None, parts: list[Line]) -> Iterator[Draft]:
    """Shares that add up to more than all, or counts that add up to more than the total of all, or of what ran."""
    shares = [a for line in parts for a in line.present if a.unit == "%"]
    added = sum(a.low for a in shares)
    counted = sum(amount.low for line in parts if (amount := plain_count(line)))
    ran = sum(amount.low for line in parts if head(line.label_words) != "skipped" and (amount := plain_count(line)))
    stated = plain_count(total) if total else None
    lines = [*([total] if total else []), *parts]
    if len(shares) == len(parts) and added > WHOLE + len(parts):
        message = f"{quote(parts[0])}: the shares of all outcomes add up to {tidy(added)}%."
        yield draft("arithmetic", "arithmetic.outcome-shares", "medium", lines, message, f"{tidy(added)}%")
    elif stated and total and counted > stated.low != ran and len(parts) == len(PARTS):
        message = f"{quote(total)}: the outcomes add up to {tidy(counted)}."
        yield draft("arithmetic", "arithmetic.outcomes", "medium", lines, message, tidy(counted))
