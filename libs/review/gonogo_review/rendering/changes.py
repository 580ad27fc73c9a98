"""What changed since the review before, in words that every format shares."""

from collections.abc import Iterator

from gonogo_contracts.review import Finding
from gonogo_review.judging.compare import Comparison, CriterionChange

MOST = 50
"""Findings, and criteria, that are told of."""


def summary(change: Comparison) -> str:
    """Verdicts, figures and counts in one sentence."""
    verdict = change.verdict_after if change.verdict_before == change.verdict_after else _arrow(change)
    rubric = "" if change.same_rubric else "; the rubrics differ, so the scores cannot be compared"
    return (
        f"{verdict}, score {change.score:+g}, credibility {change.credibility:+g};"
        f" findings: {len(change.new)} new, {len(change.gone)} gone, {len(change.unchanged)} unchanged{rubric}"
    )


def _arrow(change: Comparison) -> str:
    return f"{change.verdict_before} -> {change.verdict_after}"


def finding(one: Finding) -> str:
    """A finding in one sentence."""
    lines = f" (line {', '.join(map(str, one.lines[:4]))})" if one.lines else ""
    return f"{one.severity} {one.kind}{lines}: {one.message}"


def criterion(one: CriterionChange) -> str:
    """What a criterion gives more or less, and from which status to which."""
    before, after = one.before or "not asked", one.after or "not asked"
    return f"{one.points:+g} {one.title}: {before} -> {after}" if before != after else f"{one.points:+g} {one.title}"


def details(change: Comparison) -> Iterator[str]:
    """Each new and each gone finding, and each criterion that changed, first those of another status."""
    for name, findings in (("new", change.new), ("gone", change.gone)):
        yield from (f"{name}: {finding(one)}" for one in findings[:MOST])
        if len(findings) > MOST:
            yield f"{name}: and {len(findings) - MOST} more"
    gravest = sorted(change.criteria, key=lambda one: (one.before == one.after, -abs(one.points)))
    yield from map(criterion, gravest[:MOST])
    if len(change.criteria) > MOST:
        yield f"and {len(change.criteria) - MOST} more criteria"


def is_new(one: Finding, change: Comparison | None) -> bool:
    """Whether the review before did not have it."""
    return change is not None and any(one.fingerprint == other.fingerprint for other in change.new)
