"""`go test -json`: one event a line."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_OUTCOMES = {"pass": "passed", "fail": "failed", "skip": "skipped"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by package; subtests count, as in `go test -v`."""
    outcomes, running, broken = Outcomes(found), set(), 0
    for _, event in source.rows():
        action, package, test = event["Action"].text(), event["Package"].text(), event["Test"].text()
        found.taken = event["Time"].text() or found.taken
        if test and action == "run":
            running.add((package, test))
        elif test and action in _OUTCOMES:
            running.discard((package, test))
            outcomes.add(test, _OUTCOMES[action], package)
        elif action == "fail" and event["FailedBuild"]:
            broken += 1
    if running:
        package, test = min(running)
        found.problem("unfinished", f"{len(running)} tests started and have no result, such as {package} {test}.")
    outcomes.tell("Action")
    if broken:
        found.fact("tests.files_broken", float(broken), "count", "FailedBuild")
