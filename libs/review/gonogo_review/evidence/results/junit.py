"""JUnit XML in the dialects of pytest, surefire, jest-junit, gotestsum and others; nested suites; reruns."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_SUITES = {"testsuite", "testsuites"}
_FAILED, _SKIPPED = {"failure", "error"}, {"skipped", "disabled", "ignored"}
_FLAKY, _RERUN = {"flakyFailure", "flakyError"}, {"rerunFailure", "rerunError"}


class _Suite:
    """A suite that is open: what it says of itself and what was counted in it."""

    __slots__ = ("cases", "inner", "name", "reruns", "skipped", "stated")

    def __init__(self, attributes: Attributes) -> None:
        self.name = attributes.get("name") or attributes.get("package", "")
        self.stated = attributes
        self.cases = 0
        self.inner = 0
        self.skipped = 0
        self.reruns = 0


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
        if self._result == "skipped":
            suite.skipped += 1
        group = case.get("file") or case.get("classname") or suite.name
        self.outcomes.add(case.get("name", ""), self._result, suite.name, group, flaky=self._flaky)

    def _close_suite(self, suite: _Suite) -> None:
        inside = suite.cases + suite.inner
        stated = suite.stated.get("tests", "")
        counts = {inside, suite.cases, inside - suite.skipped, inside + suite.reruns}
        if stated.isdigit() and int(stated) not in counts:
            message = f"Suite '{suite.name[:80]}' states {stated} tests and holds {inside}. The cases are counted."
            self.found.problem("totals-disagree", message)
        if self._open:
            self._open[-1].inner += inside
            self._open[-1].skipped += suite.skipped
            self._open[-1].reruns += suite.reruns


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
