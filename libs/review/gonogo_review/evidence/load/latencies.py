"""Percentiles of many measured times in little memory: times in whole milliseconds, counted."""

from collections import Counter

from gonogo_review.evidence.found import Found

_PERCENTILES = (("p50", 50.0), ("p90", 90.0), ("p95", 95.0), ("p99", 99.0))


class Latencies:
    """Counts requests by their time in milliseconds."""

    def __init__(self) -> None:
        self._times: Counter[int] = Counter()
        self.requests = 0
        self.failed = 0
        self._first = self._last = 0

    def add(self, milliseconds: int, started: int, *, passed: bool) -> None:
        """One request; `started` in milliseconds since 1970."""
        self.requests += 1
        self.failed += not passed
        self._times[milliseconds] += 1
        self._first = min(self._first or started, started)
        self._last = max(self._last, started + milliseconds)

    def add_many(self, milliseconds: int, number: int) -> None:
        """Requests that took the same time, of which no more is known."""
        if number > 0:
            self.requests += number
            self._times[milliseconds] += number

    def percentile(self, share: float) -> int:
        """The time within which `share` percent of the requests were answered, by nearest rank."""
        rank, seen = share / 100 * self.requests, 0
        for time in sorted(self._times):
            seen += self._times[time]
            if seen >= rank:
                return time
        return 0

    def tell(self, found: Found, pointer: str) -> None:
        """Gives percentiles, mean, extremes, requests, error rate and throughput."""
        if not self.requests:
            found.problem("nothing-ran", "No request was made. It backs no claim.")
            return
        for name, share in _PERCENTILES:
            found.fact(f"latency.{name}", float(self.percentile(share)), "ms", pointer)
        total = sum(time * count for time, count in self._times.items())
        found.fact("latency.mean", total / self.requests, "ms", pointer)
        found.fact("latency.max", float(max(self._times)), "ms", pointer)
        found.fact("load.requests", float(self.requests), "count", pointer)
        found.fact("load.requests_failed", float(self.failed), "count", pointer)
        found.fact("load.error_rate", 100 * self.failed / self.requests, "%", pointer)
        if self._last > self._first:
            found.fact("throughput.requests", 1000 * self.requests / (self._last - self._first), "/s", pointer)
