"""From a reading to a verdict."""

from gonogo_review.judging.judge import judge

__all__ = ["judge"]
