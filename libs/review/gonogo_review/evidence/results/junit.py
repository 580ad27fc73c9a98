"""JUnit XML in the dialects of pytest, surefire, jest-junit, gotestsum and others; nested suites; reruns."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_SUITES = {"testsuite", "testsuites"}
_FAILED, _SKIPPED = {"failure", "error"}, {"skipped", "disabled", "ignored"}
MAX_WAITING = 1_000
"""Groups of one suite that wait to be told."""
_FLAKY, _RERUN = {"flakyFailure", "flakyError"}, {"rerunFailure", "rerunError"}


class _Suite:
    """A suite that is open: what it says of itself and what was counted in it."""

    __slots__ = ("cases", "failed", "inner", "marks", "name", "passed", "reruns", "skipped", "stated")

    def __init__(self, attributes: Attributes) -> None:
        self.name = attributes.get("name") or attributes.get("package", "")
        self.stated = attributes
        self.cases = 0
        self.inner = 0
        self.skipped = 0
        self.reruns = 0
        self.failed = 0
        self.passed: dict[str, int] = {}
        """Passed tests by group that are not told yet: most tests pass, and this is quick."""
        self.marks = 0
        """Failures and errors: a test may have one of each, from its body and from what cleans up after it."""

    def hides_failures(self) -> bool:
        """Whether it says another number of failures (or failures and errors) than there are, beyond what tools do."""
        said = [int(one) for one in (self.stated.get("failures", ""), self.stated.get("errors", "")) if one.isdigit()]
        held = range(self.failed, self.marks + self.reruns + 1)
        return bool(said) and said[0] not in held and sum(said) not in held

    def close_into(self, outer: "_Suite") -> None:
        """Adds what was counted to the suite around it."""
        outer.inner += self.cases + self.inner
        outer.skipped += self.skipped
        outer.reruns += self.reruns
        outer.failed += self.failed
        outer.marks += self.marks


class _Suites:
    """The handlers. One test case costs a few dictionary look-ups and nothing is kept of it."""

    def __init__(self, found: Found) -> None:
        self.outcomes = Outcomes(found)
        self.found = found
        self.taken = ""
        self.depth = 0
        self._open: list[_Suite] = []
        self._case: Attributes | None = None
        self._result = "passed"
        self._flaky = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        if name == "testcase":
            self._case, self._flaky = attributes, False
            self._result = _by_attribute(attributes) if "status" in attributes or "result" in attributes else "passed"
        elif self._case is not None:
            self._part_of_case(name)
        elif name in _SUITES:
            self._open.append(_Suite(attributes))
            self.taken = max(self.taken, attributes.get("timestamp", ""))

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == "testcase":
            if self._case is not None:
                self._close_case(self._case)
        elif name in _SUITES and self._case is None and self._open:
            self._close_suite(self._open.pop())

    def _part_of_case(self, name: str) -> None:
        if name in _FAILED:
            self._result = "failed"
            if self._open:
                self._open[-1].marks += 1
        elif name in _SKIPPED and self._result == "passed":
            self._result = "skipped"
        elif name in _FLAKY:
            self._flaky = True
        elif name in _RERUN and self._open:
            self._open[-1].reruns += 1

    def _close_case(self, case: Attributes) -> None:
        self._case = None
        suite = self._open[-1] if self._open else _Suite({})
        suite.cases += 1
        group = case.get("file") or case.get("classname") or suite.name
        if self._result == "passed" and not self._flaky and self._open:
            suite.passed[group] = suite.passed.get(group, 0) + 1
            if len(suite.passed) > MAX_WAITING:
                self._tell_passed(suite)
            return
        if self._result == "skipped":
            suite.skipped += 1
        elif self._result == "failed":
            suite.failed += 1
        self.outcomes.add(case.get("name", ""), self._result, suite.name, group, flaky=self._flaky)

    def _tell_passed(self, suite: _Suite) -> None:
        self.outcomes.add_passed(suite.name, suite.passed)
        suite.passed = {}

    def _close_suite(self, suite: _Suite) -> None:
        self._tell_passed(suite)
        inside = suite.cases + suite.inner
        stated = suite.stated.get("tests", "")
        doubled = range(inside - suite.marks, inside + suite.marks + 1)
        counts = {suite.cases, inside - suite.skipped, inside + suite.reruns, *doubled}
        if stated.isdigit() and int(stated) not in counts:
            self._disagrees(suite, f"{stated} tests", inside)
        outer = any("failures" in around.stated for around in self._open)
        if inside and not outer and suite.hides_failures():
            said = f"{suite.stated.get('failures', '')} failures, {suite.stated.get('errors', '0')} errors"
            self._disagrees(suite, said, suite.failed)
        if self._open:
            suite.close_into(self._open[-1])

    def _disagrees(self, suite: _Suite, stated: str, held: int) -> None:
        message = f"Suite '{suite.name[:80]}' states {stated} and holds {held}. The cases are counted."
        self.found.problem("totals-disagree", message)


def _by_attribute(case: Attributes) -> str:
    """GoogleTest and others mark a case that did not run by an attribute."""
    if case.get("status") in {"notrun", "disabled", "skipped"} or case.get("result") in {"suppressed", "skipped"}:
        return "skipped"
    return "passed"


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by suite and class; the names of tests that failed."""
    suites = _Suites(found)
    source.elements(suites.start, suites.end, depth=lambda: suites.depth)
    found.taken = suites.taken
    suites.outcomes.tell("//testcase")
