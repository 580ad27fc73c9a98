"""Vulnerabilities by severity, over all scans, or over those of the tool that a claim names."""

from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case, metric_of
from gonogo_review.support.folding import fold
from gonogo_review.support.index import Placed
from gonogo_review.support.names import names
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import may_be
from gonogo_review.support.words import says

LEVELS = ("critical", "high", "moderate", "low")


def vulnerabilities(statement: Statement, case: Case) -> Opinions:
    """Each count that the statement gives."""
    for amount in statement.amounts:
        metric = _metric(amount, statement, case)
        facts = [placed for placed in case.facts.whole(metric) if _answers(placed, statement, case)] if metric else []
        if facts:
            yield _judge(amount, facts, case)


def zeros(statement: Statement, case: Case) -> Opinions:
    """'No critical vulnerabilities', where no number is printed."""
    text = statement.text
    counted = any(amount.metric and amount.metric.startswith("vulnerabilities.") for amount in statement.amounts)
    if counted or not (says("vulnerability", text) and says("none", text)) or says("production", text):
        return
    named = _levels(text)
    if not named and not says("audit", f"{text} {case.titles(statement).partition(' / ')[0]}"):
        return
    for metric in [f"vulnerabilities.{level}" for level in named] or ["vulnerabilities.total"]:
        facts = [placed for placed in case.facts.whole(metric) if _answers(placed, statement, case)]
        if facts:
            yield _judge(_zero(), facts, case)


def _zero() -> Amount:
    return Amount("value", "", 0.0, 0.0, None, "count", 0, 0, "0")


def _metric(amount: Amount, statement: Statement, case: Case) -> str:
    named, levels = metric_of(amount, statement), _levels(statement.text)
    if named:
        ours = named.startswith("vulnerabilities.") and amount.role in {"value", "after"}
        return "" if not ours else _by_level_beside(amount, statement, case) or named if len(levels) > 1 else named
    if amount.unit != "count" or amount.role != "value" or not _about(statement, case):
        return ""
    if len(levels) > 1:
        return _by_level_beside(amount, statement, case)
    alone = not levels and len(statement.amounts) == 1 and says("vulnerability", statement.text)
    return f"vulnerabilities.{levels[0]}" if levels else "vulnerabilities.total" if alone else ""


def _by_level_beside(amount: Amount, statement: Statement, case: Case) -> str:
    """The level of one number of several: behind it ('0 critical, 2 high'), or before it ('Critical: 0, high: 2')."""
    line = case.line(statement)
    last = max(one.end for one in statement.amounts)
    if not _levels(line[last : statement.end]):
        starts = [one.end for one in statement.amounts if one.end <= amount.start]
        beside = line[max(starts, default=statement.start) : amount.start]
    else:
        ends = [one.start for one in statement.amounts if one.start > amount.start]
        beside = line[amount.end : min(ends, default=statement.end)]
    named = _levels(beside)
    return f"vulnerabilities.{named[0]}" if len(named) == 1 else ""


def _levels(text: str) -> list[str]:
    return [level for level in LEVELS if says(level, text)]


def _about(statement: Statement, case: Case) -> bool:
    """Whether a statement or its headings speak of vulnerabilities, or of a tool that finds them."""
    around = f"{case.titles(statement)} {statement.text}"
    return says("vulnerability", around) or any(tool in fold(around) for tool in names().tools)


def _answers(placed: Placed, statement: Statement, case: Case) -> bool:
    near = fold(f"{statement.text} {case.titles(statement).partition(' / ')[0]}")
    own = {form for tool, form in names().tools.items() if tool in fold(statement.text)}
    named = own or {form for tool, form in names().tools.items() if tool in near}
    if not case.may_be_of(placed.reading, statement):
        return False
    return placed.reading.format in named if named else placed.reading.format not in names().code_scans


def _judge(amount: Amount, facts: list[Placed], case: Case) -> Opinion:
    """Any one scan may have the number; so may all together. 'None' takes all of them."""
    values = [placed.number_value or 0.0 for placed in facts]
    zero = amount.low == amount.high == 0
    fits = max(values) == 0 if zero else any(may_be(value, amount) for value in (*values, sum(values)))
    fresh = {case.age(placed.reading) for placed in facts}
    if fits and "stale" not in fresh:
        equal = [placed for placed in facts if may_be(placed.number_value or 0.0, amount)] or facts
        return Opinion(
            "verified", tuple(equal), f"{place(equal[0])} has {equal[0].fact.value:g}{_accepted(equal[0])}",
            "vulnerabilities.equal",
        )  # fmt: skip
    worst = max(facts, key=lambda placed: placed.number_value or 0.0)
    shown = f"{place(worst)} has {worst.fact.value:g}{_accepted(worst)}"
    if fresh <= {"same", "unknown"} and not fits and (zero or len(facts) == 1):
        return Opinion("contradicted", (worst,), shown, "evidence.vulnerabilities", f"{worst.fact.value:g}")
    return Opinion("unsupported", tuple(facts), f"{shown}; it is of another run", "vulnerabilities.differs")


def _accepted(placed: Placed) -> str:
    """What a VEX statement took out of a number."""
    number = placed.has("accepted")
    return f", and {number} that a VEX statement accepts" if number else ""
