"""Support: what the evidence does to each statement of the report."""

from gonogo_review.support.hold import hold

__all__ = ["hold"]
