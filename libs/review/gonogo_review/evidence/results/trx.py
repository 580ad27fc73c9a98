"""TRX, the results of Visual Studio and `dotnet test`."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_OUTCOMES = {"Passed": "passed", "PassedButRunAborted": "passed", "Failed": "failed", "Error": "failed"}
_OUTCOMES |= {"Timeout": "failed", "Aborted": "failed"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by class; the stated counters are held against the results."""
    every, outer = Outcomes(found), Outcomes(found)
    stated, inner = dict[str, str](), 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal stated, inner
        if name == "UnitTestResult":
            test = attributes.get("testName", "")
            group = test.partition("(")[0].rpartition(".")[0]
            for outcomes in (every,) if inner else (every, outer):
                outcomes.add(test, _OUTCOMES.get(attributes.get("outcome", ""), "skipped"), group)
        elif name == "InnerResults":
            inner += 1
        elif name == "Counters":
            stated = attributes
        elif name == "Times":
            found.taken = attributes.get("finish", "")

    def end(name: str) -> None:
        nonlocal inner
        inner -= name == "InnerResults"

    source.elements(start, end)
    outcomes = outer if stated.get("total") == str(outer.total()) else every
    _check(stated, outcomes, found)
    outcomes.tell("//UnitTestResult")


def _check(stated: Attributes, outcomes: Outcomes, found: Found) -> None:
    """Rows of data stand inside the result of their test; some loggers count them, some do not."""
    total, failed = stated.get("total", ""), [stated.get(key, "0") for key in ("failed", "error", "timeout", "aborted")]
    if total.isdigit() and int(total) != outcomes.total():
        found.problem("totals-disagree", f"Counters say {total} tests, {outcomes.total()} results are listed.")
    elif "failed" in stated and all(one.isdigit() for one in failed) and sum(map(int, failed)) != outcomes.failed():
        message = f"Counters say {sum(map(int, failed))} failed tests, {outcomes.failed()} are listed."
        found.problem("totals-disagree", message)
