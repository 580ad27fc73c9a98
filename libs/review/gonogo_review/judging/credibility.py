"""The credibility: what speaks for relying on the report and what against, entry by entry; the entries are the sum."""

from collections.abc import Iterator, Sequence

from gonogo_contracts.review import Entry, Finding, Severity
from gonogo_review.judging.case import Case

START = 45.0
"""A report is neither believed nor disbelieved until it shows something."""
COST: dict[Severity, float] = {"high": 10.0, "medium": 4.0, "low": 1.0}
"""What the first finding of a severity costs; each further one costs `FADE` of the one before."""
FADE = 0.8


def account(case: Case) -> tuple[Entry, ...]:
    """The entries; their points add up to the credibility, 0 to 100."""
    entries = [Entry("until something is shown", START), *_against(case), *_for(case)]
    total = sum(one.points for one in entries)
    bounded = min(100.0, max(0.0, total))
    if bounded != total:
        entries.append(Entry("0 and 100 are the limits", round(bounded - total, 3)))
    return tuple(entries)


def total(entries: Sequence[Entry]) -> float:
    """The credibility, 0 to 100."""
    return round(sum(one.points for one in entries), 1)


def _against(case: Case) -> Iterator[Entry]:
    costs = dict(COST)
    for finding in case.findings:
        if not finding.waived and finding.kind != "unreadable":
            cost = costs[finding.severity]
            costs[finding.severity] = cost * FADE
            yield Entry(_named(finding), -round(cost, 3), finding.lines[:4])


def _named(finding: Finding) -> str:
    return f"{finding.severity} finding: {finding.message}"


def _for(case: Case) -> Iterator[Entry]:
    yield from _backed(case)
    yield from _declared(case)


def _backed(case: Case) -> Iterator[Entry]:
    supports = [backing.support for backing in case.backings.values()]
    checkable = len(supports) - supports.count("not-checkable")
    verified = supports.count("verified")
    if verified:
        yield Entry(f"evidence backs {verified} of {checkable} checkable claims", round(45 * verified / checkable, 3))


def _declared(case: Case) -> Iterator[Entry]:
    """Open items that the report declares itself."""
    items = [one for one in case.statements if one.type == "item"]
    behind = [one for one in items if one.state in ("open", "partial", "failed")]
    if behind:
        share = len(behind) / len(items)
        text = f"{len(behind)} of {len(items)} items are declared open, partial or failed"
        yield Entry(text, round(20 * min(1.0, 2 * share), 3), tuple(one.line for one in behind[:4]))
