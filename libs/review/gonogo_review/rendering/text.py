"""For a terminal: verdict and reasons first, then each finding as a good compiler shows it, then the criteria."""

from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Criterion, Finding, Reason, Review
from gonogo_review.judging.answer import UNSAID
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading
from gonogo_review.rendering import changes
from gonogo_review.rendering.excerpts import Excerpt, excerpts
from gonogo_review.rendering.width import fit, plain, width, wrap

COLUMNS = 100
"""Where no terminal says how wide it is."""
FEWEST = 40
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


def render(
    review: Review,
    reading: Reading,
    change: Comparison | None = None,
    colour: bool = False,
    columns: int = COLUMNS,
) -> str:
    """The review as text for a terminal; with escape sequences for colours only where `colour` says so."""
    page = _Page(colour, max(columns, FEWEST))
    lines = [
        *_head(review, page),
        *_reasons(review, page),
        *_changes(change, page),
        *(line for one in review.findings for line in _finding(one, reading, changes.is_new(one, change), page)),
        *_criteria(review, page),
        *_account(review, page),
    ]
    return "\n".join(lines) + "\n"


class _Page:
    def __init__(self, colour: bool, columns: int) -> None:
        self._colour = colour
        self.columns = columns

    def paint(self, text: str, name: str) -> str:
        """The text in a colour, where the page has colours."""
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self._colour else text

    def wrapped(self, head: str, text: str, name: str = "") -> Iterator[str]:
        """A head and a text that stands in line behind it."""
        lines = wrap(text, self.columns, head, " " * width(head))
        return (self.paint(line, name) if name else line for line in lines)


def _head(review: Review, page: _Page) -> Iterator[str]:
    yield f"{page.paint(review.verdict, review.verdict)}  {plain(review.report.name)}"
    backed = "" if review.coverage is None else f", evidence backs {review.coverage:g} % of the checkable claims"
    yield from page.wrapped("", f"score {review.score:g}, credibility {review.credibility:g}{backed}")
    yield ""


def _reasons(review: Review, page: _Page) -> Iterator[str]:
    for number, reason in enumerate(review.reasons, 1):
        yield from page.wrapped(f"{number}. ", reason.text + _where(reason))
        if reason.change:
            yield from page.wrapped("   -> ", reason.change, "faint")
    yield ""


def _changes(change: Comparison | None, page: _Page) -> Iterator[str]:
    if change:
        yield page.paint("Since the review before", "bold")
        yield from page.wrapped("  ", changes.summary(change))
        for line in changes.details(change):
            yield from page.wrapped("  - ", line)
        yield ""


def _where(reason: Reason) -> str:
    shown = ", ".join(map(str, reason.lines[:6]))
    return f" [line {shown}]" if reason.lines else ""


def _finding(finding: Finding, reading: Reading, is_new: bool, page: _Page) -> Iterator[str]:
    head = f"{finding.severity}[{finding.kind}]{' (new)' * is_new}{' (waived)' * finding.waived}: "
    first, *rest = wrap(finding.message, page.columns, head, "    ")
    yield page.paint(head, finding.severity) + first[len(head) :]
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
    yield from _notes(finding, gutter, page)
    yield ""


def _excerpt(one: Excerpt, gutter: int, severity: str, page: _Page) -> Iterator[str]:
    text, spans = fit(one.text, one.spans, page.columns - gutter - 3)
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


def _notes(finding: Finding, gutter: int, page: _Page) -> Iterator[str]:
    if finding.expected:
        yield from page.wrapped(f"{' ' * gutter} = instead: ", finding.expected, "faint")
    yield page.paint(f"{' ' * gutter} = {finding.rule}, fingerprint {finding.fingerprint}", "faint")


def _criteria(review: Review, page: _Page) -> Iterator[str]:
    yield page.paint("Criteria", "bold")
    yield from page.wrapped("  ", ", ".join(f"{mark} {status}" for status, mark in _MARKS.items()), "faint")
    for area in review.areas:
        yield f"  {plain(area.title)}: {area.score:g}"
        mine = [one for one in review.criteria if one.area == area.id]
        silent = [one for one in mine if one.status == "unknown" and one.because == (UNSAID,)]
        for one in mine:
            if one not in silent:
                yield from _criterion(one, page)
        yield from _unanswered(silent, page)
    points = sum(one.points for one in review.criteria)
    weights = sum(one.weight for one in review.criteria if one.status != "not-applicable")
    yield f"  {points:.2f} of {weights:g} points = score {review.score:g}"
    yield ""


def _criterion(one: Criterion, page: _Page) -> Iterator[str]:
    yield from page.wrapped(f"    {_MARKS[one.status]} {one.points:g}/{one.weight:g} ", _titled(one))
    if one.because:
        yield from page.wrapped("          ", "; ".join(one.because[:3]), "faint")


def _unanswered(criteria: Sequence[Criterion], page: _Page) -> Iterator[str]:
    if criteria:
        weight = sum(one.weight for one in criteria)
        yield from page.wrapped(
            f"    . 0/{weight:g} ", f"{UNSAID.removesuffix(' it')}: {'; '.join(map(_titled, criteria))}", "faint"
        )


def _titled(one: Criterion) -> str:
    return f"{one.title} (blocking)" if one.blocking else one.title


def _account(review: Review, page: _Page) -> Iterator[str]:
    yield page.paint("Credibility", "bold")
    silent = 0
    for entry in review.account:
        if round(entry.points, 1):
            yield from page.wrapped(f"  {entry.points:+7.1f}  ", entry.text)
        else:
            silent += 1
    if silent:
        yield from page.wrapped("      0.0  ", f"{silent} more that weigh nothing beside these")
    yield f"  = {review.credibility:g}"
