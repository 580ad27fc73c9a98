"""A review for people and for tools. Nothing here shows more than the review and the masked reading hold."""

from gonogo_review.rendering.render import FORMATS, render

__all__ = ["FORMATS", "render"]
