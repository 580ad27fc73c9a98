"""The score: every criterion's share of its weight, added up; what does not apply leaves the sum."""

from collections.abc import Sequence

from gonogo_contracts.review import Area, Criterion
from gonogo_review.judging.answer import Answer
from gonogo_review.rubric import Criterion as Asked
from gonogo_review.rubric import Rubric

BELIEVED = 60.0
"""Credibility from which the report's bare word counts in full."""


def score_criteria(answers: Sequence[Answer], rubric: Rubric, credibility: float) -> tuple[Criterion, ...]:
    """Each criterion with its points, at most its weight; what only the report says counts by its credibility."""
    belief = min(1.0, credibility / BELIEVED)
    return tuple(
        _criterion(asked, answer, rubric, belief) for asked, answer in zip(rubric.criteria, answers, strict=True)
    )


def _criterion(asked: Asked, answer: Answer, rubric: Rubric, belief: float) -> Criterion:
    share = answer.share if answer.share is not None else rubric.credits.get(answer.status, 0.0)
    because = answer.because
    if answer.word and share and belief < 1:
        share *= belief
        because = (*because, f"believed by {100 * belief:.0f} %, as far as the report is credible")
    return Criterion(
        id=asked.id,
        area=asked.area,
        title=asked.title,
        status=answer.status,
        weight=asked.weight,
        blocking=asked.blocking,
        because=because,
        points=round(share * asked.weight, 3),
        lines=answer.lines,
    )


def score_areas(criteria: Sequence[Criterion], rubric: Rubric) -> tuple[Area, ...]:
    """Each area that has criteria, with its own score."""
    members = {area.id: [one for one in criteria if one.area == area.id] for area in rubric.areas}
    return tuple(
        Area(area.id, area.title, total(members[area.id]), weight_of(members[area.id]))
        for area in rubric.areas
        if members[area.id]
    )


def total(criteria: Sequence[Criterion]) -> float:
    """0 to 100: points over the weights of the criteria that apply; 0 where none does."""
    weight = weight_of(criteria)
    return round(100 * sum(one.points for one in criteria) / weight, 1) if weight else 0.0


def weight_of(criteria: Sequence[Criterion]) -> float:
    """The weights of the criteria that apply."""
    return sum(one.weight for one in criteria if one.status != "not-applicable")
