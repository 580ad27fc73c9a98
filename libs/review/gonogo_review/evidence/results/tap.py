"""TAP, the Test Anything Protocol, versions 12 to 14."""

import re

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_TEST = re.compile(r"(not )?ok\b\s*(\d+)?\s*(?:- )?([^#]*)(?:#\s*(skip|todo))?", re.IGNORECASE)
_PLAN = re.compile(r"1\.\.(\d+)")


def read(source: Source, found: Found) -> None:
    """Counts by outcome; a test with subtests counts once; the plan is held against the tests."""
    outcomes, planned = Outcomes(found), None
    for number, line in source.lines():
        if line.startswith("Bail out!"):
            found.problem("unfinished", f"The run stopped: {line[:200]}", number)
        plan, test = _PLAN.match(line), _TEST.match(line)
        if plan:
            planned = int(plan[1])
        elif test:
            outcomes.add(test[3].strip(), _outcome(test))
    if planned is not None and planned != outcomes.total():
        found.problem("totals-disagree", f"The plan is for {planned} tests, {outcomes.total()} are reported.")
    outcomes.tell("ok / not ok")


def _outcome(test: re.Match[str]) -> str:
    if test[4]:
        return "skipped"
    return "failed" if test[1] else "passed"
