"""One self-contained page: verdict and reasons first, then findings on the report's own lines, criteria and account."""

import functools

import jinja2

from gonogo_contracts.review import Review
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading
from gonogo_review.rendering import changes
from gonogo_review.rendering.excerpts import Excerpt, excerpts
from gonogo_review.rendering.width import fit, plain

MOST = 400
"""Columns of a line that are shown."""


def render(review: Review, reading: Reading, change: Comparison | None = None) -> str:
    """The review as an HTML page; everything from outside is escaped, nothing is loaded from elsewhere."""
    shown = {finding.id: [_pieces(one) for one in excerpts(finding, reading)] for finding in review.findings}
    by_area = {area.id: [one for one in review.criteria if one.area == area.id] for area in review.areas}
    return _template().render(review=review, excerpts=shown, criteria=by_area, change=change, say=changes) + "\n"


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("gonogo_review.rendering", "templates"),
        autoescape=True,
        finalize=lambda value: plain(value) if type(value) is str else value,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("review.html")


def _pieces(excerpt: Excerpt) -> tuple[int, list[tuple[bool, str]]]:
    """The line's number and its text in pieces, each with whether to mark it."""
    text, spans = fit(excerpt.text, excerpt.spans, MOST)
    pieces: list[tuple[bool, str]] = []
    at = 0
    for start, end in spans:
        first = max(start, at)
        pieces += [(False, text[at:first]), (True, text[first:end])]
        at = max(at, end)
    pieces.append((False, text[at:]))
    return excerpt.line, [piece for piece in pieces if piece[1]]
