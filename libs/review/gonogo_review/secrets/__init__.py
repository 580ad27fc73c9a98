"""Leaked credentials: where they stand, and the text without them."""

from gonogo_review.secrets.finding import find
from gonogo_review.secrets.masking import mask

__all__ = ["find", "mask"]
