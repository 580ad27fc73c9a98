"""The whole way of an upload through the running suite: latency one at a time, throughput with many at once."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from gonogo_cli.suite import servers
from gonogo_cli.suite.temporary import temporary
from tests.suite import SuiteUnderTest, running, until

ALONE = 40
TOGETHER = 200
AT_ONCE = 16
GENEROUS = {"GONOGO_RATE_PER_MINUTE": "1000000", "GONOGO_RATE_BURST": "100000"}

LATENCY = """
select extract(epoch from r.scored_at - r.received_at)::float8 * 1000 as judged,
       extract(epoch from max(d.settled_at) - r.received_at)::float8 * 1000 as delivered
from scorer.review r join notifier.delivery d on d.review_id = r.id
where r.project = $1 and d.state = 'delivered' group by r.id having count(*) = 2
"""


def lines(report: bytes) -> Iterator[str]:
    """The figures, a line each."""
    with suite() as under_test:
        yield f"upload to 202, one at a time:      {_spread(_alone(under_test, report))} ms"
        rows = until(lambda: found if len(found := under_test.rows(LATENCY, "alone")) == ALONE else None)
        yield f"upload to verdict, one at a time:  {_spread([row['judged'] for row in rows])} ms"
        yield f"upload to both deliveries:         {_spread([row['delivered'] for row in rows])} ms"
        yield f"{TOGETHER} uploads, {AT_ONCE} at once:          {_together(under_test, report):.0f} verdicts a second"


@contextmanager
def suite() -> Iterator[SuiteUnderTest]:
    """A suite of its own, on servers that are found or started."""
    found = servers.find()
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            temporary(found, "bench") as made,
            running(made, Path(folder), **GENEROUS) as under_test,
        ):
            yield under_test
    finally:
        servers.release()


def _alone(suite: SuiteUnderTest, report: bytes) -> list[float]:
    """Milliseconds to the 202; each report differs, so that each is read."""
    took = []
    for n in range(ALONE):
        started = time.perf_counter()
        submission = suite.submit(report + f"\nrun {n}\n".encode(), project="alone")
        took.append((time.perf_counter() - started) * 1000)
        suite.settled(submission)
    return took


def _together(suite: SuiteUnderTest, report: bytes) -> float:
    started = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(
            pool.map(lambda n: suite.submit(report + f"\nat once {n}\n".encode(), project="together"), range(TOGETHER))
        )
    count = "select count(*) as n from scorer.review where project = 'together'"
    until(lambda: suite.rows(count)[0]["n"] == TOGETHER, 300)
    return TOGETHER / (time.perf_counter() - started)


def _spread(values: list[float]) -> str:
    ordered = sorted(values)
    return f"p50 {statistics.median(ordered):.0f}, p95 {ordered[int(len(ordered) * 0.95) - 1]:.0f}"
