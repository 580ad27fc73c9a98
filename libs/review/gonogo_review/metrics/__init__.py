"""The registry of metrics: what a quantity measures, by its canonical name."""

from gonogo_review.metrics.matching import Match, match
from gonogo_review.metrics.registry import Metric, metrics

__all__ = ["Match", "Metric", "match", "metrics"]
