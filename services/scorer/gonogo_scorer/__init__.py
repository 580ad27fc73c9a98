"""Judges a submission by a rubric, says review.scored."""
