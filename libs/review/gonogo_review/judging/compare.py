"""What changed from one review to the next: findings by fingerprint, criteria by id."""

import msgspec

from gonogo_contracts.review import Criterion, CriterionStatus, Finding, Review, Verdict


class CriterionChange(msgspec.Struct, frozen=True):
    """A criterion whose status or points changed; a status is none where only one review asks it."""

    id: str
    title: str
    before: CriterionStatus | None
    after: CriterionStatus | None
    points: float
    """Points now less points before."""


class Comparison(msgspec.Struct, frozen=True):
    """The second review held against the first."""

    verdict_before: Verdict
    verdict_after: Verdict
    score: float
    """Score now less score before."""
    credibility: float
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    criteria: tuple[CriterionChange, ...]
    same_rubric: bool
    """Whether both were judged by the same rubric, so that scores can be compared."""


def compare(before: Review, after: Review) -> Comparison:
    """What changed from `before` to `after`."""
    old = {finding.fingerprint for finding in before.findings}
    now = {finding.fingerprint for finding in after.findings}
    return Comparison(
        verdict_before=before.verdict,
        verdict_after=after.verdict,
        score=round(after.score - before.score, 1),
        credibility=round(after.credibility - before.credibility, 1),
        new=tuple(one for one in after.findings if one.fingerprint not in old),
        gone=tuple(one for one in before.findings if one.fingerprint not in now),
        unchanged=tuple(one for one in after.findings if one.fingerprint in old),
        criteria=_changes(before, after),
        same_rubric=before.rubric.sha256 == after.rubric.sha256,
    )


def _changes(before: Review, after: Review) -> tuple[CriterionChange, ...]:
    old = {one.id: one for one in before.criteria}
    now = {one.id: one for one in after.criteria}
    names = [*now, *(name for name in old if name not in now)]
    changes = [_change(name, old.get(name), now.get(name)) for name in names]
    return tuple(one for one in changes if one.points or one.before != one.after)


def _change(name: str, before: Criterion | None, after: Criterion | None) -> CriterionChange:
    known = [one for one in (after, before) if one]
    points = (after.points if after else 0.0) - (before.points if before else 0.0)
    return CriterionChange(
        id=name,
        title=known[0].title,
        before=before.status if before else None,
        after=after.status if after else None,
        points=round(points, 3),
    )
