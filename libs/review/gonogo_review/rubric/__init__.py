"""What a release is asked, and what the answers decide."""

from gonogo_review.rubric.loading import default, default_text, load
from gonogo_review.rubric.model import Area, Condition, Criterion, Gate, Rubric
from gonogo_review.rubric.places import Mistake, RubricError

__all__ = [
    "Area",
    "Condition",
    "Criterion",
    "Gate",
    "Mistake",
    "Rubric",
    "RubricError",
    "default",
    "default_text",
    "load",
]
