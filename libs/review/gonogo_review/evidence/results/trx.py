"""TRX, the results of Visual Studio and `dotnet test`."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.markup import Attributes
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_OUTCOMES = {"Passed": "passed", "PassedButRunAborted": "passed", "Failed": "failed", "Error": "failed"}
_OUTCOMES |= {"Timeout": "failed", "Aborted": "failed"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by class; the stated counters are held against the results."""
    outcomes = Outcomes(found)
    stated = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal stated
        if name == "UnitTestResult":
            test = attributes.get("testName", "")
            group = test.partition("(")[0].rpartition(".")[0]
            outcomes.add(test, _OUTCOMES.get(attributes.get("outcome", ""), "skipped"), group)
        elif name == "Counters":
            stated = attributes.get("total", "")
        elif name == "Times":
            found.taken = attributes.get("finish", "")

    source.elements(start)
    if stated.isdigit() and int(stated) != outcomes.total():
        found.problem("totals-disagree", f"Counters say {stated} tests, {outcomes.total()} results are listed.")
    outcomes.tell("//UnitTestResult")
