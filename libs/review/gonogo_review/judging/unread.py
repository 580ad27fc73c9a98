"""Evidence that could not be read: what it would have answered stays unknown, whatever the report says."""

from gonogo_review.judging.answer import Answer
from gonogo_review.judging.case import Case
from gonogo_review.rubric import Criterion

MAX_REASON = 300
"""Characters of the reason."""


def unread(criterion: Criterion, case: Case) -> Answer | None:
    """Unknown where a file of a kind that the criterion asks for gave nothing."""
    asked = {condition.metric for way in criterion.ways for condition in way}
    for reading in case.evidence if asked else ():
        prefixes = () if reading.facts or not reading.problems else _prefixes(reading.format)
        if prefixes and any(metric.startswith(prefixes) for metric in asked):
            reason = f"{reading.file} could not be read: {reading.problems[0].message}"
            return Answer("unknown", (reason[:MAX_REASON],))
    return None


def _prefixes(form: str) -> tuple[str, ...]:
    """How the metrics begin that files of a format answer."""
    from gonogo_review.evidence.registry import metrics_of

    return metrics_of(form)
