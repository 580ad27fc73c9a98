"""Reading and judging against a bare parse of the same Markdown, and how the cost grows with the size.

What is compared is the work for a text: in a process that has read its own files (lexicons, metrics, rubric), on texts
that it has not seen, since what earlier rounds left in caches of words is thrown away before each. The lexicons are
kept out of the garbage collector's sight (`gc.freeze`), else one side or the other pays for walking them by chance, and
each timing begins with nothing to collect but includes what its own work makes. Both sides take turns, and the ratio is
that of the medians.
"""

import functools
import gc
import itertools
import math
import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from gonogo_review.consistency.kept import Known
from gonogo_review.judging import judge
from gonogo_review.model import Reading
from gonogo_review.reading import read_report
from gonogo_review.rubric import default

ROUNDS = 11
LARGE = 1000
"""Answers that a cache of words or phrases has room for; smaller ones hold what is made of lexicons and rubrics."""
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
    with multiprocessing.get_context("spawn").Pool(1) as fresh:
        yield f"reading {SIZES[-1]:3.1f} MB: memory of {fresh.apply(_memory, (bodies, grown)):.1f} times its size"
    for name, make in (("a list", _list), ("a table", _table), ("sections", _sections), ("these reports", None)):
        yield from _curve(name, [read_report(make(n) if make else _joined(body, n), "report.md") for n in CLAIMS])


def _memory(bodies: Sequence[bytes], grown: bytes) -> float:
    """What a process that has read other reports grows by, at its highest, as times the size of the next report."""
    for body in bodies:
        read_report(body, "report.md")
    before = _highest()
    read_report(grown, "report.md")
    return (_highest() - before) / len(grown)


def _highest() -> int:
    """Bytes that the process has had at its highest; what `getrusage` says of it begins with its parent's."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return 1024 * int(status["VmHWM"].split()[0])


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
    """The ratio of the medians of rounds in turns, and the range of the single rounds' ratios."""
    ours()
    theirs()
    forget = _caches()
    gc.collect()
    gc.freeze()
    rounds = []
    for _ in range(ROUNDS):
        for clear in forget:
            clear()
        rounds.append((_alone(ours), _alone(theirs)))
    gc.unfreeze()
    ratios = sorted(own / other for own, other in rounds)
    own, other = (statistics.median(times) for times in zip(*rounds, strict=True))
    return f"{own / other:.2f} (rounds {ratios[0]:.2f} to {ratios[-1]:.2f}; {1e3 * own:.0f} and {1e3 * other:.0f} ms)"


def _caches() -> list[Callable[[], None]]:
    """How to forget words and phrases: the large caches, unlike those of our own files, which every text shares."""
    kind = type(functools.lru_cache(_seconds))
    kept = [one for one in gc.get_objects() if isinstance(one, kind | Known)]
    words = [one.clear for one in kept if isinstance(one, Known)]
    own = [one for one in kept if isinstance(one, kind) and one.__module__.startswith("gonogo_")]
    return words + [one.cache_clear for one in own if (one.cache_parameters()["maxsize"] or 0) >= LARGE]


def _alone(work: Callable[[], object]) -> float:
    gc.collect()
    return _seconds(work)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
