"""Reading and judging against a bare parse of the same Markdown, and how the cost grows with the size."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from gonogo_review.judging import judge
from gonogo_review.reading import read_report
from gonogo_review.rubric import default

ROUNDS = 7
SIZES = (0.1, 0.5, 1.0, 2.5, 5.0)
"""Megabytes of the curve."""


def lines(reports: Sequence[Path]) -> Iterator[str]:
    """The figures, a line each."""
    bodies = [path.read_bytes() for path in reports]
    parser, rubric = MarkdownIt("commonmark").enable("table"), default()
    texts = [body.decode("utf-8", "replace") for body in bodies]

    def parse() -> None:
        for text in texts:
            parser.parse(text)

    def read() -> None:
        for body in bodies:
            read_report(body, "report.md")

    def check() -> None:
        for body in bodies:
            judge(read_report(body, "report.md"), [], rubric)

    yield f"over {len(bodies)} reports, {sum(map(len, bodies)) / 1e3:.0f} KB"
    yield f"reading / bare parse:          {_ratio(read, parse)}"
    yield f"reading and judging / parse:   {_ratio(check, parse)}"
    body = b"\n".join(bodies)
    for size in SIZES:
        grown = (body * (1 + int(size * 1e6 / len(body))))[: int(size * 1e6)]
        yield f"reading {size:3.1f} MB: {_seconds(partial(read_report, grown, 'report.md')) / size:.2f} s per MB"


def _ratio(ours: Callable[[], None], theirs: Callable[[], None]) -> str:
    """Median and range of the ratio, taken in pairs so that a machine that slows down slows both."""
    ours()
    theirs()
    ratios = sorted(_seconds(ours) / _seconds(theirs) for _ in range(ROUNDS))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
