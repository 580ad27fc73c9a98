"""One door to every format."""

import importlib
from typing import Protocol, cast

from gonogo_contracts.review import Review, encode
from gonogo_review.model import Reading

FORMATS = ("text", "json", "markdown", "html", "sarif", "junit")


class _Renderer(Protocol):
    def render(self, review: Review, reading: Reading) -> str:
        """The review in the module's format."""


def render(form: str, review: Review, reading: Reading) -> str:
    """The review in one of `FORMATS`, ending with a line feed. `reading` gives the report's own lines."""
    if form == "json":
        return encode(review).decode() + "\n"
    module = cast("_Renderer", importlib.import_module(f"gonogo_review.rendering.{form}"))
    return module.render(review, reading)
