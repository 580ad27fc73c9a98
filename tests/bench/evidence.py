"""Reading large evidence against a bare streaming parse of the same file, and the memory it takes."""

import io
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from xml.parsers import expat

from gonogo_review.evidence import read_evidence

MEGABYTES = 100
ROUNDS = 3
CASE = b'<testcase classname="shop.cart.CartTest" name="adds item %d to the cart" time="0.0%d"></testcase>\n'


def lines() -> Iterator[str]:
    """The figures, a line each."""
    stream = _junit()
    ratios = sorted(_seconds(lambda: _read(stream)) / _seconds(lambda: _parse(stream)) for _ in range(ROUNDS))
    yield f"{MEGABYTES} MB of JUnit XML / bare streaming parse: {statistics.median(ratios):.2f}"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _read(stream)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    yield f"memory beyond what the process had: {grown:.0f} MB"


def _junit() -> io.BytesIO:
    """A suite of about that size."""
    count = MEGABYTES * 1_000_000 // len(CASE)
    head = b'<?xml version="1.0"?>\n<testsuites><testsuite name="all" tests="%d">\n' % count
    body = b"".join(CASE % (n, n % 10) for n in range(count))
    return io.BytesIO(head + body + b"</testsuite></testsuites>\n")


def _read(stream: io.BytesIO) -> object:
    stream.seek(0)
    return read_evidence("junit.xml", stream)


def _parse(stream: io.BytesIO) -> object:
    """With a handler for elements, as any reader needs one."""
    stream.seek(0)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _name, _attributes: None
    return parser.ParseFile(stream)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
