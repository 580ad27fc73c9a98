"""The verdict: the worst that a broken gate allows; and the at most five reasons for it."""

from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Criterion, Finding, Reason, Verdict
from gonogo_review.judging.answer import quote
from gonogo_review.judging.case import Case
from gonogo_review.judging.readiness import conditions, refusals
from gonogo_review.model import Statement
from gonogo_review.rubric import Gate, Rubric
from gonogo_review.rubric.gates import Facts, holds

MAX_REASONS = 5
_WORST: tuple[Verdict, ...] = ("NO-GO", "HOLD", "GO")


def broken_gates(rubric: Rubric, standing: Facts) -> list[Gate]:
    """The gates that do not hold, those with the worst outcome first, in the rubric's order."""
    broken = [gate for gate in rubric.gates if not holds(gate.require, standing)]
    return sorted(broken, key=lambda gate: _WORST.index(gate.otherwise))


def verdict_of(broken: Sequence[Gate]) -> Verdict:
    """The worst outcome; GO where every gate holds."""
    return broken[0].otherwise if broken else "GO"


def reasons(broken: Sequence[Gate], rubric: Rubric, case: Case, criteria: Sequence[Criterion]) -> tuple[Reason, ...]:
    """What decides the verdict, most important first: one reason of each broken gate, then their further ones."""
    verdict = verdict_of(broken)
    deciding = [gate for gate in broken if gate.otherwise == verdict]
    detailed = [list(_details(gate, rubric, case, criteria)) for gate in deciding]
    if not detailed:
        detailed = [list(_strengths(criteria))]
    unique: dict[str, Reason] = {}
    for rank in range(max(map(len, detailed), default=0)):
        for each in detailed:
            if rank < len(each):
                unique.setdefault(each[rank].text, each[rank])
    return tuple(unique.values())[:MAX_REASONS]


def _details(gate: Gate, rubric: Rubric, case: Case, criteria: Sequence[Criterion]) -> Iterator[Reason]:
    """What broke a gate, as far as its expression names it; the gate's own sentence otherwise."""
    asked = gate.require
    found = False
    advice = {one.id: one.advice for one in rubric.criteria}
    for reason in _named(asked, advice, case, criteria):
        found = True
        yield reason
    if not found:
        yield Reason(gate.because, (), gate.change)


def _named(asked: str, advice: dict[str, str], case: Case, criteria: Sequence[Criterion]) -> Iterator[Reason]:
    if "report.not_ready" in asked:
        yield from (_statement("The report itself says that it is not ready", one) for one in refusals(case.reading))
    if "report.conditional" in asked:
        yield from (_statement("The report itself sets a condition", one) for one in conditions(case.reading))
    if "findings." in asked:
        yield from (_finding(one) for one in case.findings if not one.waived and f"findings.{one.severity}" in asked)
    for status in ("fail", "unknown", "partial"):
        if f"blocking.{status}" in asked:
            chosen = [one for one in criteria if one.blocking and one.status == status]
            yield from (_criterion(one, advice[one.id]) for one in sorted(chosen, key=lambda one: -one.weight))


def _statement(what: str, statement: Statement) -> Reason:
    return Reason(
        f"{what} ({quote(statement)}).", (statement.line,), "Finish what is missing, then say so in the report."
    )


def _finding(finding: Finding) -> Reason:
    change = (
        f"Correct it: instead, {finding.expected}." if finding.expected else "Correct it, or waive it with a reason."
    )
    return Reason(finding.message, finding.lines, change)


def _criterion(criterion: Criterion, advice: str) -> Reason:
    verb = {"fail": "fails", "unknown": "is not answered", "partial": "is met only in part"}[criterion.status]
    return Reason(f"'{criterion.title}' {verb}: {'; '.join(criterion.because[:2])}.", criterion.lines, advice)


def _strengths(criteria: Sequence[Criterion]) -> Iterator[Reason]:
    """For a GO: the heaviest blocking criteria that passed."""
    passed = [one for one in criteria if one.status == "pass"]
    for one in sorted(passed, key=lambda one: (not one.blocking, -one.weight)):
        yield Reason(f"'{one.title}' passes: {'; '.join(one.because[:2])}.", one.lines, "")
