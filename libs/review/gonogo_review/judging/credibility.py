"""The credibility: what speaks for relying on the report and what against, entry by entry; the entries are the sum.

Most of it is evidence. Where there is none, a report is believed for exact figures and for what it admits, and doubted
for contradictions, for ticks with nothing behind them and for praise. What may be many in a long report is counted for
each hundred claims, and every part has a limit.
"""

from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Entry, Finding
from gonogo_review.judging.readiness import Overall
from gonogo_review.judging.substance import Substance, substance
from gonogo_review.model import Backing, Reading

START = 36.0
"""A report is neither believed nor disbelieved until it shows something."""
EVIDENCE, ENOUGH = 50.0, 8
"""What a report gains whose checkable claims are all backed, where it has at least `ENOUGH` of them."""
FEWEST = 40
"""Claims from which a share means something; a shorter report counts as one of that many."""

COUNTS, FIGURES, SHORT, OPEN, MODEST = 10.0, 8.0, 11.0, 8.0, 8.0
"""Most points for: figures with totals; measured figures; admitted shortfalls; open items; no claim on the whole."""
WHOLE, READY, PRAISE, BARE = 9.0, 11.0, 8.0, 7.0
"""Most points against: figures of 100 %; repeated readiness; celebration; ticks with no figure."""
MOST_WHOLE, MOST_READY, MOST_PRAISE, MOST_SHORT = 12.0, 10.0, 10.0, 30.0
"""For each hundred claims: from here on more of it counts no more."""

CONTRADICTED = frozenset({"absolute-vs-exception", "value-conflict", "evidence"})
"""Kinds in which a plain statement is untrue."""
EVIDENT = 3.0
"""What a statement that evidence contradicts costs beside, each."""
HIGH, UNTRUE, MEDIUM, LOW = 0.75, 2.0, 0.3, 0.1
"""What a finding costs in a report of a hundred claims; `UNTRUE` beside `HIGH` for the kinds above."""
MOST_AGAINST = 12.0
"""What all findings cost at most, but for those of evidence."""


def account(
    reading: Reading, backings: Sequence[Backing], findings: Sequence[Finding], overall: Overall
) -> tuple[Entry, ...]:
    """The entries; their points add up to the credibility, 0 to 100."""
    found = substance(reading)
    entries = [
        Entry("until something is shown", START),
        *_backed(backings),
        *_for(found, overall),
        *_doubts(found, overall),
        *_against(findings, 100 / max(FEWEST, found.claims)),
    ]
    reached = sum(one.points for one in entries)
    bounded = min(100.0, max(0.0, reached))
    if bounded != reached:
        entries.append(Entry("0 and 100 are the limits", round(bounded - reached, 3)))
    return tuple(entries)


def _backed(backings: Sequence[Backing]) -> Iterator[Entry]:
    supports = [backing.support for backing in backings]
    checkable = len(supports) - supports.count("not-checkable")
    verified = supports.count("verified")
    if verified:
        points = EVIDENCE * verified / max(checkable, ENOUGH)
        yield Entry(f"evidence backs {verified} of {checkable} checkable claims", round(points, 3))


def _for(found: Substance, overall: Overall) -> Iterator[Entry]:
    """Figures, and what the report admits."""
    short = min(1.0, _per_hundred(found.short, found) / MOST_SHORT)
    modest = found.claims > 0 and not overall.is_unlimited
    yield from _entries(
        (f"figures with their total, such as '28 of 30': {found.counts}", COUNTS * _near(0.85, found.counts), ()),
        (f"measured figures: {found.figures}", FIGURES * _near(0.97, found.figures), ()),
        (f"things said to have failed or to be done in part: {found.short}", SHORT * short, found.short_lines),
        (f"things said to be open: {found.open}", modest * OPEN * _near(0.95, found.open), found.open_lines),
        ("the whole is not called done without a limit", MODEST * modest, overall.limits),
    )


def _doubts(found: Substance, overall: Overall) -> Iterator[Entry]:
    """What praises instead of showing."""
    whole = min(1.0, _per_hundred(found.whole, found) / MOST_WHOLE)
    ready = min(1.0, _per_hundred(len(overall.ready), found) / MOST_READY)
    praise = min(1.0, _per_hundred(found.praise, found) / MOST_PRAISE)
    yield from _entries(
        (f"figures of 100 %: {found.whole}", -WHOLE * whole, found.whole_lines),
        (f"lines that call the whole ready: {len(overall.ready)}", -READY * ready, overall.ready[:4]),
        (f"signs that celebrate: {found.praise}", -PRAISE * praise, ()),
        (f"ticks with no figure: {found.bare} of {found.claims} claims", -BARE * found.bare_share, ()),
    )


def _entries(*parts: tuple[str, float, tuple[int, ...]]) -> Iterator[Entry]:
    """The parts that count for something."""
    for text, points, lines in parts:
        if round(points, 3):
            yield Entry(text, round(points, 3), lines)


def _near(rest: float, count: int) -> float:
    """0 for nothing, towards 1 for many: each further one closes `1 - rest` of what is left."""
    return 1.0 - rest**count


def _per_hundred(count: int, found: Substance) -> float:
    return 100 * count / max(FEWEST, found.claims)


def _against(findings: Sequence[Finding], scale: float) -> Iterator[Entry]:
    """Each finding with what it costs, the gravest first, until the limit is reached."""
    left = MOST_AGAINST
    for finding in findings:
        if finding.waived or finding.kind in ("unreadable", "secret"):
            continue
        cost = min(left, _cost(finding) * scale)
        left -= cost
        evident = EVIDENT if finding.kind == "evidence" and finding.severity == "high" else 0.0
        yield Entry(f"{finding.severity} finding: {finding.message}", -round(cost + evident, 3), finding.lines[:4])


def _cost(finding: Finding) -> float:
    if finding.severity != "high":
        return MEDIUM if finding.severity == "medium" else LOW
    return HIGH + (UNTRUE if finding.kind in CONTRADICTED else 0.0)
