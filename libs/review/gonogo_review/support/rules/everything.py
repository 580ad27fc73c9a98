"""'All tests pass', where no number is printed, against the runs that may be meant."""

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion, Opinions
from gonogo_review.support.rules.testing import fitting_runs, is_of_all, is_of_this_day
from gonogo_review.support.words import says, says_together


def all_pass(statement: Statement, case: Case) -> Opinions:
    """Verified by runs without a failure; contradicted by the one run of the report's day and sort that has some."""
    text = statement.text
    spoken = says_together("all", "test", text) and says("passing", text) and not says("none", text)
    if statement.amounts or not spoken or statement.state in {"open", "partial", "failed"}:
        return
    runs = [run for run in fitting_runs(statement, case) if run.value("tests.total")]
    failing = [run for run in runs if run.value("tests.failed")]
    fresh = [run for run in runs if case.age(run.reading) != "stale"]
    if fresh and not failing:
        facts = tuple(run.facts[key] for run in fresh for key in ("tests.total", "tests.failed") if key in run.facts)
        shown = " and ".join(
            f"{run.reading.file}: {run.value('tests.passed'):g} passed, none failed" for run in fresh[:3]
        )
        yield Opinion("verified", facts, shown, "tests.all")
    elif failing:
        number = f"{failing[0].value('tests.failed'):g} failed"
        shown, facts = f"{failing[0].reading.file}: {number}", (failing[0].facts["tests.failed"],)
        if len(runs) == 1 and is_of_all(statement) and is_of_this_day(failing[0], statement, case):
            yield Opinion("contradicted", facts, shown, "evidence.tests", number)
        else:
            yield Opinion("unsupported", facts, f"{shown}; it may be of another run", "tests.differs")
