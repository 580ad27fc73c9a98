"""A release that is called ready, and tests that fail in its own results."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import Run, head, rows, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.run_shares import outcomes, plain_count
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.model import Block, Draft

LEAST = 2


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all results that have failures."""
    top = [line for line in headlines(outline) if line.has("release")]
    lines = [line for line in failures(outline) if outline.current(line)] if top else []
    if lines:
        message = f"{quote(top[0])}, but {quote(lines[0])} counts failures."
        yield draft("status-vs-items", "status.failing", "high", [top[0], lines[0], *top[1:2], *lines[1:]], message)


def failures(outline: Outline) -> Iterator[Line]:
    """Rows and entries of results with failures."""
    for block in outline.reading.blocks:
        if block.kind == "table":
            runs = list(rows(outline, block))
            if runs and not (successive(runs) and failed_of(runs[-1]) is None):
                yield from filter(None, map(failed_of, runs))
        if block.kind in ("table", "list"):
            yield from counted(outline, block)


def successive(runs: list[Run]) -> bool:
    """Whether the rows are one run after the other, each with a number or date: 'v1.0', 'Run 2'."""
    labels = [next(iter(run.amounts.values()))[0].label for run in runs if run.amounts]
    return len(labels) >= LEAST and all(any(c.isdigit() for c in name) for name in labels)


def failed_of(run: Run) -> Line | None:
    """The line of a run in which fewer passed than ran, and nothing was skipped."""
    total, passed, failed = value(run, "total"), value(run, "passed"), value(run, "failed")
    less = failed or (failed is None and "skipped" not in run.amounts and total is not None and passed is not None)
    if passed is None or not less or (failed is None and total is not None and passed >= total):
        return None
    return run.amounts["passed"][0]


def counted(outline: Outline, block: Block) -> Iterator[Line]:
    """The entry 'Failed: 3' among the outcomes of one run."""
    total, parts = outcomes(outline, block)
    if len(parts) + (total is not None) >= LEAST:
        for line in parts:
            amount = plain_count(line)
            if head(line.label_words) == "failed" and amount and amount.low > 0:
                yield line
