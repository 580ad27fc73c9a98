"""For a terminal: verdict and reasons first, then each finding as a good compiler shows it, then the criteria."""

import textwrap
from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Criterion, Finding, Reason, Review
from gonogo_review.model import Reading
from gonogo_review.rendering.excerpts import Excerpt, excerpts
from gonogo_review.rendering.width import fit, plain, width

LINE_WIDTH = 100
"""Columns."""
_COLOURS = {
    "GO": "32;1",
    "HOLD": "33;1",
    "NO-GO": "31;1",
    "high": "31;1",
    "medium": "33",
    "low": "36",
    "faint": "2",
    "bold": "1",
}
_MARKS = {
    "pass": "+",
    "claimed": "?",
    "partial": "~",
    "fail": "x",
    "unknown": ".",
    "waived": "w",
    "not-applicable": "-",
}


def render(review: Review, reading: Reading, colour: bool = False) -> str:
    """The review as text; with escape sequences for colours only where `colour` says so."""
    page = _Page(colour)
    lines = [
        *_head(review, page),
        *_reasons(review, page),
        *(line for one in review.findings for line in _finding(one, reading, page)),
        *_criteria(review, page),
        *_account(review, page),
    ]
    return "\n".join(lines) + "\n"


class _Page:
    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def paint(self, text: str, name: str) -> str:
        """The text in a colour, where the page has colours."""
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self._colour else text


def _head(review: Review, page: _Page) -> Iterator[str]:
    yield f"{page.paint(review.verdict, review.verdict)}  {plain(review.report.name)}"
    backed = "" if review.coverage is None else f", evidence backs {review.coverage:g} % of the checkable claims"
    yield f"score {review.score:g}, credibility {review.credibility:g}{backed}"
    yield ""


def _reasons(review: Review, page: _Page) -> Iterator[str]:
    for number, reason in enumerate(review.reasons, 1):
        yield from _wrapped(f"{number}. ", reason.text + _where(reason))
        if reason.change:
            yield from (page.paint(line, "faint") for line in _wrapped("   -> ", reason.change))
    yield ""


def _where(reason: Reason) -> str:
    shown = ", ".join(map(str, reason.lines[:6]))
    return f" [line {shown}]" if reason.lines else ""


def _wrapped(head: str, text: str) -> list[str]:
    return textwrap.wrap(
        plain(text), LINE_WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_long_words=False
    )


def _finding(finding: Finding, reading: Reading, page: _Page) -> Iterator[str]:
    waived = " (waived)" if finding.waived else ""
    head = f"{finding.severity}[{finding.kind}]{waived}: "
    first, *rest = _wrapped(" " * len(head), finding.message) or [""]
    yield page.paint(head, finding.severity) + first.lstrip()
    yield from rest
    shown = excerpts(finding, reading)
    gutter = max((len(str(one.line)) for one in shown), default=1)
    before = -1
    for one in shown:
        if one.line != before + 1:
            arrow = f"{' ' * gutter} :" if before > 0 else f"{' ' * gutter}--> {plain(reading.name)}:{one.line}"
            yield page.paint(arrow, "faint")
        yield from _excerpt(one, gutter, finding.severity, page)
        before = one.line
    yield from (page.paint(line, "faint") for line in _notes(finding, gutter))
    yield ""


def _excerpt(one: Excerpt, gutter: int, severity: str, page: _Page) -> Iterator[str]:
    text, spans = fit(one.text, one.spans, LINE_WIDTH - gutter - 3)
    yield f"{page.paint(f'{one.line:>{gutter}} |', 'faint')} {text}"
    if carets := _carets(text, spans):
        yield f"{page.paint(' ' * gutter + ' |', 'faint')} {page.paint(carets, severity)}"


def _carets(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Carets under the spans, by the columns that the characters take on a terminal."""
    marks = [" "] * width(text)
    for start, end in spans:
        first, last = width(text[:start]), width(text[:end])
        marks[first:last] = "^" * (last - first)
    return "".join(marks).rstrip()


def _notes(finding: Finding, gutter: int) -> Iterator[str]:
    if finding.expected:
        yield f"{' ' * gutter} = instead: {plain(finding.expected)}"
    yield f"{' ' * gutter} = {finding.rule}, fingerprint {finding.fingerprint}"


def _criteria(review: Review, page: _Page) -> Iterator[str]:
    yield page.paint("Criteria", "bold") + "   + pass  ? claimed  ~ partial  x fail  w waived  - not applicable"
    for area in review.areas:
        yield f"  {area.title}: {area.score:g}"
        mine = [one for one in review.criteria if one.area == area.id]
        for one in mine:
            yield from () if one.status == "unknown" else _criterion(one, page)
        yield from _unanswered([one for one in mine if one.status == "unknown"], page)
    points = sum(one.points for one in review.criteria)
    weights = sum(one.weight for one in review.criteria if one.status != "not-applicable")
    yield f"  {points:.2f} of {weights:g} points = score {review.score:g}"
    yield ""


def _criterion(one: Criterion, page: _Page) -> Iterator[str]:
    yield f"    {_MARKS[one.status]} {one.points:g}/{one.weight:g} {_titled(one)}"
    if one.because:
        yield page.paint("\n".join(_wrapped("          ", "; ".join(one.because[:3]))), "faint")


def _unanswered(criteria: Sequence[Criterion], page: _Page) -> Iterator[str]:
    if criteria:
        weight = sum(one.weight for one in criteria)
        text = "not answered: " + "; ".join(map(_titled, criteria))
        yield page.paint("\n".join(_wrapped(f"    . 0/{weight:g} ", text)), "faint")


def _titled(one: Criterion) -> str:
    return f"{one.title} (blocking)" if one.blocking else one.title


def _account(review: Review, page: _Page) -> Iterator[str]:
    yield page.paint("Credibility", "bold")
    for entry in review.account:
        yield from _wrapped(f"  {entry.points:+7.1f}  ", entry.text)
    yield f"  = {review.credibility:g}"
