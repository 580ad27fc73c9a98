"""One door to every format."""

import importlib
from typing import Protocol, cast

import msgspec

from gonogo_contracts.review import Review, encode
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading

FORMATS = ("text", "json", "markdown", "html", "sarif", "junit")


class _Renderer(Protocol):
    def render(self, review: Review, reading: Reading, change: Comparison | None) -> str:
        """The review in the module's format."""


def render(form: str, review: Review, reading: Reading, change: Comparison | None = None) -> str:
    """The review in one of `FORMATS`, ending with a line feed.

    `reading` gives the report's own lines; `change` is what differs from the review before: in JSON it is `changes`.
    """
    if form == "json":
        body = encode(review)
        return (body[:-1] + b',"changes":' + msgspec.json.encode(change) + b"}" if change else body).decode() + "\n"
    module = cast("_Renderer", importlib.import_module(f"gonogo_review.rendering.{form}"))
    return module.render(review, reading, change)
