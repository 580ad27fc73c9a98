"""Tests: how many, how many passed, failed and were skipped, as one run or all runs have it."""

from collections import defaultdict

from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case, metric_of
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.names import names, sorts
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import may_be
from gonogo_review.support.scopes import telling
from gonogo_review.support.words import says, without

_OUTCOMES = {"failing": "tests.failed", "skipped": "tests.skipped", "passing": "tests.passed"}
METRICS = ("tests.total", "tests.passed", "tests.failed", "tests.skipped")


class Run:
    """One run: its counts, and the sort of suite that its file's name and command tell."""

    def __init__(self, facts: dict[str, Placed]) -> None:
        self.facts = facts
        first = next(iter(facts.values()))
        self.reading = first.reading
        self.sorts = sorts(f"{first.reading.file} {first.fact.scope}")

    def value(self, metric: str) -> float:
        placed = self.facts.get(metric)
        return (placed.number_value if placed else None) or 0.0


def tests(statement: Statement, case: Case) -> Opinions:
    """Each count and rate of tests that the statement gives."""
    if not case.facts.of("tests.total"):
        return
    wanted = [(amount, metric) for amount in statement.amounts if (metric := _metric(amount, statement, case))]
    for amount, metric in wanted:
        yield from _judge(amount, metric, statement, case)


def _metric(amount: Amount, statement: Statement, case: Case) -> str:
    """What an amount counts: its own metric, or by the words of the statement and its headings."""
    named = metric_of(amount, statement)
    if named == "tests.total":
        named = _by_words_beside(amount, statement, case)
    if named:
        return named if named in (*METRICS, "tests.pass_rate") and amount.role in {"value", "after"} else ""
    if amount.role not in {"value", "after"} or amount.unit != "count":
        return ""
    if amount.of is not None and (says("test", statement.text) or says("test", case.titles(statement))):
        return "tests.passed"
    if not says("test", statement.text):
        return ""
    words = [word for word in _OUTCOMES if says(word, statement.text)]
    return _OUTCOMES.get(words[0] if len(words) == 1 else "", "tests.total" if not words else "")


def _by_words_beside(amount: Amount, statement: Statement, case: Case) -> str:
    """Whether 'tests' are those that failed, passed or were skipped, by the words up to the next number."""
    ends = [one.start for one in statement.amounts if one.start > amount.start]
    beside = case.line(statement)[amount.end : min(ends, default=statement.end)]
    said = [metric for word, metric in _OUTCOMES.items() if says(word, beside)]
    return said[0] if len(said) == 1 else "tests.total"


def _judge(amount: Amount, metric: str, statement: Statement, case: Case) -> Opinions:
    runs = fitting_runs(statement, case, _sorts_beside(amount, statement, case))
    meant = [(run, one) for run in runs for one in _meant(metric, amount, run, statement)]
    told = [opinion for run, one in meant for opinion in _verified(amount, one, run, case)]
    if told:
        yield told[0]
        return
    summed = sum(run.value(metric) for run in runs)
    if len(runs) > 1 and summed and may_be(summed, amount) and amount.of is None and _all_fresh(runs, case):
        facts = tuple(run.facts[metric] for run in runs if metric in run.facts)
        yield Opinion("verified", facts, f"{len(runs)} runs together have {summed:g}", "tests.sum")
    elif len(runs) == 1:
        yield from _differs(amount, metric, runs[0], statement, case)


def _meant(metric: str, amount: Amount, run: Run, statement: Statement) -> list[str]:
    """What an amount may count: in '100 tests, 95 passed' the first is all, whatever word stands nearer."""
    others = {one.low for one in statement.amounts if one is not amount and one.unit == "count"}
    parts = {run.value(key) for key in ("tests.passed", "tests.failed")} - {0.0}
    return [metric, "tests.total"] if metric != "tests.pass_rate" and amount.of is None and others & parts else [metric]


def _sorts_beside(amount: Amount, statement: Statement, case: Case) -> set[str]:
    """Of several sorts that a statement names ('240 unit and 20 integration tests') the one that an amount is of."""
    said = case.sorts(statement)
    ends = [one.start for one in statement.amounts if one.start > amount.start]
    beside = sorts(case.line(statement)[amount.end : min(ends, default=statement.end)])
    return beside if len(said) > 1 and len(beside) == 1 else said


def fitting_runs(statement: Statement, case: Case, said: set[str] | None = None) -> list[Run]:
    """The runs that a statement may speak of: of the sort that it says; a run that says no sort fits any."""
    wanted = case.sorts(statement) if said is None else said
    return [run for run in _runs(statement, case) if not run.sorts or wanted <= run.sorts]


def _runs(statement: Statement, case: Case) -> list[Run]:
    """The whole runs; where the statement names a suite that a run has, that suite instead."""
    by_suite: dict[tuple[str, str], dict[str, Placed]] = defaultdict(dict)
    for placed in case.facts.any_of(METRICS):
        by_suite[placed.reading.file, placed.fact.scope].setdefault(placed.fact.metric, placed)
    named = [facts for (_, scope), facts in by_suite.items() if scope and _names(scope, statement, case)]
    whole = [facts for (file, scope), facts in by_suite.items() if not scope or (file, "") not in by_suite]
    return [Run(facts) for facts in named or whole]


def _names(scope: str, statement: Statement, case: Case) -> bool:
    """Whether a statement's subject is this suite: all telling words of the suite's own name."""
    table = case.table(statement)
    label = statement.text.partition(":")[0] if table is None else statement.text.partition("|")[0]
    own = scope.rpartition("/")[2].removesuffix(".py").rpartition(".")[2]
    telling = [word for word in tokens(own) if word not in {"test", "spec", "suite", "e2e", "tsx", "ts", "js"}]
    return bool(telling) and set(telling) == set(tokens(label)) - {"test", "suite", "module", "the"}


def _verified(amount: Amount, metric: str, run: Run, case: Case) -> Opinions:
    if not run.value("tests.total") or case.age(run.reading) == "stale":
        return
    facts = tuple(run.facts[key] for key in METRICS if key in run.facts)
    if metric == "tests.pass_rate":
        rates = {run.value("tests.passed") / total for total in _bases(run) if total}
        if any(may_be(100 * rate, amount) for rate in rates):
            shown = f"{run.value('tests.passed'):g} of {run.value('tests.total'):g} passed"
            yield Opinion("verified", facts, f"{run.reading.file}: {shown}", "tests.rate")
        return
    value = run.value(metric)
    whole = amount.of is None or amount.of in _bases(run)
    if whole and may_be(value, amount) and metric in run.facts:
        yield Opinion("verified", (run.facts[metric],), f"{place(run.facts[metric])} has {value:g}", "tests.equal")


def _bases(run: Run) -> tuple[float, float]:
    """What a share of tests may be of: all, or those that ran."""
    return run.value("tests.total"), run.value("tests.total") - run.value("tests.skipped")


def _differs(amount: Amount, metric: str, run: Run, statement: Statement, case: Case) -> Opinions:
    """A run of another number of tests may be another run; with the same number, or sort, it is this one."""
    key = metric if metric in run.facts else "tests.passed"
    facts = tuple(run.facts[one] for one in dict.fromkeys((key, "tests.total", "tests.failed")) if one in run.facts)
    shown = f"{run.reading.file}: {run.value('tests.total'):g} tests, {run.value('tests.failed'):g} failed"
    if _is_this_run(amount, metric, run, statement, case):
        yield Opinion("contradicted", facts, shown, "evidence.tests", f"{run.value(key):g}")
    else:
        yield Opinion("unsupported", facts, f"{shown}; {_why_not(run, case)}", "tests.differs")


def _why_not(run: Run, case: Case) -> str:
    if not run.value("tests.total"):
        return "nothing ran, so it backs nothing"
    return "it is of another day or commit" if case.age(run.reading) == "stale" else "it may be of another run"


def is_of_this_day(run: Run, statement: Statement, case: Case) -> bool:
    """Whether a run is of the report's day, as far as it says, and of the sort that the statement speaks of."""
    return case.age(run.reading) in {"same", "unknown"} and case.sorts(statement) == run.sorts


def _is_this_run(amount: Amount, metric: str, run: Run, statement: Statement, case: Case) -> bool:
    """Whether a claim can only be about this run: of its day and sort, and with a number of it, or of all of it."""
    if not is_of_this_day(run, statement, case):
        return False
    if amount.of is not None:
        return amount.of in _bases(run) and not amount.comparator
    totals = {one.low for one in statement.amounts if one.unit == "count" and one is not amount}
    if run.value("tests.total") in totals:
        return True
    failed = run.value("tests.failed") > 0 and not amount.comparator
    if metric == "tests.passed":
        return failed and amount.low == run.value("tests.total")
    return (
        failed and is_of_all(statement) and (metric, amount.low) in {("tests.pass_rate", 100.0), ("tests.failed", 0.0)}
    )


def is_of_all(statement: Statement) -> bool:
    """Whether a statement names no part whose tests it means."""
    plain = statement.text
    for kind in ("test", "passing", "failing", "skipped", "all", "none"):
        plain = without(kind, plain)
    return not statement.scope and not [word for word in telling(plain) if word not in names().sorts]


def _all_fresh(runs: list[Run], case: Case) -> bool:
    return all(case.age(run.reading) != "stale" for run in runs)
