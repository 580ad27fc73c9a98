"""Reading and judging against a bare parse of the same Markdown, and how the cost grows with the size."""

import itertools
import math
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from gonogo_review.judging import judge
from gonogo_review.model import Reading
from gonogo_review.reading import read_report
from gonogo_review.rubric import default

ROUNDS = 7
SIZES = (0.1, 0.5, 1.0, 2.5, 5.0)
"""Megabytes of the curve."""
CLAIMS = (1_250, 2_500, 5_000, 10_000, 20_000)
"""Claims of the curves of judging."""
WORDS = ("login", "cart", "search", "export", "mail", "upload", "cache", "index", "backup", "audit", "form", "token")


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

    readings = [read_report(body, "report.md") for body in bodies]

    def judging() -> None:
        for reading in readings:
            judge(reading, [], rubric)

    def check() -> None:
        for body in bodies:
            judge(read_report(body, "report.md"), [], rubric)

    yield f"over {len(bodies)} reports, {sum(map(len, bodies)) / 1e3:.0f} KB"
    yield f"reading / bare parse:          {_ratio(read, parse)}"
    yield f"judging / bare parse:          {_ratio(judging, parse)}"
    yield f"reading and judging / parse:   {_ratio(check, parse)}"
    body = b"\n".join(bodies)
    for size in SIZES:
        grown = (body * (1 + int(size * 1e6 / len(body))))[: int(size * 1e6)]
        yield f"reading {size:3.1f} MB: {_seconds(partial(read_report, grown, 'report.md')) / size:.2f} s per MB"
    for name, make in (("a list", _list), ("a table", _table), ("sections", _sections), ("these reports", None)):
        yield from _curve(name, [read_report(make(n) if make else _joined(body, n), "report.md") for n in CLAIMS])


def _curve(name: str, readings: Sequence[Reading]) -> Iterator[str]:
    """The cost of judging against n log n: a factor that does not grow with the number of claims."""
    for reading in readings:
        count = len(reading.statements)
        took = min(_seconds(partial(judge, reading, [], default())) for _ in range(2))
        shown = f"{1e6 * took / count:4.0f} us a claim, {1e6 * took / (count * math.log2(count)):5.2f} us by n log n"
        yield f"judging {name} of {count:6,} claims: {shown}"


def _joined(body: bytes, claims: int) -> bytes:
    """The reports, one after the other and again, up to about so many claims."""
    each = max(1, len(read_report(body, "report.md").statements))
    lines = body.splitlines(keepends=True)
    return b"".join(itertools.islice(itertools.cycle(lines), len(lines) * claims // each))


def _name(n: int) -> str:
    return f"{WORDS[n % 12]} {WORDS[n // 12 % 12]} {WORDS[n // 144 % 12]}"


def _list(claims: int) -> bytes:
    items = (f"- {'✅' if n % 3 else '❌'} {_name(n)} works: {n % 97} tests passed\n" for n in range(claims))
    return f"# Release\n\nStatus: ready for production\n\n{''.join(items)}".encode()


def _table(claims: int) -> bytes:
    rows = (
        f"| {_name(n)} | < {n % 90 + 10} ms | {n % 97} ms | {'Done' if n % 3 else 'Open'} |\n" for n in range(claims)
    )
    head = "| Part | Target | Value | Status |\n| --- | --- | --- | --- |\n"
    return f"# Release\n\nStatus: ready for production\n\n{head}{''.join(rows)}".encode()


def _sections(claims: int) -> bytes:
    parts = (
        f"## Phase {n}: {_name(n)} complete\n\n- ✅ {_name(n + 1)} done\n- [ ] {n} tests of {_name(n)} failed\n"
        f"- All {_name(n)} tests passed: 100%\n- Coverage: {n % 100}%\n\n"
        for n in range(claims // 5)
    )
    return f"# Release\n\nStatus: ready for production\n\n{''.join(parts)}".encode()


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
