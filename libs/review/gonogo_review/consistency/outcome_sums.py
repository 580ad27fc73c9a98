"""'Passed: 36' and 'Failed: 4' in the summary, and a table of blocks whose columns of those names add up to others."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import Run, head, rows, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.run_shares import plain_count
from gonogo_review.consistency.totals import is_total
from gonogo_review.model import Block, Draft

LEAST = 3
"""Blocks that make a whole."""
NEAR = 0.1
"""Columns that are off by more than this part of the total are of other tests."""
BOTH = ("passed", "failed")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding where the only table of blocks does not make the only totals of the outcomes."""
    if not outline.having("passed"):
        return
    tables = [added for block in outline.reading.blocks if block.kind == "table" and (added := columns(outline, block))]
    wholes = [whole for whole in totals(outline) if len(whole) == len(BOTH)] if len(tables) == 1 else []
    if len(wholes) != 1:
        return
    runs, whole = tables[0], wholes[0]
    sums = {outcome: sum(value(run, outcome) or 0.0 for run in runs) for outcome in BOTH}
    wrong = [o for o in BOTH if sums[o] != whole[o][1]]
    total = sum(count for _, count in whole.values())
    if wrong and all(abs(sums[o] - whole[o][1]) <= NEAR * total for o in BOTH):
        yield finding(whole, sums, wrong, [line_of(run) for run in runs])


def columns(outline: Outline, block: Block) -> list[Run]:
    """The runs of a table's rows, where all are of parts and some give what passed, others what failed."""
    runs = [run for run in rows(outline, block) if run.amounts]
    lines = [line_of(run) for run in runs]
    both = all(any(outcome in run.amounts for run in runs) for outcome in BOTH)
    parts = len(runs) >= LEAST and not any(is_total(line) or line.has("average", "overall") for line in lines)
    return runs if both and parts else []


def line_of(run: Run) -> Line:
    """The row of a run."""
    return next(line for line, _ in run.amounts.values())


def totals(outline: Outline) -> Iterator[dict[str, tuple[Line, float]]]:
    """What passed and what failed, by the rows or entries of one block that are called so and nothing else."""
    for block in outline.reading.blocks:
        numbers = block.lines if block.kind == "list" else [row[0].line for row in block.rows if row]
        found: dict[str, tuple[Line, float]] = {}
        for line in (outline.counting_at[n] for n in numbers if n in outline.counting_at):
            outcome, amount = head(line.label_words), plain_count(line)
            if outcome in BOTH and amount:
                found.setdefault(outcome, (line, amount.low))
        yield found


def finding(whole: dict[str, tuple[Line, float]], sums: dict[str, float], wrong: list[str], lines: list[Line]) -> Draft:
    """The finding for one table."""
    first = whole[wrong[0]][0]
    right = tidy(sums[wrong[0]])
    message = f"{quote(first)}: the column of the {len(lines)} blocks adds up to {right}."
    stated = [whole[outcome][0] for outcome in wrong]
    return draft(
        "arithmetic", "arithmetic.outcome-sums", "medium", [first, lines[0], *stated[1:], *lines[1:]], message, right
    )
