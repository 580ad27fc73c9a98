"""Coverage: of the whole, of a folder, of a file; of lines, statements, branches or functions."""

import re

from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case, metric_of
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import bounds, may_be
from gonogo_review.support.scopes import COVERAGE_KINDS, Part, resolve, resolve_by_head, resolve_loosely, telling
from gonogo_review.support.words import says

KINDS = ("line", "statement", "branch", "function")
FAR = 10.0
"""Percentage points beyond every kind of coverage that is known, where a claim does not say which kind it means."""
TOUCHED = 1.0
"""Percent from which on a part is not at 0 % by any rounding."""
_JOINED = re.compile(r"[\s*`%]*(?:→|->|=>|➜|–|—|to|a|ate|até|hasta|bis|auf|à|до|から|至|到)[\s*`~]*")
"""What stands between a value before and the one after it: both are of the same thing."""
_BRACKETS = re.compile(r"\(([^()]*)\)|([^()]+)")


class Answered:
    """The facts that answer one amount: those of its kind of coverage where it says one, else of all kinds."""

    def __init__(self, facts: list[Placed], kind: str) -> None:
        self.facts = facts
        self.kind = kind
        kinds = {f"coverage.{kind}"} | ({"coverage.combined"} if kind in {"line", "statement"} else set())
        self.same = [placed for placed in facts if not kind or placed.fact.metric in kinds]
        close = {"line": "statement", "statement": "line"}.get(kind, "")
        self.close = [placed for placed in facts if close and placed.fact.metric == f"coverage.{close}"]


def coverage(statement: Statement, case: Case) -> Opinions:
    """Each share that the statement gives, and the counts of lines or statements beside it."""
    if not case.facts.any_of(COVERAGE_KINDS):
        return
    answered: list[Placed] = []
    for amount in statement.amounts:
        if amount.unit == "%" and amount.role in {"value", "before", "after"} and _is_coverage(amount, statement, case):
            found = _answer(amount, statement, case)
            answered += found.facts if found else []
            if found and found.facts:
                yield _judge(amount, found, statement, case)
    yield from _counts(statement, answered)


def _is_coverage(amount: Amount, statement: Statement, case: Case) -> bool:
    metric = metric_of(amount, statement)
    if metric:
        return metric.startswith("coverage.")
    around = f"{statement.text} {case.header(statement, amount)} {case.titles(statement)}"
    return says("coverage", around)


def _answer(amount: Amount, statement: Statement, case: Case) -> Answered | None:
    kind = _kind(amount, statement, case)
    phrases = _phrases(amount, statement, case)
    for phrase in phrases:
        found = _one(resolve(phrase, case), statement)
        if found is not None and any(case.may_be_of(placed.reading, statement) for placed in found.all_facts()):
            return Answered(found.all_facts(), kind)
    for phrase in phrases:
        found = _one(resolve_loosely(phrase, case), statement)
        if found is not None and any(may_be(_value(placed), amount) for placed in found.all_facts()):
            return Answered(found.all_facts(), kind)
    heads = [parts for phrase in phrases for parts in resolve_by_head(phrase, case)] if amount.low % 1 else []
    for parts in heads:
        found = _one(parts, statement)
        if found is not None and any(may_be(_value(placed), amount) for placed in found.all_facts()):
            return Answered(found.all_facts(), kind)
    words = [word for phrase in phrases for word in telling(phrase)]
    whole = [placed for metric in COVERAGE_KINDS for placed in case.facts.whole(metric)]
    whole = [placed for placed in whole if case.may_be_of(placed.reading, statement)]
    named = [placed for placed in whole if set(words) <= set(tokens(placed.reading.file))]
    return Answered(named, kind) if named and (not words or named != whole) else None


def _one(found: list[Part], statement: Statement) -> Part | None:
    """The part that is meant: the only one, or the only one of which a count beside the share is true."""
    counts = {str(int(amount.low)) for amount in statement.amounts if amount.unit == "count"}
    told = [part for part in found if any(placed.has("total") in counts for placed in part.all_facts())]
    for group in (found, told):
        if len(group) == 1:
            return group[0]
    return None


def _phrases(amount: Amount, statement: Statement, case: Case) -> list[str]:
    """What could name the part: the row's label; else what stands before and after the amount, brackets first."""
    table = case.table(statement)
    for row in table.rows if table else ():
        if row and row[0].line == statement.line:
            return [row[0].text]
    line = case.line(statement)
    others = [one for one in statement.amounts if one is not amount]
    start = max((one.end for one in others if one.end <= amount.start), default=statement.start)
    if _JOINED.fullmatch(line[start : amount.start]):
        first = min((one for one in others if one.end <= start), key=lambda one: abs(one.end - start))
        return _phrases(first, statement, case)
    end = min((one.start for one in others if one.start >= amount.end), default=statement.end)
    before, after = line[start : amount.start], re.split(r"[,;]|\((?![^()]*\))", line[amount.end : end])[0]
    cut = re.split(r"[,;]", before)[-1]
    return [phrase for text in (cut, after) for phrase in _pieces(text)]


def _pieces(text: str) -> list[str]:
    """A text's bracketed parts, then the text without them."""
    found = _BRACKETS.findall(text)
    inside = [one for one, _ in found if telling(one)]
    outside = " ".join(other for _, other in found)
    return [*inside, outside] if telling(outside) or not inside else inside


def _kind(amount: Amount, statement: Statement, case: Case) -> str:
    metric = metric_of(amount, statement)
    for text in (statement.text, case.header(statement, amount)):
        named = [kind for kind in KINDS if says(kind, text)]
        if len(named) == 1:
            return named[0]
    return metric.removeprefix("coverage.") if metric.startswith("coverage.") and metric != "coverage.line" else ""


def _judge(amount: Amount, answered: Answered, statement: Statement, case: Case) -> Opinion:
    fitting = [placed for placed in (answered.same or answered.close) if may_be(_value(placed), amount)]
    backing = [placed for placed in fitting if case.age(placed.reading) != "stale" or amount.role == "before"]
    if backing:
        because = f"{place(backing[0])} has {_shown(backing[0])}"
        rule = "coverage.before" if amount.role == "before" else "coverage.equal"
        return Opinion("verified", tuple(backing), because, rule)
    facts = tuple(answered.same or answered.close or answered.facts)
    shown = f"{place(facts[0])} has {_shown(facts[0])}"
    doubt = _doubt(amount, answered, statement, case)
    if doubt:
        return Opinion("unsupported", facts, f"{shown}; {doubt}", "coverage.differs")
    expected = f"{_value(facts[0]):.2f} %"
    return Opinion("contradicted", facts, shown, "evidence.coverage", expected)


def _doubt(amount: Amount, answered: Answered, statement: Statement, case: Case) -> str:
    """Why a differing number does not contradict; empty where nothing explains it."""
    facts = answered.same or answered.close or answered.facts
    ages = {case.age(placed.reading) for placed in facts} - {"same", "unknown"}
    if ages:
        return f"that run is {ages.pop()} than the report"
    if amount.role == "before":
        return "the report speaks of an earlier run"
    totals = {int(one.of) for one in statement.amounts if one.of is not None and one.unit == "count"}
    if totals and not totals & {int(placed.has("total") or 0) for placed in answered.facts}:
        return "the report counts another number of lines: another run"
    if _spread(answered.same) > 1 and not answered.kind:
        return "several runs are attached"
    if amount.low == amount.high == 0 and min(map(_value, answered.facts)) >= TOUCHED:
        return ""
    return _undecided(amount, answered)


def _undecided(amount: Amount, answered: Answered) -> str:
    """Where a claim says no kind of coverage, or the file has not this kind, only a number far from all contradicts."""
    if answered.kind and answered.same:
        return ""
    low, high = bounds(amount)
    values = list(map(_value, answered.facts))
    known = {placed.fact.metric for placed in answered.facts}
    slack = 0.0 if {"coverage.line", "coverage.statement"} <= known and not answered.kind else FAR
    if high < min(values) - slack or low > max(values) + slack:
        return ""
    return "which kind of coverage is meant, or measured, is open"


def _spread(facts: list[Placed]) -> int:
    """The number of different values, to a whole percent, that the whole has in the files of one kind."""
    return len({round(_value(placed)) for placed in facts if placed.fact.metric == "coverage.line"})


def _counts(statement: Statement, answered: list[Placed]) -> Opinions:
    """Numbers of lines or statements beside a share, as the file that has the share has them."""
    known = {int(placed.has("total")): placed for placed in answered if placed.has("total").isdigit()}
    for amount in statement.amounts:
        total = int(amount.of if amount.of is not None else amount.low)
        if amount.unit == "count" and amount.role == "value" and amount.low == amount.high and total in known:
            because = f"{place(known[total])} has {total} in all"
            yield Opinion("verified", (known[total],), because, "coverage.counts")


def _value(placed: Placed) -> float:
    return placed.number_value or 0.0


def _shown(placed: Placed) -> str:
    return f"{_value(placed):.2f} % ({placed.has('covered')} of {placed.has('total')})"
