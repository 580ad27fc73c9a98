"""Outcomes of tests, counted in all and by group."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.node import Node

MAX_GROUPS = 3_000
"""Pairs of suite and class, by outcome, with counts of their own."""
MAX_FAILURES = 100
"""Failed tests that are named."""

OUTCOMES = ("passed", "failed", "skipped")


class Outcomes:
    """Counts `passed`, `failed` and `skipped` tests."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._counts: dict[tuple[str, str, str], int] = {}
        self._failures: list[tuple[str, str]] = []
        self._flaky = 0

    def add(self, name: str, outcome: str, suite: str = "", group: str = "", *, flaky: bool = False) -> None:
        """Counts one test, in its suite and in its group (a class or file), where they differ."""
        key = (suite, group, outcome)
        if key not in self._counts and len(self._counts) >= MAX_GROUPS:
            key = ("", "", outcome)
        self._counts[key] = self._counts.get(key, 0) + 1
        self._flaky += flaky
        if outcome == "failed" and len(self._failures) < MAX_FAILURES:
            self._failures.append((name, group or suite))

    def add_passed(self, suite: str, groups: dict[str, int]) -> None:
        """Counts passed tests of a suite by their groups, many at once."""
        for group, number in groups.items():
            key = (suite, group, "passed")
            if key not in self._counts and len(self._counts) >= MAX_GROUPS:
                key = ("", "", "passed")
            self._counts[key] = self._counts.get(key, 0) + number

    def take(self, counts: dict[str, float]) -> None:
        """Sums by outcome, where a file lists no tests."""
        for outcome, number in counts.items():
            key = ("", "", outcome)
            self._counts[key] = self._counts.get(key, 0) + max(int(number), 0)

    def total(self) -> int:
        """Tests counted so far."""
        return sum(self._counts.values())

    def failed(self) -> int:
        """Failed tests counted so far."""
        return sum(number for (_, _, outcome), number in self._counts.items() if outcome == "failed")

    def _by_group(self) -> dict[str, dict[str, int]]:
        """Counts by suite and by group; the empty name is all of them."""
        groups: dict[str, dict[str, int]] = {"": dict.fromkeys(OUTCOMES, 0)}
        for (suite, group, outcome), number in self._counts.items():
            for name in {"", suite, group}:
                groups.setdefault(name, dict.fromkeys(OUTCOMES, 0))[outcome] += number
        return groups

    def tell(self, pointer: str) -> None:
        """Gives the facts; a run of no tests is a problem."""
        groups = self._by_group()
        tell_counts(self._found, groups.pop(""), pointer)
        if self._flaky:
            self._found.fact("tests.flaky", float(self._flaky), "count", pointer)
        if not self.total():
            self._found.problem("nothing-ran", "No test ran: 0 tests. It backs no claim.")
        for name, group in self._failures:
            self._found.fact("test.failure", name, "", pointer, group)
        for name in sorted(groups):
            tell_counts(self._found, groups[name], pointer, name)


def tell_counts(found: Found, counts: dict[str, int], pointer: str, scope: str = "") -> None:
    """`tests.total` and the counts by outcome."""
    found.fact("tests.total", float(sum(counts[outcome] for outcome in OUTCOMES)), "count", pointer, scope)
    for outcome in OUTCOMES:
        found.fact(f"tests.{outcome}", float(counts[outcome]), "count", pointer, scope)


def check_failed(found: Found, outcomes: Outcomes, stated: Node) -> None:
    """Tells where a stated number of failures differs from the failed tests that are listed."""
    number = stated.number()
    if number is not None and number != outcomes.failed():
        message = f"{stated.pointer} states {number:g} failed tests, {outcomes.failed()} are listed."
        found.problem("totals-disagree", message)


def check_total(found: Found, outcomes: Outcomes, stated: Node, also: float = 0.0) -> None:
    """Tells where a stated total differs from the tests listed (`also`: tests that some count and do not list)."""
    number = stated.number()
    if number is not None and number not in {outcomes.total(), outcomes.total() + also, outcomes.total() - also}:
        message = f"{stated.pointer} states {number:g} tests, {outcomes.total()} are listed."
        found.problem("totals-disagree", message)
