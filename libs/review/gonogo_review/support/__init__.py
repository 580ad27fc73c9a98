"""Support: what the evidence does to each statement of the report."""

from gonogo_review.support.accepted import settle
from gonogo_review.support.hold import hold
from gonogo_review.support.noticing import NOTICED, notice

__all__ = ["NOTICED", "hold", "notice", "settle"]
