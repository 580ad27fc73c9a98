"""Lighthouse's JSON."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_SCORES = {"performance": "performance.score", "accessibility": "accessibility.score"}
_TIMES = {
    "first-contentful-paint": "latency.first_contentful_paint",
    "largest-contentful-paint": "latency.largest_contentful_paint",
    "interactive": "latency.time_to_interactive",
}


def read(source: Source, found: Found) -> None:
    """Scores of 0 to 100, and the times until the page shows and answers."""
    document = source.document()
    found.taken = document["fetchTime"].text()
    for key, metric in _SCORES.items():
        score = document.at("categories", key, "score")
        if score.number() is not None:
            found.fact(metric, 100 * score.count(), "%", score.pointer)
    for key, metric in _TIMES.items():
        value = document.at("audits", key, "numericValue")
        if value.number() is not None:
            found.fact(metric, value.count(), "ms", value.pointer)
