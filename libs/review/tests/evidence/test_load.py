"""What load generators print, in their own units, and runs of nothing."""

import io
import json
from typing import Any

import pytest

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceReading


def read(data: Any) -> EvidenceReading:
    body = data if isinstance(data, str) else json.dumps(data)
    return read_evidence("upload", io.BytesIO(body.encode()))


WRK = """Running 30s test @ http://127.0.0.1:8080/
  12 threads and 400 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   635.91us    0.89ms  12.92ms   93.69%
    Req/Sec    56.20k     8.07k   62.00k    86.54%
  Latency Distribution
     50%  250.00us
     99%    5.80ms
  1000 requests in 30.00s, 17.76MB read
  Socket errors: connect 0, read 5, write 0, timeout 3
  Non-2xx or 3xx responses: 4
Requests/sec:  33.30
"""
HEY = """Summary:
  Total:\t2.0 secs
  Slowest:\t0.5000 secs
  Average:\t0.1000 secs
  Requests/sec:\t100.5

Latency distribution:
  95% in 0.2000 secs

Status code distribution:
  [200]\t195 responses
  [500]\t2 responses

Error distribution:
  [3]\tGet "http://shop.example": EOF
"""
AB = """This is ApacheBench
Concurrency Level:      10
Complete requests:      1000
Failed requests:        7
Non-2xx responses:      3
Requests per second:    810.37 [#/sec] (mean)
Time per request:       12.340 [ms] (mean)
Time per request:       1.234 [ms] (mean, across all concurrent requests)
Percentage of the requests served within a certain time (ms)
  95%     20
 100%    100 (longest request)
"""
VEGETA = """Requests      [total, rate, throughput]  1200, 120.00, 65.87
Latencies     [min, mean, 95, max]       90.4ms, 113.1ms, 1.5s, 1m2.5s
Success       [ratio]                    55.42%
"""
ARTILLERY = {
    "aggregate": {
        "counters": {"http.requests": 100, "http.codes.200": 91, "http.codes.500": 5, "errors.ETIMEDOUT": 4},
        "rates": {"http.request_rate": 10},
        "summaries": {"http.response_time": {"mean": 100, "p50": 80, "median": 80, "p95": 180}},
    }
}
PRINTED: dict[str, tuple[Any, dict[str, float]]] = {
    "wrk": (
        WRK,
        {
            "latency.mean": 0.63591, "latency.max": 12.92, "latency.p50": 0.25, "latency.p99": 5.8,
            "load.requests": 1000, "load.requests_failed": 12,
            "load.error_rate": 1.2, "throughput.requests": 33.3, "users.concurrent": 400,
        },
    ),
    "hey": (
        HEY,
        {
            "latency.mean": 100, "latency.max": 500, "latency.p95": 200, "load.requests": 200,
            "load.requests_failed": 5, "load.error_rate": 2.5, "throughput.requests": 100.5,
        },
    ),
    "ab": (
        AB,
        {
            "latency.mean": 12.34, "latency.max": 100, "latency.p95": 20, "load.requests": 1000,
            "load.requests_failed": 7, "load.error_rate": 0.7, "throughput.requests": 810.37, "users.concurrent": 10,
        },
    ),
    "vegeta": (
        VEGETA,
        {
            "latency.min": 90.4, "latency.mean": 113.1, "latency.p95": 1500, "latency.max": 62_500,
            "load.requests": 1200, "throughput.requests": 65.87, "load.error_rate": 44.58,
        },
    ),
    "Artillery": (
        ARTILLERY,
        {
            "latency.mean": 100, "latency.p50": 80, "latency.p95": 180, "load.requests": 100,
            "load.requests_failed": 9, "load.error_rate": 9, "throughput.requests": 10,
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "numbers"), PRINTED.values(), ids=PRINTED.keys())
def test_a_summary_says_what_is_printed(data: Any, numbers: dict[str, float]) -> None:
    said = [(fact.metric, fact.value) for fact in read(data).facts if not fact.scope]
    assert len(said) == len(dict(said)), "each number once"
    assert dict(said) == pytest.approx(numbers)


HEADER = "Type,Name,Request Count,Failure Count,Average Response Time,Requests/s,50%,95%\n"
NOTHING = {
    "Locust": HEADER + ",Aggregated,0,0,0,0.0,N/A,N/A\n",
    "Locust's history": "Timestamp,User Count,Type,Name,Total Request Count,Total Failure Count\n1,0,,Aggregated,0,0\n",
    "JMeter": "timeStamp,elapsed,label,success\n",
    "Artillery": {"aggregate": {"counters": {}, "latency": {}}},
}


@pytest.mark.parametrize("data", NOTHING.values(), ids=NOTHING.keys())
def test_a_run_without_requests_has_no_latency_of_zero(data: Any) -> None:
    reading = read(data)
    assert [problem.code for problem in reading.problems] == ["nothing-ran"]
    assert not any(fact.metric.startswith(("latency.", "load.error")) for fact in reading.facts)


@pytest.mark.parametrize(
    "table", ["Label,# Samples,Average,95% Line,KB/sec\nHome,1,2,3,4.0\n", "a/b,1,2,3,4\nc,1,2,3,4\n"]
)
def test_a_table_is_no_list_of_files(table: str) -> None:
    assert read(table).format != "file-list"


@pytest.mark.parametrize("words", ["Build of a/b started\nall went well\nno errors were found\n"])
def test_prose_is_no_list_of_files(words: str) -> None:
    assert read(words).format != "file-list"
