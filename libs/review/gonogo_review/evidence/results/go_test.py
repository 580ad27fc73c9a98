"""`go test -json`: one event a line."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.results.outcomes import Outcomes
from gonogo_review.evidence.source import Source

_OUTCOMES = {"pass": "passed", "fail": "failed", "skip": "skipped"}


def read(source: Source, found: Found) -> None:
    """Counts by outcome, in all and by package; subtests count, as in `go test -v`.

    Tests that run when their package fails are what it fails of; a package that fails without one was not even built.
    """
    outcomes, running, broken = Outcomes(found), set[tuple[str, str]](), 0
    failing, hung = set[str](), list[tuple[str, str]]()
    for _, event in source.rows():
        action, package, test = event["Action"].text(), event["Package"].text(), event["Test"].text()
        found.taken = event["Time"].text() or found.taken
        if test and action == "run":
            running.add((package, test))
        elif test and action in _OUTCOMES:
            running.discard((package, test))
            outcomes.add(test, _OUTCOMES[action], package)
            failing |= {package} if action == "fail" else set()
        elif action == "fail" and not test:
            crashed = {one for one in running if one[0] == package}
            running -= crashed
            hung += sorted(crashed)
            for _, name in sorted(crashed):
                outcomes.add(name, "failed", package)
            broken += not crashed and package not in failing
    hung += sorted(running)
    if hung:
        package, test = hung[0]
        found.problem("unfinished", f"{len(hung)} tests started and have no result, such as {package} {test}.")
    outcomes.tell("Action")
    if broken:
        found.fact("tests.files_broken", float(broken), "count", "Action")
