"""What the page of one review shows, made of the stored review, the report as read and the timeline."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from gonogo_console.answers import SubmissionDetails
from gonogo_console.report_text import Gap, Numbered, Row, rows
from gonogo_console.store import ReviewRow
from gonogo_contracts import review as reviews
from gonogo_contracts.review import Area, Criterion, Entry, Fact, Finding, Review, Severity
from gonogo_review.judging.compare import CriterionChange
from gonogo_review.model import Reading

ORDER: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}

MAX_FINDINGS = 200
MAX_FACTS = 300
MAX_ENTRIES = 100


class Named(msgspec.Struct, frozen=True):
    """As much of a finding as the comparison with the review before needs."""

    fingerprint: str
    message: str
    severity: Severity


class Comparison(msgspec.Struct, frozen=True):
    """Against the project's review before."""

    new: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    criteria: tuple[CriterionChange, ...] = ()
    same_rubric: bool = True


class AreaCriteria(NamedTuple):
    """An area with its criteria, and how many of them have which status."""

    area: Area
    criteria: tuple[Criterion, ...]
    counts: tuple[tuple[str, int], ...]
    open: bool
    """Whether something in it fails that blocks."""


@dataclass(frozen=True)
class ReviewPage:
    """The page, ready to be written."""

    row: ReviewRow
    review: Review
    submission: SubmissionDetails
    findings: tuple[Numbered, ...]
    more_findings: int
    text: list[Row | Gap] | None
    """None where the report as read is not there."""
    shown: frozenset[int]
    """Lines that can be linked to."""
    areas: tuple[AreaCriteria, ...]
    facts: tuple[Fact, ...]
    all_facts: int
    """How many there are, shown or not."""
    account: tuple[Entry, ...]
    supports: tuple[tuple[str, int], ...]
    new: frozenset[str]
    """Fingerprints of the findings that the review before did not have."""
    comparison: Comparison | None


def review_page(row: ReviewRow, submission: SubmissionDetails, reading: Reading | None) -> ReviewPage:
    """Decodes and arranges; takes as long as the report is large, so run it in a thread."""
    review = reviews.decode(row.body)
    findings = numbered(review.findings)
    text = rows(reading, findings, review.claims) if reading else None
    comparison = msgspec.json.decode(row.comparison, type=Comparison) if row.comparison else None
    return ReviewPage(
        row=row,
        review=review,
        submission=submission,
        findings=findings,
        more_findings=len(review.findings) - len(findings),
        text=text,
        shown=frozenset(one.line for one in text or () if isinstance(one, Row)),
        areas=tuple(_area(area, review.criteria) for area in review.areas),
        facts=review.facts[:MAX_FACTS],
        all_facts=len(review.facts) + sum(left.count for left in review.left_out),
        account=review.account[:MAX_ENTRIES],
        supports=tuple(Counter(claim.support for claim in review.claims).most_common()),
        new=frozenset(one.fingerprint for one in comparison.new) if comparison else frozenset(),
        comparison=comparison,
    )


def numbered(findings: tuple[Finding, ...]) -> tuple[Numbered, ...]:
    """The worst first, waived ones last, otherwise in the review's order."""
    ordered = sorted(findings, key=lambda finding: (finding.waived, ORDER[finding.severity]))
    return tuple(Numbered(number, finding) for number, finding in enumerate(ordered[:MAX_FINDINGS], 1))


def _area(area: Area, criteria: tuple[Criterion, ...]) -> AreaCriteria:
    mine = tuple(one for one in criteria if one.area == area.id)
    counts = tuple(Counter(one.status for one in mine).most_common())
    return AreaCriteria(area, mine, counts, any(one.blocking and one.status == "fail" for one in mine))
