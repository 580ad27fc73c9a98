"""Evidence: from the bytes of a machine-written file to facts with their places."""

from gonogo_review.evidence.read import read_evidence

EVIDENCE_VERSION = "3"
"""Changes whenever the same bytes give other facts; part of cache keys."""

__all__ = ["EVIDENCE_VERSION", "read_evidence"]
