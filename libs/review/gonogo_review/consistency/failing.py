"""A release that is called ready, and tests that fail in its own results."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outcomes import Run, head, rows, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.run_shares import outcomes, plain_count
from gonogo_review.consistency.status_vs_items import headlines
from gonogo_review.consistency.value_conflict import part
from gonogo_review.model import Block, Draft

LEAST = 2
SETTLED = ("finished", "nothing", "solutions", "earlier", "future")
"""Words in a title by which the tests under it do not fail any more, or not yet."""
RESERVED = ("conditional", "denials", "required", "urgent", "hedge", "solutions", "trouble", "failed", "nothing")
"""Words beside which a release is recommended on a condition, or not."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all results that have failures."""
    top = [line for line in headlines(outline) if line.has("release")] or endorsements(outline)
    failed = [x for x in failures(outline) if outline.current(x)] if top else []
    lines = [x for x in failed if of_part(outline, top[0], x)]
    if lines:
        message = f"{quote(top[0])}, but {quote(lines[0])} counts failures."
        yield draft("status-vs-items", "status.failing", "high", [top[0], lines[0], *top[1:2], *lines[1:]], message)


def endorsements(outline: Outline) -> list[Line]:
    """The lines that recommend the release."""
    return [x for x in outline.having("endorses") if x.state in ("done", None) and not x.has(*RESERVED)]


def of_part(outline: Outline, top: Line, line: Line) -> bool:
    """Whether a result is not of another part than the one that is recommended: the web page, and not the app."""
    if not top.has("endorses"):
        return True
    own, other = part(outline, top, "parts"), part(outline, line, "parts")
    return not own or not other or bool(own & other)


def failures(outline: Outline) -> Iterator[Line]:
    """Rows and entries of results with failures."""
    for block in outline.reading.blocks:
        if block.kind == "table":
            runs = list(rows(outline, block))
            if runs and not (successive(runs) and failed_of(runs[-1]) is None):
                yield from filter(None, map(failed_of, runs))
        if block.kind in ("table", "list"):
            yield from counted(outline, block)
    yield from listed(outline)


def listed(outline: Outline) -> Iterator[Line]:
    """The entries and rows under a title for the tests that fail."""
    for section, words in enumerate(outline.title_words):
        if "failing_tests" in words and words.keys().isdisjoint(SETTLED):
            lines = [x for x in outline.directly[section] if x.number in outline.entries or x.is_row]
            yield from (x for x in lines if x.state not in ("done", "na") and not x.has("nothing", "solutions"))


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
