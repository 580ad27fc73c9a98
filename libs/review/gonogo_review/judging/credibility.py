"""The credibility: what speaks for relying on the report and what against, entry by entry; the entries are the sum.

Most of it is evidence. Where there is none, a report is believed for exact figures and for what it admits, and
doubted for contradictions, for ticks with nothing behind them and for praise.
"""

from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Entry, Finding, Severity
from gonogo_review.judging.readiness import conditions, refusals
from gonogo_review.judging.substance import Substance, substance
from gonogo_review.model import Backing, Reading

START = 36.0
"""A report is neither believed nor disbelieved until it shows something."""
COST: dict[Severity, float] = {"high": 4.0, "medium": 1.5, "low": 0.25}
"""What the first finding of a severity costs; each further one costs `FADE` of the one before."""
FALSE = 3.0
"""What a high finding costs more where a plain statement is untrue: an absolute, a figure, what evidence shows."""
FALSE_KINDS = frozenset({"absolute-vs-exception", "value-conflict", "evidence"})
FADE = 0.8
EVIDENCE = 50.0
"""What a report gains whose checkable claims are all backed, where it has at least `ENOUGH` of them."""
ENOUGH = 8


def account(reading: Reading, backings: Sequence[Backing], findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """The entries; their points add up to the credibility, 0 to 100."""
    start = Entry("until something is shown", START)
    entries = [start, *_backed(backings), *_own(reading), *_against(findings)]
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


def _own(reading: Reading) -> Iterator[Entry]:
    """What the report shows by itself; more of the same counts less and less."""
    found = substance(reading)
    for text, points, lines in (
        (f"{found.counts} counts give their total, such as '28 of 30'", 10 * _near(0.85, found.counts), ()),
        (f"{found.figures} figures are measured", 8 * _near(0.97, found.figures), ()),
        (f"{found.short} things are declared failed or done in part", 12 * _near(0.85, found.short), found.short_lines),
        (f"{found.open} things are declared open", 6 * _near(0.95, found.open), found.open_lines),
        (f"{found.whole} figures are '100 %'", -10 * _near(0.85, found.whole), found.whole_lines),
        (f"{found.praise} marks celebrate, where a figure would say more", -min(10.0, 1.25 * found.praise), ()),
        (f"{found.bare} of {found.claims} claims are ticks with no figure", -9 * found.bare_share, ()),
    ):
        if round(points, 3):
            yield Entry(text, round(points, 3), lines)
    yield from _qualified(reading, found)


def _qualified(reading: Reading, found: Substance) -> Iterator[Entry]:
    limits = [*refusals(reading), *conditions(reading)]
    if limits and found.claims:
        lines = tuple(one.line for one in limits[:4])
        yield Entry("the report limits its own overall claim", 4.0, lines)


def _near(rest: float, count: int) -> float:
    """0 for nothing, towards 1 for many: each further one closes `1 - rest` of what is left."""
    return 1.0 - rest**count


def _against(findings: Sequence[Finding]) -> Iterator[Entry]:
    costs, false = dict(COST), FALSE
    for finding in findings:
        if finding.waived or finding.kind == "unreadable":
            continue
        cost = costs[finding.severity]
        costs[finding.severity] *= FADE
        if finding.severity == "high" and finding.kind in FALSE_KINDS:
            cost, false = cost + false, false * FADE
        yield Entry(_named(finding), -round(cost, 3), finding.lines[:4])


def _named(finding: Finding) -> str:
    return f"{finding.severity} finding: {finding.message}"
