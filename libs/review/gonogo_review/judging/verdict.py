"""The verdict: the worst that a broken gate allows; and the at most five reasons for it."""

import itertools
from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Criterion, Finding, Reason, Verdict
from gonogo_review.judging.answer import quote
from gonogo_review.judging.case import Case
from gonogo_review.model import Statement
from gonogo_review.rubric import Gate, Rubric
from gonogo_review.rubric.gates import Facts, are_false

MAX_REASONS = 5
_WORST: tuple[Verdict, ...] = ("NO-GO", "HOLD", "GO")


ALWAYS = (
    Gate("always.known", "blocking.unknown == 0", "HOLD", "A blocking criterion is not answered."),
    Gate("always.findings", "findings.high == 0", "HOLD", "A finding would mislead a reader into a wrong decision."),
    Gate(
        "always.evidence",
        "evidence.facts > 0",
        "HOLD",
        "Nothing but the report's own words speaks for it.",
        "Attach machine-written evidence such as test results, coverage, scans and manifests.",
    ),
)
"""Gates of every rubric: neither missing evidence nor a grave finding that nobody waived passes."""


def broken_gates(rubric: Rubric, standing: Facts) -> list[Gate]:
    """The gates that do not hold, those with the worst outcome first, in the rubric's order."""
    gates = (*rubric.gates, *ALWAYS)
    states = are_false([gate.require for gate in gates], standing)
    fallen = [gate for gate, is_false in zip(gates, states, strict=True) if is_false]
    return sorted(fallen, key=lambda gate: _WORST.index(gate.otherwise))


def verdict_of(broken: Sequence[Gate]) -> Verdict:
    """The worst outcome; GO where every gate holds."""
    return broken[0].otherwise if broken else "GO"


def reasons(broken: Sequence[Gate], rubric: Rubric, case: Case, criteria: Sequence[Criterion]) -> tuple[Reason, ...]:
    """What decides the verdict, most important first: the gates that give it, then what else stands against a GO."""
    verdict = verdict_of(broken)
    advice = {one.id: one.advice for one in rubric.criteria}
    deciding = [gate for gate in broken if gate.otherwise == verdict]
    further = [gate for gate in broken if gate.otherwise != verdict]
    found = [*_of_gates(deciding, advice, case, criteria), *_of_gates(further, advice, case, criteria)]
    chosen: list[Reason] = []
    for one in found if broken else _strengths(criteria):
        if len(chosen) == MAX_REASONS:
            break
        if not any(other.text in one.text for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def _of_gates(
    gates: Sequence[Gate], advice: dict[str, str], case: Case, criteria: Sequence[Criterion]
) -> Iterator[Reason]:
    """What broke each gate, in turn; then the sentences of gates that name nothing."""
    named = [list(_named(gate.require, advice, case, criteria)) for gate in gates]
    yield from (one for rank in itertools.zip_longest(*named) for one in rank if one)
    yield from (Reason(gate.because, (), gate.change) for gate, found in zip(gates, named, strict=True) if not found)


def _named(asked: str, advice: dict[str, str], case: Case, criteria: Sequence[Criterion]) -> Iterator[Reason]:
    if "report.not_ready" in asked:
        yield from (_statement("The report itself says that it is not ready", one) for one in case.overall.refused)
    if "report.conditional" in asked:
        yield from (_statement("The report itself sets a condition", one) for one in case.overall.limited)
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
    return Reason(finding.message, finding.lines, _change(finding))


def _change(finding: Finding) -> str:
    if finding.kind == "secret":
        return "Change it first: whoever read the report may have it."
    if finding.kind == "status-vs-items":
        return "Finish what is open, or say that the whole is not done."
    return f"Correct it: instead, {finding.expected}." if finding.expected else "Correct it, or waive it with a reason."


def _criterion(criterion: Criterion, advice: str) -> Reason:
    verb = {"fail": "fails", "unknown": "is not answered", "partial": "is met only in part"}[criterion.status]
    return Reason(
        f"'{criterion.title}' {verb}: {'; '.join(criterion.because[:2]).rstrip('.')}.", criterion.lines, advice
    )


def _strengths(criteria: Sequence[Criterion]) -> Iterator[Reason]:
    """For a GO: the heaviest blocking criteria that passed."""
    passed = [one for one in criteria if one.status == "pass"]
    for one in sorted(passed, key=lambda one: (not one.blocking, not one.lines, -one.weight)):
        yield Reason(f"'{one.title}' passes: {'; '.join(one.because[:2]).rstrip('.')}.", one.lines, "")
