"""What the report's own claims answer: at most `claimed`, unless evidence backs them."""

import msgspec

from gonogo_contracts.review import CriterionStatus
from gonogo_review.judging.answer import UNSAID, Answer, lines_of, quotes
from gonogo_review.judging.case import Case
from gonogo_review.judging.matching import Matched
from gonogo_review.judging.measuring import by_figures, shortfall
from gonogo_review.model import Statement
from gonogo_review.rubric import Criterion, Rubric


class Said(msgspec.Struct):
    """Statements of one criterion by what they say of it."""

    done: list[Statement]
    measured: list[Statement]
    """No state, but figures of how it is."""
    partial: list[Statement]
    open: list[Statement]
    failed: list[Statement]
    na: list[Statement]
    verified: list[Statement]
    contradicted: list[Statement]
    gravely: list[Statement]
    """Contradicted in what matters."""
    doubted: list[Statement]
    broken: list[Statement]
    """Failed, by the statement's own words."""


def by_claims(criterion: Criterion, matched: Matched, case: Case, rubric: Rubric) -> Answer:
    """The answer that the report itself gives to a criterion."""
    said = _sort(matched, case)
    if said.contradicted:
        because = ("evidence contradicts the report", *quotes(said.contradicted))
        status: CriterionStatus = "fail" if said.gravely else "partial"
        return Answer(status, because, lines_of(said.contradicted), share=0.0, contradicted=True)
    figures = by_figures(criterion, [*said.done, *said.measured, *said.partial])
    if figures.missed:
        return shortfall(figures, rubric.credits.get("partial", 0.0))
    return _by_states(criterion, said, rubric, matched.named)


def _sort(matched: Matched, case: Case) -> Said:
    said = Said([], [], [], [], [], [], [], [], [], [], [])
    for index in matched.direct:
        if case.support(index) == "contradicted":
            said.contradicted.append(case.statements[index])
            said.gravely += [case.statements[index]] if case.gravity.get(index) == "high" else []
        elif case.support(index) == "verified":
            said.verified.append(case.statements[index])
        if case.statements[index].state == "failed":
            said.broken.append(case.statements[index])
    for index in (*matched.direct, *matched.indirect):
        _sort_state(said, case.statements[index], index in case.doubted)
    return said


def _sort_state(said: Said, statement: Statement, doubted: bool) -> None:
    if statement.state is None:
        if any(amount.role in ("value", "after", "before", "delta") for amount in statement.amounts):
            said.measured.append(statement)
        return
    lists = {"done": said.done, "partial": said.partial, "open": said.open, "failed": said.failed, "na": said.na}
    lists[statement.state].append(statement)
    if doubted and statement.state == "done":
        said.doubted.append(statement)


def _by_states(criterion: Criterion, said: Said, rubric: Rubric, line: int) -> Answer:
    behind = [*said.failed, *said.open, *said.partial]
    ahead = [*said.done, *said.verified]
    broken = said.broken if criterion.blocking else []
    if broken or (said.failed and not ahead):
        return Answer("fail", quotes(broken or said.failed), lines_of(broken or said.failed))
    if behind:
        return Answer(
            "partial",
            ("said to be open or done in part", *quotes(behind)),
            lines_of(behind),
            _share(said, rubric),
            word=True,
        )
    if said.verified:
        return Answer("pass", ("evidence backs the report", *quotes(said.verified)), lines_of(said.verified))
    if said.done:
        return _ticked(said, rubric)
    if said.na and not criterion.blocking:
        return Answer("not-applicable", quotes(said.na), lines_of(said.na))
    if said.measured:
        because = ("figures, but nothing backs them", *quotes(said.measured))
        return Answer("claimed", because, lines_of(said.measured), word=True)
    return _unsaid(said, line if criterion.named else 0)


def _unsaid(said: Said, line: int) -> Answer:
    if line:
        return Answer("claimed", (f"line {line} names it",), (line,), word=True)
    return Answer("unknown", (UNSAID, *quotes(said.na)), lines_of(said.na))


def _ticked(said: Said, rubric: Rubric) -> Answer:
    if len(said.doubted) == len(said.done):
        because = ("said to be done, but a finding speaks against it", *quotes(said.doubted))
        return Answer("partial", because, lines_of(said.doubted), rubric.credits.get("partial", 0.0) / 2, word=True)
    because = ("said to be done, but nothing backs it", *quotes(said.done))
    return Answer("claimed", because, lines_of(said.done), word=True)


def _share(said: Said, rubric: Rubric) -> float:
    """What was done counts against what was not: half of it for what is in progress."""
    ahead = len(said.done) + 0.5 * len(said.partial)
    total = len(said.done) + len(said.partial) + len(said.open) + len(said.failed)
    return rubric.credits.get("partial", 0.0) * ahead / total
