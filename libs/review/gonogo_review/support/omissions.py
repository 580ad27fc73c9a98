"""What the evidence shows against a release and the report leaves out."""

from collections.abc import Iterator

from gonogo_contracts.review import Severity
from gonogo_review.model import Draft, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import place
from gonogo_review.support.words import says

_SCANNED = ("vulnerabilities.critical", "vulnerabilities.high")


def omissions(case: Case) -> Iterator[Draft]:
    """Failing tests, critical and high vulnerabilities, and failed thresholds that no statement admits."""
    for failed in _above_zero("tests.failed", case):
        if not _admits(case, "failing", "test"):
            tests = _lines(case, "test", "passing")
            yield _draft(
                failed, "evidence.failures-unmentioned", "failing tests, and the report mentions none", tests, case
            )
    for broken in _above_zero("tests.files_broken", case):
        if not _admits(case, "failing", "test"):
            what = "files of tests that did not load, and the report mentions no failure"
            yield _draft(broken, "evidence.failures-unmentioned", what, _lines(case, "test", "passing"), case)
    for metric in _SCANNED:
        for found in _above_zero(metric, case):
            if not _admits(case, "vulnerability", "vulnerability"):
                what = f"{metric.partition('.')[2]} vulnerabilities, and the report mentions none"
                yield _draft(found, "evidence.vulnerabilities-unmentioned", what, (), case)
    for failed in _above_zero("load.thresholds_failed", case):
        yield _draft(failed, "evidence.thresholds-failed", "thresholds of the load test that were not met", (), case)


def _above_zero(metric: str, case: Case) -> list[Placed]:
    """Facts of whole runs that are not older or newer than the report."""
    found = [one for one in case.facts.of(metric) if (one.number_value or 0.0) > 0 and one.has("part") != "yes"]
    whole = {one.reading.file for one in found if not one.fact.scope}
    fresh = [one for one in found if not one.fact.scope or one.reading.file not in whole]
    return [one for one in fresh if case.age(one.reading) in {"same", "unknown"}]


def _admits(case: Case, *kinds: str) -> bool:
    """Whether some line of the report speaks of it, and not only to deny it."""
    return any(all(says(kind, line) for kind in kinds) and not says("none", line) for line in case.reading.lines)


def _lines(case: Case, *kinds: str) -> tuple[int, ...]:
    """The first statement that says the contrary."""
    said: list[Statement] = [one for one in case.reading.statements if all(says(kind, one.text) for kind in kinds)]
    return (said[0].line,) if said else ()


def _draft(fact: Placed, rule: str, what: str, lines: tuple[int, ...], case: Case) -> Draft:
    severity: Severity = "high" if case.age(fact.reading) == "same" else "medium"
    return Draft(
        kind="evidence", rule=rule, severity=severity, lines=lines,
        message=f"{place(fact)} has {fact.fact.value:g} {what}.", expected=f"{fact.fact.value:g}",
        facts=(fact.number,), anchor=f"{rule} {fact.reading.file}",
    )  # fmt: skip
